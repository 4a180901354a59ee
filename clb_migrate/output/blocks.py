"""Blocks of lines that texts for people share: the code at a place, and a trail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clb_migrate.findings import Location, TrailStep
from clb_migrate.output import View
from clb_migrate.output.excerpt import excerpt, printable
from clb_migrate.output.style import Colour, coloured


def code_at(location: Location, lines: list[str], view: View) -> Iterator[str]:
    """Yield the line of code at a place, and carets below what is meant; `lines` are the file's."""
    found = excerpt(lines, location.span)
    if found is None:
        return
    number = str(location.span.line)
    border = coloured("|", Colour.LABEL, view)
    yield f"  {coloured(number, Colour.LABEL, view)} {border} {found.code}\n"
    yield f"  {' ' * len(number)} {border} "
    # Only the carets: a terminal would underline the space before them, too.
    mark = found.mark.lstrip()
    yield found.mark[: -len(mark)] + coloured(mark, Colour.MARK, view) + "\n"


def trail_lines(trail: Sequence[TrailStep], view: View, *, indent: int) -> Iterator[str]:
    """Yield a line for each step of a trail."""
    width = max((len(shown_place(step.location)) for step in trail), default=0)
    for step in trail:
        place = coloured(f"{shown_place(step.location):<{width}}", Colour.LABEL, view)
        yield f"{' ' * indent}{place}  {printable(step.text)}\n"


def shown_place(location: Location) -> str:
    """Return where something starts, as editors understand it."""
    return printable(f"{location.path}:{location.span.line}:{location.span.column}")
