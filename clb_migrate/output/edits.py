"""A changed file as the stretches of text that are replaced in it, for formats that show fixes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from clb_migrate.findings import Span
from clb_migrate.source.read import Source, decode

if TYPE_CHECKING:
    from clb_migrate.fixes.results import FileChange

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the old text, and what stands there afterwards."""

    span: Span
    text: str


def edits_of(change: FileChange) -> tuple[Edit, ...]:
    """Return what is replaced in a file, in order."""
    return edits(*texts_of(change))


def texts_of(change: FileChange) -> tuple[str, str]:
    """Return the texts of a file before and after; raises `ValueError` if it holds no text.

    What is changed was text before, so that does not happen to a change that was planned.
    """
    before, after = decode(change.before, change.shown), decode(change.after, change.shown)
    if isinstance(before, Source) and isinstance(after, Source):
        return before.text, after.text
    raise ValueError(f"{change.shown} holds no text")


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return what turns one text into the other, whole lines each, in order."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        _edit(old, first, last, "".join(new[start:end]))
        for kind, first, last, start, end in matcher.get_opcodes()
        if kind != "equal"
    )


def merged(before: str, found: Sequence[Edit]) -> Edit:
    """Return one edit that does what several do, in order, with the text between them."""
    offsets = [0]
    for line in _LINE.findall(before):
        offsets.append(offsets[-1] + len(line))

    def at(line: int, column: int) -> int:
        return offsets[line - 1] + column - 1

    first, last = found[0].span, found[-1].span
    text, done = "", at(first.line, first.column)
    for edit in found:
        text += before[done : at(edit.span.line, edit.span.column)] + edit.text
        done = at(edit.span.end_line, edit.span.end_column)
    return Edit(Span(first.line, first.column, last.end_line, last.end_column), text)


def _edit(old: Sequence[str], first: int, last: int, text: str) -> Edit:
    """Replace the lines from `first` to before `last`, which count from 0."""
    if last < len(old) or not old:
        return Edit(Span(first + 1, 1, last + 1, 1), text)
    # Readers need not know a line behind the last one, so an edit ends before its newline.
    content = old[-1].rstrip("\r\n")
    newline = old[-1][len(content) :]
    end = (len(old), len(content) + 1)
    if not text.endswith(newline):
        return Edit(Span(first + 1, 1, last + 1, 1), text)
    text = text.removesuffix(newline)
    if first < last:
        return Edit(Span(first + 1, 1, *end), text)
    return Edit(Span(*end, *end), newline + text)
