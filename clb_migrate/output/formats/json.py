"""An array of objects, one for each finding; lines and columns count from 1, ends are exclusive.

Everything is ASCII, so that no encoding on the way can spoil it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from clb_migrate.output import View
from clb_migrate.output.objects import count_objects, finding_objects

MACHINE_READABLE = True
SHOWS_FIXES = False

if TYPE_CHECKING:
    from clb_migrate.run import Report


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield the findings."""
    return _array(finding_objects(report))


def render_statistics(report: Report, _view: View) -> Iterator[str]:
    """Yield how many findings each rule has."""
    return _array(count_objects(report))


def _array(objects: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    separator = "["
    for each in objects:
        yield separator + "\n  " + json.dumps(each, indent=2).replace("\n", "\n  ")
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"
