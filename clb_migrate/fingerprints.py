"""What tells a finding from others in its file, however the lines around it move.

A fingerprint is made of the rule, the legacy names, the code as far as its layout does not matter
(spaces, line breaks, comments, the kind of quotes, a comma at the end), the definition it stands
in, and its number among those that are the same in all of this, the surest first: whoever asks for
less sure ones, too, finds the others under their numbers. The path is not part of it: whoever keeps
fingerprints keeps them by path.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from clb_migrate.findings import Finding, Span
from clb_migrate.source.tokens import NEWLINE, Kind, Token, logical_lines, scan

_LENGTH = 16
_LAYOUT = re.compile(r"\s+|\\(?=\s)|,\s*(?=[)\]}])")
_DEFINING = ("def", "class")


def fingerprints(findings: Sequence[Finding], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return a fingerprint for each finding: 16 hexadecimal digits, unique within a file.

    `texts` are the texts of files by the paths of the findings; without its text a finding is told
    by its rule and what it says of the code. The order of the findings of a file decides which of
    several equally sure places is which.
    """
    files = {path: _File.of(text) for path, text in texts.items()}
    seen: Counter[tuple[str, ...]] = Counter()
    found = [""] * len(findings)
    for at in sorted(range(len(findings)), key=lambda at: -findings[at].certainty):
        finding = findings[at]
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
        found[at] = sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _File:
    """The text of a file, where its lines and comments are, and the definitions on its lines."""

    text: str
    lines: Sequence[int]
    """Where each line begins."""
    comments: Sequence[Token]
    starts: Sequence[int]
    """Where logical lines begin, in order."""
    names: Sequence[str]
    """The dotted name of the definition that each of them stands in."""

    @staticmethod
    def of(text: str) -> _File:
        tokens, _ = scan(text)
        lines = [0, *(match.end() for match in NEWLINE.finditer(text))]
        starts, names = [], []
        for start, name in _definitions(tokens, lines):
            starts.append(start)
            names.append(name)
        comments = [token for token in tokens if token.kind is Kind.COMMENT]
        return _File(text, lines, comments, starts, names)

    def definition(self, line: int) -> str:
        """Return the dotted name of the definition around a line; empty at the top."""
        end = self.lines[line] if line < len(self.lines) else len(self.text) + 1
        at = bisect_left(self.starts, end) - 1
        return self.names[at] if at >= 0 else ""

    def code(self, span: Span) -> str:
        """Return what stands in a span, without comments and layout."""
        place = self._offset(span.line, span.column)
        end = self._offset(span.end_line, span.end_column)
        parts = []
        first = bisect_left(self.comments, place, key=lambda token: token.start)
        for comment in self.comments[first:]:
            if comment.end > end:
                break
            parts.append(self.text[place : comment.start])
            place = comment.end
        parts.append(self.text[place:end])
        return _LAYOUT.sub("", "".join(parts)).replace("'", '"')

    def _offset(self, line: int, column: int) -> int:
        if line > len(self.lines):
            return len(self.text)
        return min(self.lines[line - 1] + column - 1, len(self.text))


def _definitions(tokens: Sequence[Token], lines: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield where each logical line begins, with the dotted name of what it stands in.

    A line that defines something stands in what it defines.
    """
    around: list[tuple[int, str]] = []
    for line in logical_lines(tokens):
        first = line[0]
        indent = first.start - lines[bisect_right(lines, first.start) - 1]
        while around and around[-1][0] >= indent:
            around.pop()
        words = [token.text for token in line[:3] if token.kind is Kind.NAME]
        if words[:1] == ["async"]:
            del words[0]
        if len(words) > 1 and words[0] in _DEFINING:
            around.append((indent, words[1]))
        yield first.start, ".".join(name for _, name in around)
