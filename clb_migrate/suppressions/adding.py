"""Edits that write suppressions for findings: `check --add-ignores`.

They stand at the end of the line on which a finding begins. Where a text or a backslash goes on
over the end of that line, it is the next end that a comment can stand at; where no comment can
stand behind something, it stands alone above. A comment of ours on that line gets more rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from clb_migrate.errors import UserError
from clb_migrate.findings import Finding
from clb_migrate.source.dependencies import format_of
from clb_migrate.source.rewriting import Edit
from clb_migrate.source.tokens import NEWLINE
from clb_migrate.suppressions.directives import Directive, Kind, directives_in
from clb_migrate.suppressions.scopes import UNREADABLE, UNUSED, FileSuppressions

NEVER: Final = frozenset({UNREADABLE, UNUSED})
"""The rules for which no comment is written: what they report is to be mended."""

_SPACE: Final = " \t\f"


def required_reason(reason: str) -> str:
    """Return a reason that can stand in a comment; raises `UserError` for another one."""
    found = reason.strip()
    comment = f"# clb: ignore[X] -- {found}"
    parts = [*directives_in(comment, 0, len(comment))] if found else []
    if NEWLINE.search(found) or not found.isprintable():
        raise UserError("--reason is one line of text")
    if parts and (not isinstance(parts[0], Directive) or parts[0].end != len(comment)):
        raise UserError(f"--reason: {reason!r} would begin another comment with its #")
    return found


def additions(
    path: str, file: FileSuppressions, findings: Iterable[Finding], reason: str = ""
) -> list[Edit]:
    """Return the edits after which these findings of a file are not reported any more."""
    by_line: dict[int, set[str]] = {}
    for finding in findings:
        if finding.rule not in NEVER:
            line = finding.location.span.line
            by_line.setdefault(file.layout.joined(line)[1], set()).add(finding.rule)
    above = format_of(path) == "setup_cfg"
    edits: list[Edit] = []
    for line, rules in sorted(by_line.items()):
        first, last = file.layout.joined(line)
        if above or (first < last and format_of(path) == "requirements"):
            edits.append(_above(file, first, sorted(rules), reason))
        else:
            edits.append(_behind(file, line, sorted(rules), reason))
    return edits


def _behind(file: FileSuppressions, line: int, rules: Sequence[str], reason: str) -> Edit:
    known = _extended(file, line, rules)
    if known is not None:
        return known
    end = _end_of(file, line)
    return Edit(end, end, f"  {_comment(rules, reason)}")


def _above(file: FileSuppressions, line: int, rules: Sequence[str], reason: str) -> Edit:
    known = _extended(file, line - 1, rules, alone=True)
    if known is not None:
        return known
    start = file.layout.starts[line - 1]
    rest = file.text[start:]
    indent = rest[: len(rest) - len(rest.lstrip(_SPACE))]
    newline = NEWLINE.search(file.text)
    ending = newline[0] if newline else "\n"
    return Edit(start, start, f"{indent}{_comment(rules, reason)}{ending}")


def _extended(
    file: FileSuppressions, line: int, rules: Sequence[str], *, alone: bool = False
) -> Edit | None:
    """Return the edit that lets a comment of ours on a line, if there is one, name more rules."""
    for comment in file.layout.comments:
        if comment.line == line and comment.is_alone is alone:
            for directive in directives_in(file.text, comment.start, comment.end):
                if (
                    isinstance(directive, Directive)
                    and directive.kind is Kind.LINE
                    and directive.selectors
                ):
                    place = directive.selectors[-1].end
                    return Edit(place, place, "".join(f", {rule}" for rule in rules))
    return None


def _comment(rules: Sequence[str], reason: str) -> str:
    return f"# clb: ignore[{', '.join(rules)}]" + (f" -- {reason}" if reason else "")


def _end_of(file: FileSuppressions, line: int) -> int:
    """Return where the text of a line ends, spaces at its end left out."""
    starts = file.layout.starts
    end = starts[line] if line < len(starts) else len(file.text)
    return starts[line - 1] + len(file.text[starts[line - 1] : end].rstrip())
