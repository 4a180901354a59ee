"""`clb-migrate check`: report what is legacy; nothing is written but the report.

Only where it is asked for, comments are written that keep findings from being reported.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from clb_migrate.asking import asked_about
from clb_migrate.cache import Cache
from clb_migrate.cli import completing
from clb_migrate.cli.baselines import baseline_for, gone_entries, within_baseline
from clb_migrate.cli.configuring import STANDARD_INPUT, in_force, places_of, settings_of
from clb_migrate.cli.help import Command, Option
from clb_migrate.cli.knowledge import known_rules
from clb_migrate.cli.options import (
    HOW,
    TELLING,
    WHAT,
    Volume,
    choosing,
    telling,
    within_project,
    working,
)
from clb_migrate.cli.progress import profiled, watching
from clb_migrate.cli.reports import (
    Output,
    asked_for,
    completed,
    outputs_of,
    show_fixes,
    write_failure,
    write_reports,
)
from clb_migrate.errors import UserError
from clb_migrate.making import facts_maker
from clb_migrate.output import format_names
from clb_migrate.run import Ignored, Report, Settings, check, check_bytes, ignore
from clb_migrate.since import since as since_revision

if TYPE_CHECKING:
    from clb_migrate.analysis.facts import FactsOf
    from clb_migrate.watch import Watch

_ADD = "--add-ignores"


@click.command(
    cls=Command,
    short_help="Report what uses API 2.0.",
    examples={
        "clb-migrate check": "Everything below the current folder.",
        "clb-migrate check --statistics src tools": "How many findings of which rule.",
        "clb-migrate check --select CLB1 --output-format concise": "Error codes only, a line each.",
        "clb-migrate check - --stdin-filename a.py < a.py": "Standard input, as editors do it.",
    },
    exit_codes={0: "Nothing found.", 1: "Findings.", 2: "The check could not be done."},
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files)
@choosing(selecting="Report only these rules", ignoring="Do not report these rules.")
@click.option(
    "--since",
    cls=Option,
    section=WHAT,
    metavar="REV",
    help="Report only what is on lines that changed since this git revision; `main...` means since "
    "the branch left main.",
)
@within_baseline("Do not report")
@within_project("and report on PATHs only")
@click.option(
    "--stdin-filename",
    cls=Option,
    section=WHAT,
    metavar="NAME",
    help="What to call standard input, which PATH `-` reads.",
)
@click.option(
    "--output",
    "outputs",
    cls=Option,
    section=TELLING,
    multiple=True,
    callback=outputs_of,
    shell_complete=completed,
    metavar="FORMAT[=FILE]",
    help="Write the report in this format to a file, or to standard output without one; can be "
    "repeated: --output sarif=clb.sarif --output github.",
)
@click.option(
    "--output-format",
    cls=Option,
    section=TELLING,
    type=click.Choice(format_names()),
    metavar="FORMAT",
    show_default="text",
    help=f"How findings are written, if in one format: {', '.join(format_names())}.",
)
@click.option(
    _ADD,
    cls=Option,
    section=HOW,
    is_flag=True,
    help="Write a comment `# clb: ignore[RULE]` beside each finding, and report what is left.",
)
@click.option(
    "--reason",
    cls=Option,
    section=HOW,
    metavar="TEXT",
    help=f"Why, for the comments that {_ADD} writes.",
)
@click.option(
    "--statistics",
    cls=Option,
    section=TELLING,
    is_flag=True,
    help="Count the findings of each rule instead.",
)
@click.option(
    "--output-file",
    cls=Option,
    section=TELLING,
    metavar="FILE",
    shell_complete=completing.files,
    help="Write the report to a file instead of the terminal.",
)
@telling(quietly="Print findings and errors only: no closing sentence, progress or warnings.")
@working
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
    baseline: str | None,
    no_baseline: bool,
    since: str | None,
    add_ignores: bool,
    reason: str | None,
    jobs: int,
    no_cache: bool,
    cache_dir: str,
    profile: bool,
    stdin_filename: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Report code that uses Tencent Cloud's API 2.0, and what it becomes in API 3.0.

    PATHs are files and folders (default: the current folder); `-` reads standard input. Folders are
    searched for Python files and files that declare dependencies; .gitignore is respected.
    """
    volume = Volume.of(quiet=quiet, verbose=verbose)
    reports = asked_for(outputs, output_format, output_file)
    try:
        if project is not None and STANDARD_INPUT in paths:
            raise click.UsageError("--project is for files; `-` (standard input) is in no folder")
        if reason is not None and not add_ignores:
            raise click.UsageError(f"--reason goes with {_ADD}")
        asked = None if project is None else asked_about(project, paths)
        paths = paths if project is None else (project,)
        configuration = in_force()
        places = places_of(paths, stdin_filename)
        known = baseline_for(places, baseline, without=no_baseline)
        if since is not None and STANDARD_INPUT in paths:
            raise click.UsageError("--since is for files; git knows nothing of standard input")
        changes = None if since is None else since_revision(since, places)
        settings = settings_of(
            select=select,
            ignore=ignore,
            exclude=exclude,
            min_confidence=min_confidence,
            withholders=tuple(each.withholder for each in (known, changes) if each is not None),
            asked=asked,
        )
        cache = None if no_cache else Cache(cache_dir)
        proposing = show_fixes(reports) and not statistics
        ignored = None
        with (
            watching(
                sys.stderr,
                volume,
                configuration=configuration.origin or "none",
                cache=cache.folder if cache else "none",
            ) as watch,
            facts_maker(jobs, cache, watch) as facts,
        ):
            if not add_ignores:
                report = _report(
                    paths, stdin_filename, settings, facts, watch, jobs, cache, proposing
                )
            else:
                ignored = _ignored(paths, settings, reason or "", facts, watch, jobs, cache)
                report = ignored.report
        if ignored is not None:
            _write(ignored, quiet=quiet)
    except (UserError, click.UsageError) as error:
        write_failure(reports, _told(error))
        raise
    notices = [*(asked.notices if asked else ()), *report.notices]
    if known is not None and STANDARD_INPUT not in paths:
        notices += gone_entries(known, report, paths or (".",), settings)
    report = replace(report, notices=tuple(notices))
    write_reports(reports, report, statistics=statistics, quiet=quiet)
    if profile:
        click.echo(profiled(watch), err=True)
    for notice in () if quiet else report.notices:
        click.echo(f"clb-migrate: warning: {notice}", err=True)
    return 1 if report.findings else 0


def _told(error: UserError | click.UsageError) -> str:
    return error.format_message() if isinstance(error, click.UsageError) else str(error)


def _ignored(
    paths: tuple[str, ...],
    settings: Settings,
    reason: str,
    facts: FactsOf,
    watch: Watch,
    jobs: int,
    cache: Cache | None,
) -> Ignored:
    if STANDARD_INPUT in paths:
        raise click.UsageError(f"{_ADD} cannot write to standard input; give a PATH")
    return ignore(
        paths or (".",),
        settings,
        known_rules(in_force().rules),
        reason,
        facts=facts,
        watch=watch,
        jobs=jobs,
        cache=cache,
    )


def _write(ignored: Ignored, *, quiet: bool) -> None:
    """Write the comments, and tell how many findings they are for."""
    from clb_migrate.fixes.writing import write_changes

    write_changes(ignored.changes)
    findings = "1 finding" if ignored.findings == 1 else f"{ignored.findings} findings"
    files = "1 file" if len(ignored.changes) == 1 else f"{len(ignored.changes)} files"
    if not quiet:
        click.echo(f"clb-migrate: suppressed {findings} in {files}", err=True)


def _report(
    paths: tuple[str, ...],
    stdin_filename: str | None,
    settings: Settings,
    facts: FactsOf,
    watch: Watch,
    jobs: int,
    cache: Cache | None,
    proposing: bool,
) -> Report:
    if STANDARD_INPUT not in paths:
        if stdin_filename is not None:
            raise click.UsageError("--stdin-filename is for standard input; give `-` as the PATH")
        with watch.stage("rules"):
            rules = known_rules(in_force().rules)
        return check(
            paths or (".",), settings, rules, facts, watch, jobs, cache, proposing=proposing
        )
    if len(paths) > 1:
        raise click.UsageError("`-` (standard input) cannot be checked together with other PATHs")
    if sys.stdin is None:
        raise UserError("standard input is closed; give a PATH, or something to read to `-`")
    data = sys.stdin.buffer.read()
    name = stdin_filename or STANDARD_INPUT
    rules = known_rules(in_force().rules)
    return check_bytes(name, data, settings, rules, facts, watch, proposing=proposing)
