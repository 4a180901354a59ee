"""The whole of a check: from paths, or bytes, to a report.

    paths -> discover -> read -> triage -> analysis -> checks \\
                              \\-> dependency files ----------- findings -> chosen ones -> report

Each step is a function of what it is given. The expensive ones (the parser, the analysis, the
checks) are imported once something needs them: most runs prove every file clean before.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clb_migrate.findings import Certainty, Finding
from clb_migrate.selection import chosen_rules, names_exactly
from clb_migrate.source.discover import Candidate, candidate_for, discover, shown_path
from clb_migrate.source.read import Source, Unreadable, decode, read_bytes
from clb_migrate.source.triage import Triage, plainly_readable
from clb_migrate.table.rows import Rules

if TYPE_CHECKING:
    from clb_migrate.analysis.project import Project

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
    gathered = _Gathered()
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
            if isinstance(survivor, Unreadable):
                unreadable.append(survivor)
            else:
                gathered.add(file, needed=survivor is not None)
    analysed = 0
    if gathered.needed or unreadable or findings:
        chosen = _rules_of(settings) if chosen is None else chosen
        findings += _from_unreadable(unreadable)
        if gathered.needed:
            found, analysed = _from_analysis(gathered.project(), chosen, rules)
            findings += found
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
    for path in sorted({place for finding in kept for place in _places(finding)}):
        text = texts.get(path) or gathered.text(path)
        if text is not None:
            texts[path] = text
    return Report(kept, scanned, analysed, texts)


class _Gathered:
    """The Python files of a run: where they are, and the bytes of those that are needed."""

    def __init__(self) -> None:
        self.needed: dict[str, bytes] = {}
        self._candidates: dict[str, Candidate] = {}
        self._by_shown: dict[str, str] = {}

    def add(self, file: Input, *, needed: bool) -> None:
        """Take a file in; only what is needed is kept in memory."""
        place = os.path.abspath(file.file.path).replace(os.sep, "/")
        self._candidates[place] = file.file
        self._by_shown[file.file.shown] = place
        if needed:
            self.needed[place] = file.data

    def project(self) -> Project:
        """Return the files as an analysis asks for them."""
        from clb_migrate.analysis.project import File, Project

        places = sorted(self._candidates)
        files = [File(self._candidates[place].shown, place) for place in places]
        needed = [index for index, place in enumerate(places) if place in self.needed]
        return Project(files, needed, lambda index: self._read(places[index]))

    def text(self, shown: str) -> str | None:
        """Return the text of a file, if it can be read."""
        place = self._by_shown.get(shown)
        data = None if place is None else self._read(place)
        source = None if data is None else decode(data, shown)
        return source.text if isinstance(source, Source) else None

    def _read(self, place: str) -> bytes | None:
        if place in self.needed:
            return self.needed[place]
        file = self._candidates[place]
        data = read_bytes(file.path, file.shown)
        return None if isinstance(data, Unreadable) else data


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
    project: Project, chosen: frozenset[str], rules: Rules
) -> tuple[list[Finding], int]:
    """Return the findings in a project, and how many of its files had to be parsed."""
    from clb_migrate.analysis import analyse_project
    from clb_migrate.checks.base import all_checks

    observations = analyse_project(project, rules)
    found = [
        finding
        for each in all_checks()
        if each.rule.id in chosen
        for finding in each.run(observations, rules)
    ]
    return found, len(observations.parsed)
