"""Checking and fixing from a program: files go in as bytes, values come out, nothing is written.

    from pathlib import Path

    from clb_migrate import api

    files = {str(path): path.read_bytes() for path in Path("src").rglob("*.py")}

    for finding in api.check(files).findings:
        print(finding.location.path, finding.location.span.line, finding.message)

    migration = api.fix(files)
    for change in migration.changes:
        Path(change.shown).write_bytes(change.after)
    for flow in migration.flows:
        if not flow.applied:
            print(flow.location.path, [reason.text for reason in flow.reasons])

The files are one project: an answer is followed from one to another. Their names decide what they
are (Python, a `requirements.txt`, something of no interest), and where imports find them; they need
not exist, and no other file is read. Reports call them what the mapping calls them. The command
line does the same with files that it finds and reads.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from clb_migrate import run
from clb_migrate.errors import UserError
from clb_migrate.findings import Applicability, Certainty, Finding, Location, Span
from clb_migrate.fixes.results import FileChange, Flow, Migration, Reason
from clb_migrate.gathering import Input
from clb_migrate.run import Report, Settings
from clb_migrate.source.discover import candidate_for
from clb_migrate.sources import declared_sources
from clb_migrate.table.rows import Rules

__all__ = [
    "Applicability",
    "Certainty",
    "FileChange",
    "Finding",
    "Flow",
    "Location",
    "Migration",
    "Reason",
    "Report",
    "Rules",
    "Span",
    "UserError",
    "check",
    "fix",
]


def check(
    files: Mapping[str, bytes],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    certainty: Certainty = Certainty.LIKELY,
    sources: Mapping[str, str] | None = None,
    rules: Rules | None = None,
) -> Report:
    """Report what is legacy in `files`.

    `select` and `ignore` name rules as `--select` does (`CLB101`, `CLB1`, `endpoint`, `ALL`),
    `certainty` is that of the least sure findings, `sources` is what the configuration file has
    under that name. `rules` are the table to go by; without, the one that came with the package.

    Raises `UserError` for an unknown rule and for sources that cannot be understood.
    """
    settings = _settings(select, ignore, certainty, sources)
    return run.check_files(_inputs(files), settings, rules or _shipped_rules())


def fix(
    files: Mapping[str, bytes],
    *,
    unsafe: bool = False,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    certainty: Certainty = Certainty.LIKELY,
    sources: Mapping[str, str] | None = None,
    endpoint: str = "",
    rules: Rules | None = None,
) -> Migration:
    """Tell what `files` become in API 3.0, and what has to stay and why.

    `unsafe` takes also the flows after which something may differ. `select` and `ignore` choose
    flows: those that hold a finding of such a rule, as a whole. `endpoint` is the host of API 3.0
    that migrated clients are told, if not the usual one. The rest is as with `check`.
    """
    settings = replace(_settings(select, ignore, certainty, sources), endpoint=endpoint)
    return run.fix_files(_inputs(files), settings, rules or _shipped_rules(), unsafe=unsafe)


def _settings(
    select: Iterable[str],
    ignore: Iterable[str],
    certainty: Certainty,
    sources: Mapping[str, str] | None,
) -> Settings:
    try:
        declared = declared_sources(sources or {}, "sources")
    except ValueError as error:
        raise UserError(f"sources: {error}") from None
    return Settings(
        select=tuple(select), ignore=tuple(ignore), certainty=certainty, sources=declared
    )


def _inputs(files: Mapping[str, bytes]) -> Iterator[Input]:
    for path in sorted(files):
        candidate = candidate_for(path, path.replace(os.sep, "/"), named=False)
        yield Input(candidate, files[path])


def _shipped_rules() -> Rules:
    from clb_migrate.table.load import load_rules

    return load_rules()
