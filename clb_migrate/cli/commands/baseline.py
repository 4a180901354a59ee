"""`clb-migrate baseline`: write down what is there now, so that a check tells only what is new."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from clb_migrate.baseline import FILE, Baseline, nearest, read, usual, written
from clb_migrate.cache import Cache
from clb_migrate.cli import completing
from clb_migrate.cli.baselines import scope_of
from clb_migrate.cli.configuring import in_force, settings_of
from clb_migrate.cli.help import Command, Option
from clb_migrate.cli.knowledge import known_rules
from clb_migrate.cli.options import WHAT, Volume, choosing, telling, working
from clb_migrate.cli.progress import profiled, watching
from clb_migrate.cli.streams import write_file
from clb_migrate.errors import UserError
from clb_migrate.making import facts_maker
from clb_migrate.run import check
from clb_migrate.source.discover import shown_path

_WRITING = "What is written"
_PARTIAL = (
    "nothing is taken out, since PATHs leave out files that the baseline names, and what is found "
    "in a file depends on others; give all of them"
)


@click.command(
    cls=Command,
    short_help="Write down what is there now.",
    examples={
        "clb-migrate baseline": "From now on, check tells only what is new.",
        "clb-migrate baseline --prune": "Forget what was migrated meanwhile.",
    },
    exit_codes={0: "The baseline is up to date.", 2: "It could not be written."},
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files)
@choosing(selecting="Write down only findings of these rules", ignoring="Leave these rules out.")
@click.option(
    "--baseline",
    "file",
    cls=Option,
    section=WHAT,
    shell_complete=completing.files,
    metavar="FILE",
    help=f"The file.  [default: the nearest {FILE} above the files, or one in the current folder]",
)
@click.option(
    "--prune",
    cls=Option,
    section=_WRITING,
    is_flag=True,
    help="Only take out what is gone; what is new stays new.",
)
@telling(quietly="Print errors only.")
@working
def command(
    *,
    paths: tuple[str, ...],
    min_confidence: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
    file: str | None,
    prune: bool,
    jobs: int,
    no_cache: bool,
    cache_dir: str,
    profile: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Write what a check of PATHs finds now to a file, so that later checks tell only what is new.

    The file belongs into version control. Findings of files that are not among PATHs, or of rules
    that are not asked for, stay in it as they are. `clb-migrate fix` leaves what is in it alone.
    """
    volume = Volume.of(quiet=quiet, verbose=verbose)
    if "-" in paths:
        raise click.UsageError("standard input has no baseline; give a PATH")
    given = paths or (".",)
    configuration = in_force()
    settings = settings_of(
        select=select, ignore=ignore, exclude=exclude, min_confidence=min_confidence
    )
    before = _before(_named(file, given), prune=prune)
    cache = None if no_cache else Cache(cache_dir)
    with (
        watching(
            sys.stderr,
            volume,
            configuration=configuration.origin or "none",
            cache=cache.folder if cache else "none",
        ) as watch,
        facts_maker(jobs, cache, watch) as facts,
    ):
        report = check(given, settings, known_rules(configuration.rules), facts, watch, jobs, cache)
    scope = scope_of(before, given, settings)
    unmet = before.unmet(report)
    gone = set(filter(scope.holds, unmet))
    kept = [entry for entry in before.entries if entry not in gone]
    known = {entry.key for entry in kept}
    found = before.in_report(report)
    new = [] if prune else [entry for entry in found if entry.key not in known]
    # What is known may have moved to another line, or be surer than it was.
    current = {entry.key: entry for entry in found}
    after = Baseline(before.file, (*(current.get(e.key, e) for e in kept), *new))
    write_file(after.file, written(after))
    if not quiet:
        count = len(set(after.entries))
        told = f"{count} finding" if count == 1 else f"{count} findings"
        click.echo(f"{shown_path(after.file)}: {told} ({len(new)} added, {len(gone)} gone)")
        if not scope.is_whole and any(map(scope.asks_for, unmet)):
            click.echo(f"clb-migrate: warning: {_PARTIAL}", err=True)
    if profile:
        click.echo(profiled(watch), err=True)
    return 0


def _named(file: str | None, paths: Sequence[str]) -> str:
    return (nearest(paths) or usual(paths)) if file is None else file


def _before(file: str, *, prune: bool) -> Baseline:
    """Return what is in a file, which need not exist unless it is to be pruned."""
    if prune or os.path.exists(file):
        return read(file)
    folder = os.path.dirname(os.path.abspath(file))
    if not os.path.isdir(folder):
        raise UserError(f"cannot write {file!r}: there is no folder {folder}")
    return Baseline(file)
