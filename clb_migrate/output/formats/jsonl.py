"""The objects of `json`, each on a line of its own: for what reads as it comes, and for `grep`."""

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
    """Yield a line for each finding."""
    return _lines(finding_objects(report))


def render_statistics(report: Report, _view: View) -> Iterator[str]:
    """Yield a line for each rule that found something."""
    return _lines(count_objects(report))


def _lines(objects: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for each in objects:
        yield json.dumps(each) + "\n"
