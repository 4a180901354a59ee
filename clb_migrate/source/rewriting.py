"""A text with edits, and where each place of the new text stood in the old one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from clb_migrate.source.tokens import NEWLINE


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of what stands from `start` to `end`.

    With `origin`, `text` is a copy of what stands there in the old text, and its places are those.
    """

    start: int
    end: int
    text: str
    origin: int | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the new text: the same characters as in the old one, or others instead."""

    new_start: int
    old_start: int
    old_end: int
    same: bool


class Rewritten:
    """The text after some edits. Lines and columns count from 1, columns in characters."""

    def __init__(self, old: str, edits: Iterable[Edit]) -> None:
        parts: list[str] = []
        self._pieces: list[_Piece] = []
        length = position = 0

        def add(text: str, old_start: int, old_end: int, same: bool) -> None:
            nonlocal length
            if text:
                self._pieces.append(_Piece(length, old_start, old_end, same))
                parts.append(text)
                length += len(text)

        # Sorting is stable: edits at one place stay in the order they were given.
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            add(old[position : edit.start], position, edit.start, same=True)
            if edit.origin is not None:
                add(edit.text, edit.origin, edit.origin + len(edit.text), same=True)
            else:
                add(edit.text, edit.start, edit.end, same=False)
            position = edit.end
        add(old[position:], position, len(old), same=True)
        self.text = "".join(parts)
        self._starts = [piece.new_start for piece in self._pieces]
        self._new_lines = _line_starts(self.text)
        self._old_lines = _line_starts(old)

    def old_start(self, line: int, column: int) -> tuple[int, int]:
        """Return where the thing that starts at a place of the new text started in the old."""
        return self._place(self._old(self._offset(line, column), 0))

    def old_end(self, line: int, column: int) -> tuple[int, int]:
        """Return where the thing that ends at a place of the new text ended in the old."""
        offset = self._offset(line, column)
        return self._place(self._old(offset - 1, 1) if offset else 0)

    def _offset(self, line: int, column: int) -> int:
        start = self._new_lines[min(line, len(self._new_lines)) - 1]
        return min(start + column - 1, len(self.text))

    def _old(self, offset: int, beyond: int) -> int:
        """Return the old offset of a character, or of what is `beyond` it."""
        if not self._pieces:
            return 0
        piece = self._pieces[bisect_right(self._starts, offset) - 1]
        if piece.same:
            return min(piece.old_start + offset - piece.new_start + beyond, piece.old_end)
        return piece.old_end if beyond else piece.old_start

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._old_lines, offset)
        return line, offset - self._old_lines[line - 1] + 1


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in NEWLINE.finditer(text))]
