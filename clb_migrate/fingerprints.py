"""What tells a finding from others in its file, however the lines around it move.

A fingerprint is made of the rule, the legacy names, the code as far as its layout does not matter
(spaces, line breaks, the kind of quotes, a comma at the end), the definition it stands in, and its
number among those that are the same in all of this. The path is not part of it: whoever keeps
fingerprints keeps them by path.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from clb_migrate.findings import Finding, Span
from clb_migrate.source.tokens import NEWLINE, Kind, logical_lines, scan

_LENGTH = 16
_LAYOUT = re.compile(r"\s+|\\(?=\s)|,\s*(?=[)\]}])")
_DEFINING = ("def", "class")


def fingerprints(findings: Sequence[Finding], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return a fingerprint for each finding: 16 hexadecimal digits, unique within a file.

    `texts` are the texts of files by the paths of the findings; without its text a finding is told
    by its rule and what it says of the code. The order of the findings of a file decides which of
    several equal places is which.
    """
    files = {path: _File.of(text) for path, text in texts.items()}
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in findings:
        file = files.get(finding.location.path)
        span = finding.location.span
        parts = (
            finding.rule,
            *finding.legacy,
            file.code(span) if file else finding.message,
            file.definition(span.line) if file else "",
        )
        key = (finding.location.path, *parts)
        seen[key] += 1
        whole = "\0".join((*parts, str(seen[key])))
        found.append(sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH])
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _File:
    """The lines of a file, and the definitions that begin on them."""

    lines: Sequence[str]
    starts: Sequence[int]
    """The first lines of logical lines, in order."""
    names: Sequence[str]
    """The dotted name of the definition that each of them stands in."""

    @staticmethod
    def of(text: str) -> _File:
        lines = NEWLINE.split(text)
        starts, names = [], []
        for line, name in _definitions(text):
            starts.append(line)
            names.append(name)
        return _File(lines, starts, names)

    def definition(self, line: int) -> str:
        """Return the dotted name of the definition around a line; empty at the top."""
        at = bisect_right(self.starts, line) - 1
        return self.names[at] if at >= 0 else ""

    def code(self, span: Span) -> str:
        """Return what stands in a span, without its layout."""
        lines = list(self.lines[span.line - 1 : span.end_line])
        if not lines:
            return ""
        if span.end_line - span.line < len(lines):
            lines[-1] = lines[-1][: span.end_column - 1]
        lines[0] = lines[0][span.column - 1 :]
        return _LAYOUT.sub("", "\n".join(lines)).replace("'", '"')


def _definitions(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line of each logical line with the dotted name of what it stands in.

    A line that defines something stands in what it defines.
    """
    tokens, _ = scan(text)
    breaks = [match.end() for match in NEWLINE.finditer(text)]
    around: list[tuple[int, str]] = []
    for line in logical_lines(tokens):
        first = line[0]
        number = bisect_right(breaks, first.start)
        indent = first.start - (breaks[number - 1] if number else 0)
        while around and around[-1][0] >= indent:
            around.pop()
        words = [token.text for token in line[:3] if token.kind is Kind.NAME]
        if words[:1] == ["async"]:
            del words[0]
        if len(words) > 1 and words[0] in _DEFINING:
            around.append((indent, words[1]))
        yield number + 1, ".".join(name for _, name in around)
