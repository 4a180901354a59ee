"""Reports as text: one module in `formats` for each format, found by its place.

Such a module has `MACHINE_READABLE` and `SHOWS_FIXES`, and `render` and `render_statistics`, which
both take a `Report` and a `View` and yield pieces of text. Its name is the name of the format (with
`-` for `_`).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from clb_migrate.run import Report


@dataclass(frozen=True, slots=True)
class View:
    """How a report will be seen: in colour or not, and on how wide a terminal, if on one."""

    colour: bool = False
    width: int | None = None
    quiet: bool = False
    """Only what was found: nothing that sums it up."""


class Format(Protocol):
    """What a module of `formats` has to offer."""

    MACHINE_READABLE: bool
    """Programs read it: where a check cannot be done they get an empty report, not nothing."""
    SHOWS_FIXES: bool
    """It shows what `fix` would do, which takes another look at the project."""

    @staticmethod
    def render(report: Report, view: View) -> Iterator[str]:
        """Yield the findings."""

    @staticmethod
    def render_statistics(report: Report, view: View) -> Iterator[str]:
        """Yield how many findings of which rule there are."""


def format_names() -> tuple[str, ...]:
    """Return the names of all formats, sorted; imports none of them."""
    from clb_migrate.output import formats

    modules = pkgutil.iter_modules(formats.__path__)
    return tuple(sorted(module.name.replace("_", "-") for module in modules))


def load_format(name: str) -> Format:
    """Return the format of one of the names; raises `ImportError` for any other."""
    module = importlib.import_module(f"{__name__}.formats.{name.replace('-', '_')}")
    return cast(Format, module)
