"""The baseline of a run: which one it is, and what is told of it afterwards."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from clb_migrate.baseline import Baseline, Scope, nearest, read
from clb_migrate.cli import completing
from clb_migrate.cli.help import Option
from clb_migrate.cli.options import WHAT, Function

if TYPE_CHECKING:
    from clb_migrate.run import Report, Settings


def within_baseline(doing: str) -> Callable[[Function], Function]:
    """Add what names the baseline; the text says what is done with what is in it."""

    def add(function: Function) -> Function:
        without = click.option(
            "--no-baseline",
            cls=Option,
            section=WHAT,
            is_flag=True,
            help="Do without a baseline, even where there is one.",
        )
        named = click.option(
            "--baseline",
            cls=Option,
            section=WHAT,
            shell_complete=completing.files,
            metavar="FILE",
            help=f"{doing} what is in this baseline, which `clb-migrate baseline` wrote.  "
            "[default: the nearest .clb-migrate-baseline.json above the files]",
        )
        return named(without(function))

    return add


def baseline_for(paths: Sequence[str], file: str | None, *, without: bool) -> Baseline | None:
    """Return the baseline that holds for a run over `paths`; None if there is none.

    Raises `UsageError` where one is both named and refused, `UserError` for one that is broken.
    """
    if without:
        if file is not None:
            raise click.UsageError("--baseline and --no-baseline exclude each other")
        return None
    found = file or nearest(paths)
    return None if found is None else read(found)


def scope_of(
    baseline: Baseline, entries: Sequence[str], paths: Sequence[str], settings: Settings
) -> Scope:
    """Return what a run over `paths` looked at, as far as the files of `entries` are concerned."""
    from clb_migrate.run import reported_rules
    from clb_migrate.source.discover import discover, shown_as

    asked = settings.asked
    looked = {
        baseline.path_of(shown)
        for shown in map(shown_as, discover(paths, settings.exclude))
        if asked is None or asked.holds(shown)
    }
    folder = os.path.dirname(os.path.abspath(baseline.file))
    roots = tuple(os.path.join(os.path.abspath(path), "") for path in paths)
    for entry in entries:
        place = os.path.normpath(os.path.join(folder, entry))
        if not os.path.lexists(place) and place.startswith(roots):
            looked.add(entry)
    return Scope(looked, reported_rules(settings), settings.certainty)


def gone_entries(
    baseline: Baseline, report: Report, paths: Sequence[str], settings: Settings
) -> list[str]:
    """Return a notice of what is in the baseline and no more in the files; empty if nothing is."""
    there = {entry.key for entry in baseline.in_report(report)}
    missing = [entry.path for entry in baseline.entries if entry.key not in there]
    if not missing:
        return []
    gone = len(baseline.gone(report, scope_of(baseline, missing, paths, settings)))
    if not gone:
        return []
    findings = (
        "1 finding of the baseline is" if gone == 1 else f"{gone} findings of the baseline are"
    )
    return [f"{findings} gone; `clb-migrate baseline --prune` takes them out"]
