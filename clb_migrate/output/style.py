"""Colours for terminals, and lines that fit them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from enum import StrEnum

from clb_migrate.output import View
from clb_migrate.output.excerpt import printable


class Colour(StrEnum):
    """The escape sequences in use, by what they are for."""

    HEADING = "\x1b[1m"
    RULE = "\x1b[1;31m"
    MARK = "\x1b[31m"
    LABEL = "\x1b[36m"
    GOOD = "\x1b[32m"


_END = "\x1b[0m"


def coloured(text: str, colour: Colour, view: View) -> str:
    """Return `text` in a colour where the view has colours."""
    return f"{colour}{text}{_END}" if view.colour and text else text


def labelled(label: str, text: str, view: View, *, indent: int, margin: int) -> Iterator[str]:
    """Yield lines with `label` at `indent` and `text` from column `margin` on."""
    lines = _wrapped(text, margin, view)
    start = " " * indent + coloured(label, Colour.LABEL, view)
    yield f"{start}{' ' * max(1, margin - indent - len(label))}{lines[0]}".rstrip() + "\n"
    for line in lines[1:]:
        yield f"{' ' * margin}{line}".rstrip() + "\n"


def _wrapped(text: str, margin: int, view: View) -> list[str]:
    paragraphs = map(printable, text.split("\n"))
    if view.width is None:
        return [*paragraphs]
    width = max(view.width - margin, 20)
    return [
        line
        for paragraph in paragraphs
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
        or [""]
    ]
