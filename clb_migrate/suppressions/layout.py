"""Where the comments of a file are, and which lines belong together, for all kinds of files.

A *statement* is a logical line of Python; in files that declare dependencies each line is one, with
those it goes on in. *Joined* lines are those that a text or a backslash makes one: nothing can be
commented between them. Lines count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from clb_migrate.source.dependencies import format_of
from clb_migrate.source.tokens import NEWLINE, Kind, Token, scan

Lines = tuple[int, int]
"""The first and the last of some lines that follow each other."""

_PLAIN: Final = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_TOML: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'[^'\r\n]*'"
    r"|(?P<comment>\#[^\r\n]*)",
    re.DOTALL,
)
_CONTINUED: Final = re.compile(r"\\(?:\r\n|\n|\r)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment by its offsets, the end exclusive, and its line."""

    start: int
    end: int
    line: int
    is_alone: bool
    """Nothing else is on the line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text."""

    starts: tuple[int, ...]
    """The offset at which each line starts."""
    comments: tuple[Comment, ...]
    code: tuple[int, ...]
    """The lines on which something else than a comment starts, in order."""
    statements: tuple[Lines, ...]
    joins: tuple[Lines, ...]
    is_complete: bool = True
    """The whole text was understood; if not, it is laid out as far as it was."""

    def line(self, offset: int) -> int:
        """Return the line of an offset."""
        return bisect_right(self.starts, offset)

    def statement(self, line: int) -> Lines:
        """Return the lines of the statement that a line belongs to; of none, the line itself."""
        return _holding(self.statements, line)

    def joined(self, line: int) -> Lines:
        """Return the lines that a line makes one with."""
        return _holding(self.joins, line)

    def next_code(self, line: int) -> int | None:
        """Return the first line below a line on which something starts."""
        at = bisect_right(self.code, line)
        return self.code[at] if at < len(self.code) else None


def layout_of(path: str, text: str) -> Layout:
    """Return the layout of a file; its name tells what it is written in."""
    match format_of(path):
        case "toml":
            return _of_lines(text, (m for m in _TOML.finditer(text) if m["comment"]))
        case "requirements":
            return _of_lines(text, _PLAIN.finditer(text), continued=True)
        case "setup_cfg" | "conda":
            return _of_lines(text, _PLAIN.finditer(text))
    return _of_python(text)


def _of_python(text: str) -> Layout:
    tokens, is_complete = scan(text)
    starts = _starts(text)

    def line(offset: int) -> int:
        return bisect_right(starts, offset)

    statements: list[Lines] = []
    first = 0
    for token in tokens:
        if token.kind is Kind.END:
            statements.append((first, line(token.start)))
            first = 0
        elif token.kind is not Kind.COMMENT and not first:
            first = line(token.start)
    pairs = [(line(start), line(end)) for start, end in _joining(text, tokens)]
    return Layout(
        starts,
        _comments(text, starts, ((t.start, t.end) for t in tokens if t.kind is Kind.COMMENT)),
        _sorted(line(t.start) for t in tokens if t.kind not in (Kind.COMMENT, Kind.END)),
        tuple(statements),
        _merged(pairs),
        is_complete,
    )


def _joining(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what joins the lines that it starts and ends on."""
    end = 0
    for token in tokens:
        if _CONTINUED.search(text, end, token.start):
            yield end, token.start
        if token.kind is Kind.STRING:
            yield token.start, token.end
        end = token.end


def _of_lines(text: str, comments: Iterable[re.Match[str]], *, continued: bool = False) -> Layout:
    starts = _starts(text)
    found = _comments(text, starts, ((match.start(), match.end()) for match in comments))
    alone = {comment.line for comment in found if comment.is_alone}
    ends = (*starts[1:], len(text))
    code = tuple(
        number
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
        if number not in alone and text[start:end].strip()
    )
    joins: tuple[Lines, ...] = ()
    if continued:
        backslashes = (bisect_right(starts, m.start()) for m in _CONTINUED.finditer(text))
        joins = _merged([(line, line + 1) for line in backslashes if line not in alone])
    statements = {(line, line) if not joins else _holding(joins, line) for line in code}
    return Layout(starts, found, code, tuple(sorted(statements)), joins)


def _comments(
    text: str, starts: tuple[int, ...], places: Iterable[tuple[int, int]]
) -> tuple[Comment, ...]:
    found = []
    for start, end in places:
        line = bisect_right(starts, start)
        is_alone = not text[starts[line - 1] : start].strip()
        found.append(Comment(start, end, line, is_alone))
    return tuple(found)


def _starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in NEWLINE.finditer(text)))


def _sorted(lines: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(lines)))


def _merged(ranges: Iterable[Lines]) -> tuple[Lines, ...]:
    """Return the ranges of more than one line, in order, those that share a line as one."""
    merged: list[Lines] = []
    for first, last in sorted(each for each in ranges if each[0] < each[1]):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _holding(ranges: tuple[Lines, ...], line: int) -> Lines:
    at = bisect_left(ranges, (line + 1,)) - 1
    if at >= 0 and ranges[at][0] <= line <= ranges[at][1]:
        return ranges[at]
    return line, line
