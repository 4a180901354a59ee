"""`clb-migrate fix`: migrate what can be migrated, and tell what is left and why."""

from __future__ import annotations

import sys

import click

from clb_migrate.asking import asked_about
from clb_migrate.cache import Cache, default_folder
from clb_migrate.cli.knowledge import known_rules
from clb_migrate.cli.migration import Doing, told
from clb_migrate.cli.options import choosing, within_project, working
from clb_migrate.cli.progress import profiled, watch_for
from clb_migrate.cli.streams import view_of, write_bytes, write_out
from clb_migrate.configuration import configuration_for
from clb_migrate.findings import Certainty
from clb_migrate.fixes.results import Migration
from clb_migrate.making import facts_maker
from clb_migrate.run import Settings, fix


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="Migrate also where something may change; without it, that is only told.",
)
@click.option("--diff", is_flag=True, help="Print what would change; write nothing.")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing, and exit with 1 if something would change.",
)
@choosing(
    selecting="Migrate only the flows with a finding of these rules, as a whole",
    ignoring="Leave the flows with a finding of these rules as they are.",
)
@click.option(
    "--allow-dirty",
    is_flag=True,
    help="Change files that git tracks and that have uncommitted changes, too.",
)
@click.option(
    "--allow-staged",
    is_flag=True,
    help="Change files whose uncommitted changes are all staged, too.",
)
@within_project("and change PATHs only: a flow that reaches into other files stays")
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
    jobs: int,
    no_cache: bool,
    cache_dir: str | None,
    profile: bool,
) -> int:
    """Migrate code from Tencent Cloud's API 2.0 to API 3.0, where it then does the same.

    PATHs are files and folders (default: the current folder). A call and all that reads its answer
    are migrated together, over all files given, or stay as they are; what stays is told with the
    reason and the steps. Files that git tracks must have no uncommitted changes.

    Exit code: 0 nothing is left to do, 1 something is left or (with --diff or --check) would
    change, 2 the work could not be done; no file is changed then.
    """
    if "-" in paths:
        raise click.UsageError("standard input cannot be fixed; give a PATH")
    asked = None if project is None else asked_about(project, paths)
    given = (paths or (".",)) if project is None else (project,)
    configuration = configuration_for(given)
    settings = Settings(
        select=select,
        ignore=ignore,
        exclude=exclude,
        certainty=Certainty.from_label(min_confidence),
        sources=configuration.sources,
        endpoint=configuration.endpoint,
        asked=asked,
    )
    watch = watch_for(sys.stderr)
    cache = None if no_cache else Cache(cache_dir or default_folder())
    with watch.stage("all"), facts_maker(jobs, cache, watch) as facts:
        with watch.stage("rules"):
            rules = known_rules()
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
    watch.done()
    writes = not diff and not only_check
    if writes:
        _write(migration, allow_dirty=allow_dirty, allow_staged=allow_staged)
    doing = Doing(writes=writes, unsafe=unsafe_fixes)
    if diff:
        from clb_migrate.fixes.differences import unified

        write_bytes(unified(migration.changes))
        click.echo("".join(told(migration, doing, view_of(sys.stderr))), err=True, nl=False)
    else:
        write_out(told(migration, doing, view_of(sys.stdout)))
    if profile:
        click.echo(profiled(watch), err=True)
    for notice in (*(asked.notices if asked else ()), *migration.notices):
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
