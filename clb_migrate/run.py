"""The whole of a check: from paths, or bytes, to a report; and of a trace, which asks about a line.

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

from clb_migrate.errors import UserError
from clb_migrate.findings import Certainty, Finding
from clb_migrate.selection import chosen_rules, names_exactly
from clb_migrate.source.discover import Candidate, candidate_for, discover, shown_path
from clb_migrate.source.read import Source, Unreadable, decode, read_bytes
from clb_migrate.source.triage import Triage, plainly_readable
from clb_migrate.sources import DeclaredSource
from clb_migrate.table.rows import Rules
from clb_migrate.watch import Watch

if TYPE_CHECKING:
    from clb_migrate.analysis.facts import FactsOf
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.analysis.project import Project
    from clb_migrate.analysis.tracing import Expression

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
    sources: tuple[DeclaredSource, ...] = ()
    """What names stand for whose origin cannot be seen in the files checked."""


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
    notices: tuple[str, ...] = ()
    """What whoever asked for the run should know of it, a line each."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, or a place in it; both count from 1."""

    path: str
    line: int
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """How the tool sees one line."""

    line: Line
    """The path is as reports show it."""
    expressions: tuple[Expression, ...]
    findings: tuple[Finding, ...]
    """What a check reports on the line, whatever its certainty."""
    left_out: str
    """Why a check does not look at the file; empty when it does."""
    given_up: str
    """Why the file was not followed to the end; empty when it was."""
    text: str
    """The text of the file."""


def check(
    paths: Sequence[str],
    settings: Settings,
    rules: Rules,
    facts: FactsOf | None = None,
    watch: Watch | None = None,
) -> Report:
    """Check the files in and below `paths`.

    `facts` makes the facts of files, elsewhere than in this process; `watch` is told of each step.

    Raises `UserError` for a path that does not exist, and for an unknown rule or a bad pattern in
    the settings.
    """
    chosen = _chosen(settings)
    watch = watch or Watch()
    files = map(_load, discover(paths, settings.exclude))
    return _report(files, settings, chosen, rules, facts, watch)


def check_bytes(path: str, data: bytes, settings: Settings, rules: Rules) -> Report:
    """Check `data` as if a file named `path` held it. Raises `UserError` as `check` does."""
    chosen = _chosen(settings)
    candidate = candidate_for(path, shown_path(path), named=True)
    return _report([Input(candidate, data)], settings, chosen, rules)


def trace(line: Line, paths: Sequence[str], settings: Settings, rules: Rules) -> Trace:
    """Tell how the values on a line are seen when the files in and below `paths` are checked.

    The file takes part whether or not a check would look at it. Raises `UserError` as `check`
    does, and for a file or a line there is nothing to tell of.
    """
    source = _traced_source(line)
    gathered = _Gathered()
    triage = Triage.of(rules, settings.certainty)
    for file in map(_load, discover(paths, settings.exclude)):
        if isinstance(file, Input) and file.file.python:
            gathered.take(file, triage, parse_all=False)
    place = gathered.place_of(line.path)
    left_out, seen = _left_out(gathered, place, settings, rules)
    named = candidate_for(line.path, shown_path(line.path), named=True)
    place = gathered.need(Input(named, source.data), place)
    shown = gathered.shown(place)

    from clb_migrate.analysis.program import Unparsable
    from clb_migrate.analysis.tracing import trace as trace_line

    project = gathered.project(settings.sources)
    traced = trace_line(project, rules, place, line.line, line.column)
    if isinstance(traced, Unparsable):
        where = f"{shown}:{traced.line}:{traced.column}"
        raise UserError(f"cannot parse {where}: {traced.reason}")
    found = _findings(seen or traced.observations, _rules_of(settings), rules)
    findings = sorted(
        (each for each in found if _is_on(each, shown, line.line)), key=lambda each: each.sort_key
    )
    if not traced.expressions and not findings:
        column = f":{line.column}" if line.column is not None else ""
        raise UserError(f"there is no value to tell of at {shown}:{line.line}{column}")
    return Trace(
        Line(shown, line.line, line.column),
        traced.expressions,
        tuple(findings),
        left_out,
        traced.given_up,
        source.text,
    )


def _traced_source(line: Line) -> Source:
    """Return the file a line is to be told of; raises `UserError` where there is no such line."""
    shown = shown_path(line.path)
    if not os.path.lexists(line.path):
        raise UserError(f"no such file: {line.path!r}")
    if not candidate_for(line.path, shown, named=True).python:
        raise UserError(f"{shown} is not a Python file")
    data = read_bytes(line.path, shown)
    source = data if isinstance(data, Unreadable) else decode(data, shown)
    if isinstance(source, Unreadable):
        raise UserError(f"cannot read {shown}: {source.reason}")
    from clb_migrate.source.tokens import NEWLINE

    lines = NEWLINE.split(source.text)
    if not lines[-1]:
        lines.pop()
    if not 1 <= line.line <= len(lines):
        raise UserError(f"{shown} has {len(lines)} lines; there is no line {line.line}")
    if line.column is not None and not 1 <= line.column <= len(lines[line.line - 1]):
        told = f"has {len(lines[line.line - 1])} columns; there is no column {line.column}"
        raise UserError(f"line {line.line} of {shown} {told}")
    return source


def _left_out(
    gathered: _Gathered, place: str | None, settings: Settings, rules: Rules
) -> tuple[str, Observations | None]:
    """Tell why a check does not look at a file; if it does for the sake of others, what it sees."""
    if place is None:
        return "it is not among the files checked", None
    if place in gathered.needed:
        return "", None
    if gathered.needed or settings.sources:
        from clb_migrate.analysis import analyse_project

        project = gathered.project(settings.sources)
        observations = analyse_project(project, rules)
        if any(project.files[index].place == place for index in observations.parsed):
            return "", observations
    told = "it names neither API (no host, SDK or command of theirs)"
    return f"{told}, and imports connect it with nothing that does", None


def _is_on(finding: Finding, path: str, line: int) -> bool:
    span = finding.location.span
    return finding.location.path == path and span.line <= line <= span.end_line


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
    facts: FactsOf | None = None,
    watch: Watch | None = None,
) -> Report:
    watch = watch or Watch()
    triage = Triage.of(rules, settings.certainty)
    parse_all = names_exactly(settings.select, *UNREADABLE)
    scanned = 0
    gathered = _Gathered()
    unreadable: list[Unreadable] = []
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    for file in files:
        scanned += 1
        watch.look_at()
        if isinstance(file, Unreadable):
            unreadable.append(file)
            continue
        if file.file.dependency:
            found = _dependencies(file, rules)
            findings += found
            if found:
                texts[file.file.shown] = _dependency_text(file)
        if file.file.python:
            failure = gathered.take(file, triage, parse_all=parse_all)
            if failure is not None:
                unreadable.append(failure)
    analysed = 0
    notices: tuple[str, ...] = ()
    if gathered.needed or unreadable or findings or settings.sources:
        chosen = _rules_of(settings) if chosen is None else chosen
        findings += _from_unreadable(unreadable)
        if gathered.needed or settings.sources:
            project = gathered.project(settings.sources, facts)
            found, observations = _from_analysis(project, chosen, rules, watch)
            findings += found
            analysed = len(observations.parsed)
            notices = tuple(map(_unmatched, observations.unmatched))
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
    return Report(kept, scanned, analysed, texts, notices)


def _unmatched(source: DeclaredSource) -> str:
    return f"{source.origin}: sources: nothing in the files checked is {source.text}"


class _Gathered:
    """The Python files of a run: where they are, and the bytes of those that are needed."""

    def __init__(self) -> None:
        self.needed: dict[str, bytes] = {}
        self._candidates: dict[str, Candidate] = {}
        self._by_shown: dict[str, str] = {}

    def take(self, file: Input, triage: Triage, *, parse_all: bool) -> Unreadable | None:
        """Take a file in as triage sees it, or return why that cannot be."""
        survivor = _survivor(file, triage, parse_all=parse_all)
        if isinstance(survivor, Unreadable):
            return survivor
        self.add(file, needed=survivor is not None)
        return None

    def place_of(self, path: str) -> str | None:
        """Return the place of the file at `path`, under whatever name it was taken in."""
        place = os.path.abspath(path).replace(os.sep, "/")
        if place in self._candidates:
            return place
        real = os.path.realpath(path)
        return next((each for each in self._candidates if os.path.realpath(each) == real), None)

    def shown(self, place: str) -> str:
        """Return what reports call the file at a place."""
        return self._candidates[place].shown

    def add(self, file: Input, *, needed: bool) -> None:
        """Take a file in; only what is needed is kept in memory."""
        place = os.path.abspath(file.file.path).replace(os.sep, "/")
        self._candidates[place] = file.file
        self._by_shown[file.file.shown] = place
        if needed:
            self.needed[place] = file.data

    def need(self, file: Input, place: str | None) -> str:
        """Let a file be needed, at the place it was taken in if it was; return its place."""
        if place is not None:
            self.needed[place] = file.data
            return place
        self.add(file, needed=True)
        return os.path.abspath(file.file.path).replace(os.sep, "/")

    def project(
        self, declared: Sequence[DeclaredSource] = (), facts: FactsOf | None = None
    ) -> Project:
        """Return the files as an analysis asks for them."""
        from clb_migrate.analysis.facts import lowered_here
        from clb_migrate.analysis.project import File, Project

        places = sorted(self._candidates)
        files = [File(self._candidates[place].shown, place) for place in places]
        needed = [index for index, place in enumerate(places) if place in self.needed]
        return Project(
            files,
            needed,
            lambda index: self._read(places[index]),
            declared,
            facts or lowered_here,
        )

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
    project: Project, chosen: frozenset[str], rules: Rules, watch: Watch
) -> tuple[list[Finding], Observations]:
    """Return the findings in a project, and what they were made of."""
    from clb_migrate.analysis import analyse_project

    with watch.stage("analysis"):
        observations = analyse_project(project, rules)
    with watch.stage("checks"):
        return _findings(observations, chosen, rules), observations


def _findings(observations: Observations, chosen: frozenset[str], rules: Rules) -> list[Finding]:
    from clb_migrate.checks.base import all_checks

    return [
        finding
        for each in all_checks()
        if each.rule.id in chosen
        for finding in each.run(observations, rules)
    ]
