"""The whole of a check: from paths, or bytes, to a report.

    paths -> discover -> read -> triage -> analysis -> checks \\
                              \\-> dependency files ----------- findings -> chosen ones -> report

Each step is a function of what it is given. The expensive ones (the parser, the analysis, the
checks) are imported once something needs them: most runs prove every file clean before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clb_migrate.findings import Certainty, Finding
from clb_migrate.selection import chosen_rules, names_exactly
from clb_migrate.source.discover import Candidate, candidate_for, discover, shown_path
from clb_migrate.source.read import Source, Unreadable, decode, read_bytes
from clb_migrate.source.triage import Triage, plainly_readable
from clb_migrate.table.rows import Rules

UNREADABLE = ("CLB901", "unreadable-file")
"""The rule that every file is parsed for when it is selected by itself."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked for. Without `select`, the rules that are on by default."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    certainty: Certainty = Certainty.LIKELY
    """The least sure findings to report."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file's bytes, with what its name makes of it."""

    file: Candidate
    data: bytes


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a run: ordered findings, and what was looked at to get them."""

    findings: tuple[Finding, ...]
    scanned: int
    """Files looked at, the unreadable ones included."""
    analysed: int
    """Those of them that had to be parsed."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of every file with a finding or a trail through it, as far as it could be read."""


def check(paths: Sequence[str], settings: Settings, rules: Rules) -> Report:
    """Check the files in and below `paths`.

    Raises `UserError` for a path that does not exist, and for an unknown rule or a bad pattern in
    the settings.
    """
    chosen = _chosen(settings)
    return _report(map(_load, discover(paths, settings.exclude)), settings, chosen, rules)


def check_bytes(path: str, data: bytes, settings: Settings, rules: Rules) -> Report:
    """Check `data` as if a file named `path` held it. Raises `UserError` as `check` does."""
    chosen = _chosen(settings)
    candidate = candidate_for(path, shown_path(path), named=True)
    return _report([Input(candidate, data)], settings, chosen, rules)


def _load(file: Candidate | Unreadable) -> Input | Unreadable:
    if isinstance(file, Unreadable):
        return file
    data = read_bytes(file.path, file.shown)
    return data if isinstance(data, Unreadable) else Input(file, data)


def _chosen(settings: Settings) -> frozenset[str] | None:
    """Return the ids of the rules to report; None for the default ones.

    Those are asked for later, since a run that finds nothing needs no rule.
    """
    if not settings.select and not settings.ignore:
        return None
    return _rules_of(settings)


def _rules_of(settings: Settings) -> frozenset[str]:
    from clb_migrate.checks.base import all_checks

    rules = [each.rule for each in all_checks()]
    return chosen_rules(rules, settings.select, settings.ignore)


def _report(
    files: Iterable[Input | Unreadable],
    settings: Settings,
    chosen: frozenset[str] | None,
    rules: Rules,
) -> Report:
    triage = Triage.of(rules, settings.certainty)
    parse_all = names_exactly(settings.select, *UNREADABLE)
    scanned = 0
    sources: list[Source] = []
    clean: dict[str, Candidate] = {}
    unreadable: list[Unreadable] = []
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    for file in files:
        scanned += 1
        if isinstance(file, Unreadable):
            unreadable.append(file)
            continue
        if file.file.dependency:
            found = _dependencies(file, rules)
            findings += found
            if found:
                texts[file.file.shown] = _dependency_text(file)
        if file.file.python:
            survivor = _survivor(file, triage, parse_all=parse_all)
            if isinstance(survivor, Source):
                sources.append(survivor)
            elif survivor is not None:
                unreadable.append(survivor)
            else:
                clean[file.file.shown] = file.file
    sources += _connected(sources, clean, triage)
    if sources or unreadable or findings:
        chosen = _rules_of(settings) if chosen is None else chosen
        findings += _from_unreadable(unreadable)
        findings += _from_analysis(sources, chosen, rules)
        texts.update((source.path, source.text) for source in sources)
    kept = tuple(
        sorted(
            (
                finding
                for finding in findings
                if finding.rule in (chosen or ()) and finding.certainty >= settings.certainty
            ),
            key=lambda finding: finding.sort_key,
        )
    )
    shown = {place for finding in kept for place in _places(finding)}
    return Report(
        kept,
        scanned,
        len(sources),
        {path: text for path, text in sorted(texts.items()) if path in shown},
    )


def _places(finding: Finding) -> Iterable[str]:
    yield finding.location.path
    for step in finding.trail:
        yield step.location.path


def _survivor(file: Input, triage: Triage, *, parse_all: bool) -> Source | Unreadable | None:
    """Return what triage lets through, or why it cannot; None for a file proven clean."""
    name, data = file.file, file.data
    needed = triage.needs_analysis(data) or ((name.named or parse_all) and _is_broken(data))
    if not needed and plainly_readable(data):
        return None
    source = decode(data, name.shown)
    return source if needed or isinstance(source, Unreadable) else None


def _connected(
    sources: Sequence[Source], clean: Mapping[str, Candidate], triage: Triage
) -> list[Source]:
    """Return the files that show nothing legacy themselves but share names with those that do."""
    needed = [source.path for source in sources if triage.names_an_api(source.data)]
    if not needed or not clean:
        return []
    from clb_migrate.source.importers import connected

    files = {source.path: source.data for source in sources}
    for shown, file in clean.items():
        data = read_bytes(file.path, shown)
        if not isinstance(data, Unreadable):
            files[shown] = data
    decoded = (decode(files[path], path) for path in connected(sorted(files), needed, files))
    return [source for source in decoded if isinstance(source, Source)]


def _is_broken(data: bytes) -> bool:
    from clb_migrate.source.syntax import parsing_error

    return parsing_error(data) is not None


def _dependency_text(file: Input) -> str:
    from clb_migrate.source.dependencies import text_of

    return text_of(file.data)


def _dependencies(file: Input, rules: Rules) -> list[Finding]:
    from clb_migrate.source.dependencies import findings_in

    return [*findings_in(file.file.shown, file.data, rules)]


def _from_unreadable(files: Sequence[Unreadable]) -> list[Finding]:
    if not files:
        return []
    from clb_migrate.checks.unreadable_file import unreadable

    return [unreadable(file) for file in files]


def _from_analysis(
    sources: Sequence[Source], chosen: frozenset[str], rules: Rules
) -> list[Finding]:
    if not sources:
        return []
    from clb_migrate.analysis import analyse
    from clb_migrate.checks.base import all_checks

    observations = analyse(sources, rules)
    return [
        finding
        for each in all_checks()
        if each.rule.id in chosen
        for finding in each.run(observations, rules)
    ]
