"""The line of code a finding stands in, and the mark below it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from clb_migrate.findings import Span

_NEWLINE = re.compile(r"\r\n|\r|\n")
_TAB = "    "
_CUT = "..."
_LONGEST = 160
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line as a terminal can show it, and as much space and carets as point into it."""

    code: str
    mark: str


def lines_of(text: str) -> list[str]:
    """Split as Python counts lines, which is not where `str.splitlines` does."""
    return _NEWLINE.split(text)


def excerpt(lines: list[str], span: Span) -> Excerpt | None:
    """Return the first line of `span`, without its indentation, cut where it is very long.

    None where there is no such line, or nothing in it.
    """
    line = lines[span.line - 1].rstrip() if span.line <= len(lines) else ""
    if not line:
        return None
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    indent = len(line) - len(line.lstrip())
    first = max(indent, start - _BEFORE) if len(line) > _LONGEST else indent
    last = first + _LONGEST
    lead = _CUT if first > indent else ""
    shown, marked = printable(line[first:last]), printable(line[start : min(end, last)])
    return Excerpt(
        lead + shown + (_CUT if last < len(line) else ""),
        " " * _columns(lead + printable(line[first:start])) + "^" * max(1, _columns(marked)),
    )


def printable(text: str) -> str:
    """Replace what would move the cursor, hide or reorder what stands there, by escapes."""
    text = text.replace("\t", _TAB)
    if text.isprintable():
        return text
    return "".join(
        character
        if character.isprintable() or unicodedata.category(character) == "Zs"
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def _columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(character)
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )
