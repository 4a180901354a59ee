"""`clb-migrate fix`: migrate what can be migrated, and tell what is left and why."""

from __future__ import annotations

import sys

import click

from clb_migrate.asking import asked_about
from clb_migrate.cache import Cache
from clb_migrate.cli import completing
from clb_migrate.cli.baselines import baseline_for, within_baseline
from clb_migrate.cli.configuring import in_force, settings_of
from clb_migrate.cli.help import Command, Option
from clb_migrate.cli.knowledge import known_rules
from clb_migrate.cli.migration import Doing, told
from clb_migrate.cli.options import Volume, choosing, telling, within_project, working
from clb_migrate.cli.progress import profiled, watching
from clb_migrate.cli.streams import view_of, write_bytes, write_out
from clb_migrate.fixes.results import Migration
from clb_migrate.making import facts_maker
from clb_migrate.run import fix

_WRITING = "What is changed"


@click.command(
    cls=Command,
    short_help="Migrate what can be migrated.",
    examples={
        "clb-migrate fix --diff": "See what would change below the current folder.",
        "clb-migrate fix": "Change it.",
        "clb-migrate fix --unsafe-fixes --diff": "See also what may behave differently afterwards.",
        "clb-migrate fix --check src": "For CI: only tell whether something would change.",
    },
    exit_codes={
        0: "Nothing is left to do.",
        1: "Something is left or (with --diff or --check) would change.",
        2: "The work could not be done; no file is changed.",
    },
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files)
@click.option(
    "--unsafe-fixes",
    cls=Option,
    section=_WRITING,
    is_flag=True,
    help="Migrate also where something may change; without it, that is only told.",
)
@click.option(
    "--diff",
    cls=Option,
    section=_WRITING,
    is_flag=True,
    help="Print what would change; write nothing.",
)
@click.option(
    "--check",
    "only_check",
    cls=Option,
    section=_WRITING,
    is_flag=True,
    help="Write nothing, and exit with 1 if something would change.",
)
@click.option(
    "--allow-dirty",
    cls=Option,
    section=_WRITING,
    is_flag=True,
    help="Change files that git tracks and that have uncommitted changes, too.",
)
@choosing(
    selecting="Migrate only the flows with a finding of these rules, as a whole",
    ignoring="Leave the flows with a finding of these rules as they are.",
)
@within_baseline("Do not touch")
@within_project("and change PATHs only: a flow that reaches into other files stays")
@telling(
    quietly="Tell only what is left for you and what to look at; no closing sentence, progress or "
    "warnings."
)
@click.option(
    "--allow-staged",
    cls=Option,
    section=_WRITING,
    is_flag=True,
    help="Change files whose uncommitted changes are all staged, too.",
)
@working
def command(
    *,
    paths: tuple[str, ...],
    unsafe_fixes: bool,
    diff: bool,
    only_check: bool,
    min_confidence: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
    allow_dirty: bool,
    allow_staged: bool,
    project: str | None,
    baseline: str | None,
    no_baseline: bool,
    jobs: int,
    no_cache: bool,
    cache_dir: str,
    profile: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Migrate code from Tencent Cloud's API 2.0 to API 3.0, where it then does the same.

    PATHs are files and folders (default: the current folder). A call and all that reads its answer
    are migrated together, over all files given, or stay as they are; what stays is told with the
    reason and the steps. Files that git tracks must have no uncommitted changes.
    """
    volume = Volume.of(quiet=quiet, verbose=verbose)
    if "-" in paths:
        raise click.UsageError("standard input cannot be fixed; give a PATH")
    asked = None if project is None else asked_about(project, paths)
    given = (paths or (".",)) if project is None else (project,)
    configuration = in_force()
    known = baseline_for(given, baseline, without=no_baseline)
    settings = settings_of(
        select=select,
        ignore=ignore,
        exclude=exclude,
        min_confidence=min_confidence,
        withholders=() if known is None else (known.withholder,),
        asked=asked,
    )
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
        with watch.stage("rules"):
            rules = known_rules(configuration.rules)
        migration = fix(
            given,
            settings,
            rules,
            unsafe=unsafe_fixes,
            facts=facts,
            watch=watch,
            jobs=jobs,
            cache=cache,
        )
    writes = not diff and not only_check
    if writes:
        _write(migration, allow_dirty=allow_dirty, allow_staged=allow_staged)
    doing = Doing(writes=writes, unsafe=unsafe_fixes)
    if diff:
        from clb_migrate.fixes.differences import unified

        write_bytes(unified(migration.changes))
        summary = "".join(told(migration, doing, view_of(sys.stderr, quiet=quiet)))
        # It has colours where they are wanted.
        click.echo(summary, err=True, nl=False, color=True)
    else:
        write_out(told(migration, doing, view_of(sys.stdout, quiet=quiet)))
    if profile:
        click.echo(profiled(watch), err=True)
    notices = (*(asked.notices if asked else ()), *migration.notices)
    for notice in () if quiet else notices:
        click.echo(f"clb-migrate: warning: {notice}", err=True)
    return 1 if migration.left or (migration.changes and not writes) else 0


def _write(migration: Migration, *, allow_dirty: bool, allow_staged: bool) -> None:
    """Write all changes, or none where one of them cannot be written."""
    if not migration.changes:
        return
    from clb_migrate.fixes.repository import require_clean
    from clb_migrate.fixes.writing import write_changes

    if not allow_dirty:
        require_clean(migration.changes, allow_staged=allow_staged)
    write_changes(migration.changes)
