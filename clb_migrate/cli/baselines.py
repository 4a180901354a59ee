"""The baseline of a run: which one it is, and what is told of it afterwards."""

from __future__ import annotations

import os
import shlex
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
    found = nearest(paths) if file is None else file
    return None if found is None else read(found)


def scope_of(baseline: Baseline, paths: Sequence[str], settings: Settings) -> Scope:
    """Return what a run over `paths` looked at."""
    from clb_migrate.run import reported_rules
    from clb_migrate.source.discover import discover, shown_as

    roots = tuple(os.path.join(os.path.realpath(path), "") for path in paths)
    looked: set[str] = set()
    is_whole = True
    for path in {entry.path for entry in baseline.entries}:
        place = os.path.normpath(os.path.join(baseline.folder, path))
        is_below = os.path.join(place, "").startswith(roots)
        if os.path.lexists(place):
            is_whole = is_whole and is_below
        elif is_below:
            looked.add(path)
    asked = settings.asked
    looked.update(
        baseline.path_of(shown)
        for shown in map(shown_as, discover(paths, settings.exclude, settings.exclude_from))
        if asked is None or asked.holds(shown)
    )
    return Scope(looked, reported_rules(settings), settings.least_certainty, is_whole)


def gone_entries(
    baseline: Baseline, report: Report, paths: Sequence[str], settings: Settings
) -> list[str]:
    """Return a notice of what is in the baseline and no more in the files; empty if nothing is."""
    unmet = baseline.unmet(report)
    if not unmet:
        return []
    scope = scope_of(baseline, paths, settings)
    gone = sum(map(scope.holds, unmet))
    if not gone:
        return []
    findings = (
        "1 finding of the baseline is" if gone == 1 else f"{gone} findings of the baseline are"
    )
    return [f"{findings} gone; {_pruning(baseline, paths, settings)} takes them out"]


def _pruning(baseline: Baseline, paths: Sequence[str], settings: Settings) -> str:
    """Return the command that takes out what a run found to be gone."""
    from clb_migrate.run import Settings

    words = ["clb-migrate", "baseline", "--prune"]
    usual = nearest(paths)
    if usual is None or not os.path.samefile(usual, baseline.file):
        words += ["--baseline", baseline.file]
    if settings.certainty < Settings().certainty:
        words += ["--min-confidence", settings.certainty.label]
    if tuple(paths) != (".",):
        words += ["--", *paths] if any(path.startswith("-") for path in paths) else paths
    return f"`{shlex.join(words)}`"
