"""Pieces of Markdown as code hosts show it: text that stays text, code, tables, links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

_SPECIAL = re.compile(r"[\\*<\[\]]|(?<!\w)_|_(?!\w)")
_CODE = re.compile(r"(`[^`]*`)")

Resolve = Callable[[str], str | None]
"""Gives the page that tells of a word; None where there is none."""


def code(text: str) -> str:
    """Return text that is shown as it is, in a fixed width."""
    return f"`{text}`" if text else ""


def prose(text: str, pattern: re.Pattern[str] | None = None, page: Resolve | None = None) -> str:
    """Return text without accidental markup; its own code in backticks stays code.

    With a `pattern` and a `page`, the words it finds are linked to the page that tells of them.
    """
    return "".join(
        part if part.startswith("`") else _linked(part, pattern, page) for part in _CODE.split(text)
    )


def _linked(text: str, pattern: re.Pattern[str] | None, page: Resolve | None) -> str:
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    if pattern is None or page is None:
        return escaped

    def replaced(found: re.Match[str]) -> str:
        target = page(found[0])
        return link(found[0], target) if target else found[0]

    return pattern.sub(replaced, escaped)


def link(text: str, target: str) -> str:
    """Return a link."""
    return f"[{text}]({target})"


def relative(target: str, page: str) -> str:
    """Return where `target` is, seen from `page`."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; its cells are Markdown already."""
    yield _row(headings)
    yield _row(["---"] * len(headings))
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    shown = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in shown)}|"


def lines(cells: Iterable[str]) -> str:
    """Return several entries of one cell, each on a line of its own."""
    return "<br>".join(cells)


def fenced(text: str, language: str = "python") -> str:
    """Return text whose indented blocks of code became fenced ones, which hosts can colour."""
    result: list[str] = []
    block: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("    ") or (block and not line.strip()):
            block.append(line[4:])
            continue
        if block:
            result += _fence(block, language)
            block = []
        result.append(line)
    if block:
        result += _fence(block, language)
    return "\n".join(result).rstrip("\n")


def _fence(block: list[str], language: str) -> list[str]:
    after = 0
    while block and not block[-1]:
        block.pop()
        after = 1
    return [f"```{language}", *block, "```", *[""] * after]
