"""`clb-migrate check`: report what is legacy; nothing is written but the report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from clb_migrate.asking import asked_about
from clb_migrate.cache import Cache, default_folder
from clb_migrate.cli.knowledge import known_rules
from clb_migrate.cli.options import choosing, within_project, working
from clb_migrate.cli.progress import profiled, watch_for
from clb_migrate.cli.reports import (
    Output,
    asked_for,
    completed,
    outputs_of,
    write_failure,
    write_reports,
)
from clb_migrate.configuration import configuration_for
from clb_migrate.errors import UserError
from clb_migrate.findings import Certainty
from clb_migrate.making import facts_maker
from clb_migrate.output import format_names
from clb_migrate.run import Report, Settings, check, check_bytes

if TYPE_CHECKING:
    from clb_migrate.analysis.facts import FactsOf
    from clb_migrate.watch import Watch

STANDARD_INPUT = "-"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    callback=outputs_of,
    shell_complete=completed,
    metavar="FORMAT[=FILE]",
    help="Write the report in this format to a file, or to standard output without one; can be "
    "repeated: --output sarif=clb.sarif --output github.",
)
@click.option(
    "--output-format",
    type=click.Choice(format_names()),
    show_default="text",
    help="How findings are written, if in one format.",
)
@choosing(selecting="Report only these rules", ignoring="Do not report these rules.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead.")
@click.option(
    "--output-file", metavar="FILE", help="Write the report to a file instead of the terminal."
)
@within_project("and report on PATHs only")
@working
@click.option(
    "--stdin-filename", metavar="NAME", help="What to call standard input, which PATH `-` reads."
)
def command(
    *,
    paths: tuple[str, ...],
    outputs: tuple[Output, ...],
    output_format: str | None,
    min_confidence: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
    statistics: bool,
    output_file: str | None,
    project: str | None,
    jobs: int,
    no_cache: bool,
    cache_dir: str | None,
    profile: bool,
    stdin_filename: str | None,
) -> int:
    """Report code that uses Tencent Cloud's API 2.0, and what it becomes in API 3.0.

    PATHs are files and folders (default: the current folder); `-` reads standard input. Folders are
    searched for Python files and files that declare dependencies; .gitignore is respected.

    Exit code: 0 nothing found, 1 findings, 2 the check could not be done.
    """
    reports = asked_for(outputs, output_format, output_file)
    try:
        if project is not None and STANDARD_INPUT in paths:
            raise click.UsageError("--project is for files; `-` (standard input) is in no folder")
        asked = None if project is None else asked_about(project, paths)
        paths = paths if project is None else (project,)
        settings = Settings(
            select=select,
            ignore=ignore,
            exclude=exclude,
            certainty=Certainty.from_label(min_confidence),
            sources=configuration_for(_configured_by(paths, stdin_filename)).sources,
            asked=asked,
        )
        watch = watch_for(sys.stderr)
        cache = None if no_cache else Cache(cache_dir or default_folder())
        with watch.stage("all"), facts_maker(jobs, cache, watch) as facts:
            report = _report(paths, stdin_filename, settings, facts, watch, jobs, cache)
        watch.done()
    except (UserError, click.UsageError) as error:
        write_failure(reports, _told(error))
        raise
    write_reports(reports, report, statistics=statistics)
    if profile:
        click.echo(profiled(watch), err=True)
    for notice in (*(asked.notices if asked else ()), *report.notices):
        click.echo(f"clb-migrate: warning: {notice}", err=True)
    return 1 if report.findings else 0


def _told(error: UserError | click.UsageError) -> str:
    return error.format_message() if isinstance(error, click.UsageError) else str(error)


def _configured_by(paths: tuple[str, ...], stdin_filename: str | None) -> tuple[str, ...]:
    """Return the paths whose folder's configuration holds."""
    named = tuple(path for path in paths if path != STANDARD_INPUT)
    return named or (stdin_filename or ".",)


def _report(
    paths: tuple[str, ...],
    stdin_filename: str | None,
    settings: Settings,
    facts: FactsOf,
    watch: Watch,
    jobs: int,
    cache: Cache | None,
) -> Report:
    if STANDARD_INPUT not in paths:
        if stdin_filename is not None:
            raise click.UsageError("--stdin-filename is for standard input; give `-` as the PATH")
        with watch.stage("rules"):
            rules = known_rules()
        return check(paths or (".",), settings, rules, facts, watch, jobs, cache)
    if len(paths) > 1:
        raise click.UsageError("`-` (standard input) cannot be checked together with other PATHs")
    if sys.stdin is None:
        raise UserError("standard input is closed; give a PATH, or something to read to `-`")
    data = sys.stdin.buffer.read()
    return check_bytes(stdin_filename or STANDARD_INPUT, data, settings, known_rules())
