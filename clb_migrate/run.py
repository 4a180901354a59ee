"""The whole of a check: from paths, or bytes, to a report; of a fix, which plans changes in memory;
and of a trace, which asks about a line.

    paths -> discover -> read -> triage -> analysis -> checks \\
                              \\-> dependency files ----------- findings -> chosen ones -> report

    ... triage -> plan -> changed files -> analysis -> checks -> what is left \\
                       \\-> dependency files ----------------------------------- migration

Each step is a function of what it is given. The expensive ones (the parser, the analysis, the
checks) are imported once something needs them: most runs prove every file clean before.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clb_migrate.asking import Asked
from clb_migrate.errors import UserError
from clb_migrate.findings import Certainty, Finding, Location
from clb_migrate.gathering import Gathered, Input, Keep, Taken, load, place_of, take, take_found
from clb_migrate.path_settings import Demand, PathSettings
from clb_migrate.selection import EVERY, chosen_rules, names_exactly
from clb_migrate.source.discover import candidate_for, discover, shown_as, shown_path
from clb_migrate.source.read import Source, Unreadable, decode, read_bytes
from clb_migrate.source.triage import Triage
from clb_migrate.sources import DeclaredSource
from clb_migrate.table.rows import Rules
from clb_migrate.watch import Watch
from clb_migrate.withholding import Origin, TextOf, Withheld, Withholder, divided

if TYPE_CHECKING:
    from clb_migrate.analysis.facts import FactsOf
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.analysis.project import Project
    from clb_migrate.analysis.tracing import Expression
    from clb_migrate.cache import Cache
    from clb_migrate.fixes.results import (
        FileChange,
        Migration,
        Options,
        Proposal,
        Proposed,
        Reason,
    )
    from clb_migrate.suppressions.judging import Unused

UNREADABLE = ("CLB901", "unreadable-file")
"""The rule that every file is parsed for when it is selected by itself."""

DEPENDENCY = "CLB207"
"""The rule for what files that declare dependencies ask for."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked for. Without `select`, the rules that are on by default."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    exclude_from: str = ""
    """The folder that what is excluded speaks of; the current one if empty."""
    certainty: Certainty = Certainty.LIKELY
    """The least sure findings to report."""
    paths: PathSettings = field(default_factory=PathSettings)
    """What is asked for in some paths otherwise."""
    sources: tuple[DeclaredSource, ...] = ()
    """What names stand for whose origin cannot be seen in the files checked."""
    endpoint: str = ""
    """The host of API 3.0 that migrated clients are told, if not the usual one."""
    withholders: tuple[Withholder, ...] = ()
    """What is not to be reported, and not to be edited, beside what comments say."""
    asked: Asked | None = None
    """The files to report on and to change; None for all that take part."""

    @property
    def least_certainty(self) -> Certainty:
        """The least sure findings that any path asks for."""
        asked = (entry.certainty for entry in self.paths.entries)
        return min([self.certainty, *(each for each in asked if each is not None)])

    @property
    def lasting_withholders(self) -> tuple[Withholder, ...]:
        """What keeps findings from being reported whichever files the run is asked about.

        Comments come first: what others say must not make them useless.
        """
        from clb_migrate.suppressions.judging import by_comments

        if not self.paths.entries:
            return (by_comments, *self.withholders)
        demand = _demand(self)
        return (
            by_comments,
            *self.withholders,
            lambda findings, _text_of: demand.withheld(findings),
        )

    @property
    def all_withholders(self) -> tuple[Withholder, ...]:
        """What is not asked for comes last: what the others say counts over the whole project."""
        return (*self.lasting_withholders, *([self.asked.withholder] if self.asked else []))


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
    withheld: tuple[Withheld, ...] = ()
    """What was found and is not reported, in order."""
    failure: str = ""
    """Why the check could not be done, in one line; empty where it was."""
    asked: int | None = None
    """How many of the files looked at are reported on, if not all."""
    proposed: Proposed | None = None
    """What `fix` would do about the findings, where that was asked."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """What comments would keep from being reported: what is left, and the files with them."""

    report: Report
    changes: tuple[FileChange, ...]
    findings: int
    """How many are not reported any more."""


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
    jobs: int = 0,
    cache: Cache | None = None,
    *,
    proposing: bool = False,
) -> Report:
    """Check the files in and below `paths`.

    `facts` makes the facts of files, elsewhere than in this process; `watch` is told of each step.
    Up to `jobs` processes look for the files to analyse (0: as many as can run at a time). `cache`
    knows what earlier runs found out about files that have not changed. With `proposing`, the
    report says what `fix` would do about each finding.

    Raises `UserError` for a path that does not exist, and for an unknown rule or a bad pattern in
    the settings.
    """
    chosen = _chosen(settings)
    watch = watch or Watch()
    keep = Keep.WHAT_IS_ASKED_FOR if proposing else Keep.NO_OTHERS
    taken = _found(paths, settings, rules, watch, keep, jobs, cache)
    report = _report(taken, settings, chosen, rules, facts, watch)
    if proposing:
        report = _with_proposals(report, taken, settings, rules, facts, watch)
    taken.gathered.remember()
    return report


def check_bytes(
    path: str,
    data: bytes,
    settings: Settings,
    rules: Rules,
    facts: FactsOf | None = None,
    watch: Watch | None = None,
    *,
    proposing: bool = False,
) -> Report:
    """Check `data` as if a file named `path` held it. Raises `UserError` as `check` does."""
    candidate = candidate_for(path, shown_path(path), named=True)
    file = Input(candidate, data)
    return check_files([file], settings, rules, facts, watch, proposing=proposing)


def check_files(
    files: Iterable[Input],
    settings: Settings,
    rules: Rules,
    facts: FactsOf | None = None,
    watch: Watch | None = None,
    *,
    proposing: bool = False,
) -> Report:
    """Check files that are in memory; no other is read. Raises `UserError` as `check` does."""
    chosen = _chosen(settings)
    watch = watch or Watch()
    taken = _taken(files, settings, rules, watch)
    watch.suspected = len(taken.gathered.needed)
    report = _report(taken, settings, chosen, rules, facts, watch)
    return _with_proposals(report, taken, settings, rules, facts, watch) if proposing else report


def ignore(
    paths: Sequence[str],
    settings: Settings,
    rules: Rules,
    reason: str = "",
    *,
    facts: FactsOf | None = None,
    watch: Watch | None = None,
    jobs: int = 0,
    cache: Cache | None = None,
) -> Ignored:
    """Plan comments that keep from being reported what a check of the same reports.

    Nothing is written. `reason` is put into each comment. Raises `UserError` as `check` does, and
    for a reason that cannot stand in a comment, or not in the encoding of a file.
    """
    from clb_migrate.fixes.results import FileChange
    from clb_migrate.suppressions.adding import NEVER, additions, required_reason
    from clb_migrate.suppressions.judging import read
    from clb_migrate.suppressions.splicing import spliced

    reason = required_reason(reason)
    chosen = _chosen(settings)
    watch = watch or Watch()
    taken = _found(paths, settings, rules, watch, Keep.WHAT_IS_ASKED_FOR, jobs, cache)
    report = _report(taken, settings, chosen, rules, facts, watch)
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.rule not in NEVER:
            by_path.setdefault(finding.location.path, []).append(finding)
    changes = []
    for path, findings in by_path.items():
        place, data = taken.file_shown(path)
        edits = additions(path, read(path, report.texts[path]), findings, reason)
        after = None if data is None else spliced(path, data, edits)
        if data is None or after is None:
            raise UserError(f"{path}: its encoding has no room for this comment")
        changes.append(FileChange(place, path, data, after))
    if changes:
        taken = taken.changed({change.place: change.after for change in changes})
        taken.suppressing = [*taken.suppressing, *by_path]
        report = _report(taken, settings, chosen, rules, facts, watch)
    return Ignored(report, tuple(changes), sum(map(len, by_path.values())))


def fix(
    paths: Sequence[str],
    settings: Settings,
    rules: Rules,
    *,
    unsafe: bool = False,
    facts: FactsOf | None = None,
    watch: Watch | None = None,
    jobs: int = 0,
    cache: Cache | None = None,
) -> Migration:
    """Plan how the files in and below `paths` are migrated; nothing is written.

    `settings.select` and `settings.ignore` choose flows: those that hold a finding of such a rule,
    as a whole. `unsafe` takes also those after which a program may do something else than before.
    Raises `UserError` as `check` does.
    """
    options = _options(settings, unsafe=unsafe)
    watch = watch or Watch()
    taken = _found(paths, settings, rules, watch, Keep.WHAT_IS_ASKED_FOR, jobs, cache)

    def elsewhere(folder: str) -> Iterator[str]:
        """Yield the files that the run was not given and that use a legacy SDK all the same."""
        from clb_migrate.fixes.dependencies import imports_legacy

        for file in map(load, discover([folder])):
            if (
                isinstance(file, Input)
                and file.file.python
                and file.place not in taken.gathered.places
                and imports_legacy(file.data, rules)
            ):
                yield file.place

    migration = _migration(taken, settings, rules, options, elsewhere, facts, watch)
    taken.gathered.remember()
    return migration


def fix_files(
    files: Iterable[Input], settings: Settings, rules: Rules, *, unsafe: bool = False
) -> Migration:
    """Plan how files that are in memory are migrated, as `fix` does; no other is read."""
    options = _options(settings, unsafe=unsafe)
    taken = _taken(files, settings, rules, Watch())
    return _migration(taken, settings, rules, options, lambda _folder: ())


def trace(line: Line, paths: Sequence[str], settings: Settings, rules: Rules) -> Trace:
    """Tell how the values on a line are seen when the files in and below `paths` are checked.

    The file takes part whether or not a check would look at it. Raises `UserError` as `check`
    does, and for a file or a line there is nothing to tell of.
    """
    source = _traced_source(line)
    gathered = _found(paths, settings, rules, Watch()).gathered
    place = gathered.find(line.path)
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
    found = _findings(seen or traced.observations, reported_rules(settings), rules)
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
    gathered: Gathered, place: str | None, settings: Settings, rules: Rules
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


def _every_rule() -> frozenset[str]:
    from clb_migrate.checks.base import all_checks

    return frozenset(each.rule.id for each in all_checks())


def _chosen(settings: Settings) -> frozenset[str] | None:
    """Return the ids of the rules to report; None for the default ones.

    Those are asked for later, since a run that finds nothing needs no rule.
    """
    if not settings.select and not settings.ignore:
        return None
    return reported_rules(settings)


def reported_rules(settings: Settings) -> frozenset[str]:
    """Return the ids of the rules that are asked for in any path.

    Raises `UserError` for a selector of none.
    """
    return _demand(settings).rules


def _demand(settings: Settings) -> Demand:
    from clb_migrate.checks.base import all_checks

    rules = [each.rule for each in all_checks()]
    return Demand(rules, settings.select, settings.ignore, settings.certainty, settings.paths)


def _report(
    taken: Taken,
    settings: Settings,
    chosen: frozenset[str] | None,
    rules: Rules,
    facts: FactsOf | None,
    watch: Watch,
) -> Report:
    gathered = taken.gathered
    findings = _from_dependencies(taken.dependencies, rules)
    analysed = 0
    notices: tuple[str, ...] = ()
    text_of = _texts_of(taken)
    if gathered.needed or taken.unreadable or taken.suppressing or findings or settings.sources:
        chosen = reported_rules(settings) if chosen is None else chosen
        findings += _from_unreadable(taken.unreadable)
        if gathered.needed or settings.sources:
            project = gathered.project(settings.sources, facts)
            asked = _every_rule() if taken.suppressing else chosen
            found, observations = _from_analysis(project, asked, rules, watch)
            findings += found
            analysed = len(observations.parsed)
            notices = tuple(map(_unmatched, observations.unmatched))
        findings += _on_comments(taken.suppressing, findings, text_of)
    wanted = _kept(findings, chosen or frozenset(), settings)
    kept, withheld = divided(wanted, text_of, settings.all_withholders if wanted else ())
    told = (
        *kept,
        *(each.finding for each in withheld if each.withholding.origin is not Origin.NOT_ASKED),
    )
    texts: dict[str, str] = {}
    for path in sorted({place for finding in told for place in _places(finding)}):
        text = text_of(path)
        if text is not None:
            texts[path] = text
    return Report(kept, taken.scanned, analysed, texts, notices, withheld, asked=taken.asked)


def _with_proposals(
    report: Report,
    taken: Taken,
    settings: Settings,
    rules: Rules,
    facts: FactsOf | None,
    watch: Watch,
) -> Report:
    """Return a report that says what `fix` would do about its findings."""
    gathered = taken.gathered
    if not report.findings or not gathered.needed:
        return report
    from clb_migrate.fixes import planning
    from clb_migrate.fixes.proposing import proposed

    options = _options(settings, unsafe=False)
    with watch.stage("planning"):
        project = gathered.project(settings.sources, facts)
        proposals = planning.propose(project, rules, options, _texts_of(taken))
    if DEPENDENCY not in (options.ignore or ()):
        proposals = tuple(_with_dependencies(each, taken, settings, rules) for each in proposals)
    return replace(report, proposed=proposed(report.findings, proposals))


def _with_dependencies(
    proposal: Proposal, taken: Taken, settings: Settings, rules: Rules
) -> Proposal:
    """Add to the changes of a flow those of the files that ask for what it then needs."""
    from clb_migrate.fixes.dependencies import Declaring, dependency_changes
    from clb_migrate.fixes.results import FileChange

    if not proposal.changes:
        return proposal
    changes = {change.place: change for change in proposal.changes}
    declaring = {
        file.place: Declaring(
            file.file.shown,
            changes[file.place].after if file.place in changes else file.data,
        )
        for file in taken.dependencies
    }
    # What stays needs the legacy package: only a migration of everything can do without.
    added = dependency_changes(
        declaring,
        changes.keys(),
        (),
        (rules.sdk.current.distribution,),
        rules,
        remove=False,
        asked=settings.asked,
        withheld=_withheld_dependencies(taken, settings, rules),
    )
    for file in taken.dependencies:
        after = added.changes.get(file.place)
        if after is not None:
            before = changes[file.place].before if file.place in changes else file.data
            changes[file.place] = FileChange(file.place, file.file.shown, before, after)
    ordered = sorted(changes.values(), key=lambda change: change.shown)
    return replace(proposal, changes=tuple(ordered))


def _on_comments(
    paths: Sequence[str], findings: Sequence[Finding], text_of: TextOf
) -> dict[Finding, Unused | None]:
    """Return the findings on comments that say what not to report, with what is unused."""
    if not paths:
        return {}
    from clb_migrate.suppressions.judging import judged

    return {
        finding: unused
        for each in judged(paths, findings, text_of)
        for finding, unused in each.findings
    }


def _texts_of(taken: Taken) -> TextOf:
    """Return what gives the texts of files by the paths that reports show."""
    by_shown = {file.file.shown: file for file in taken.dependencies}

    def text_of(path: str) -> str | None:
        dependency = by_shown.get(path)
        return _dependency_text(dependency) if dependency else taken.gathered.text(path)

    return text_of


def _found(
    paths: Sequence[str],
    settings: Settings,
    rules: Rules,
    watch: Watch,
    keep: Keep = Keep.NO_OTHERS,
    jobs: int = 0,
    cache: Cache | None = None,
) -> Taken:
    """Take in the files in and below `paths`."""
    with watch.stage("walk"):
        found = discover(paths, settings.exclude, settings.exclude_from)
    with watch.stage("triage"):
        triage = Triage.of(rules, settings.least_certainty)
        unchanged = None
        if cache is not None and len(found) > 1:
            from clb_migrate.unchanged import Unchanged

            unchanged = Unchanged(cache, paths, triage)
        taken = take_found(
            found,
            triage,
            watch,
            parse_all=_parse_all(settings),
            keep=keep,
            jobs=jobs,
            unchanged=unchanged,
        )
    if settings.asked is not None:
        holds = settings.asked.holds
        taken.asked = sum(holds(shown_as(file)) for file in found)
    watch.suspected = len(taken.gathered.needed)
    return taken


def _taken(
    files: Iterable[Input | Unreadable], settings: Settings, rules: Rules, watch: Watch
) -> Taken:
    """Take in files that are in memory."""
    triage = Triage.of(rules, settings.least_certainty)
    return take(files, triage, watch, parse_all=_parse_all(settings), keep=Keep.ALL)


def _parse_all(settings: Settings) -> bool:
    return names_exactly(settings.select, *UNREADABLE)


def _kept(
    findings: Iterable[Finding], chosen: frozenset[str], settings: Settings
) -> tuple[Finding, ...]:
    """Return those that are asked for, in their order."""
    least = settings.least_certainty
    wanted = [each for each in findings if each.rule in chosen and each.certainty >= least]
    if wanted and settings.paths.entries:
        wanted = [*filter(_demand(settings).wants, wanted)]
    return tuple(sorted(wanted, key=lambda finding: finding.sort_key))


def _options(settings: Settings, *, unsafe: bool) -> Options:
    """Translate what flows are asked for; raises `UserError` for an unknown rule."""
    from clb_migrate.fixes.results import Options

    options = Options(
        unsafe,
        endpoint=settings.endpoint,
        withholders=settings.lasting_withholders,
        asked=settings.asked,
    )
    if not settings.select and not settings.ignore:
        return options
    from clb_migrate.checks.base import all_checks

    known = [each.rule for each in all_checks()]
    select = chosen_rules(known, settings.select, settings.ignore) if settings.select else None
    if not settings.ignore:
        return replace(options, select=select)
    others = chosen_rules(known, (EVERY, *settings.select), settings.ignore)
    left_out = frozenset(rule.id for rule in known) - others
    return replace(options, select=select, ignore=left_out)


def _migration(
    taken: Taken,
    settings: Settings,
    rules: Rules,
    options: Options,
    elsewhere: Callable[[str], Iterable[str]],
    facts: FactsOf | None = None,
    watch: Watch | None = None,
) -> Migration:
    """Plan the Python files, then what declares their dependencies, and look what is left."""
    from clb_migrate.fixes.results import FileChange, Migration, Planned

    watch = watch or Watch()
    gathered = taken.gathered
    pinned = bool(_from_dependencies(taken.dependencies, rules))
    if not (gathered.needed or taken.unreadable or taken.suppressing or pinned or settings.sources):
        return Migration(scanned=taken.scanned, asked=taken.asked)
    planned = Planned()
    chosen = reported_rules(settings)
    findings = _from_unreadable(taken.unreadable)
    notices: tuple[str, ...] = ()
    if gathered.needed or settings.sources:
        from clb_migrate.fixes import planning

        with watch.stage("planning"):
            planned = planning.plan(
                gathered.project(settings.sources, facts), rules, options, _texts_of(taken)
            )
        gathered = gathered.changed({change.place: change.after for change in planned.changes})
        project = gathered.project(settings.sources, facts)
        found, observations = _from_analysis(project, _every_rule(), rules, watch)
        findings += found
        notices = tuple(map(_unmatched, observations.unmatched))
    changes = {change.place: change for change in planned.changes}
    declaring = [
        replace(file, data=changes[file.place].after) if file.place in changes else file
        for file in taken.dependencies
    ]
    reasons: tuple[Reason, ...] = ()
    if (pinned or planned.packages) and DEPENDENCY not in (options.ignore or ()):
        from clb_migrate.fixes.dependencies import Declaring, dependency_changes, imports_legacy

        asked = chosen | reported_rules(Settings())
        left = {
            gathered.place_shown(finding.location.path) or place_of(finding.location.path)
            for finding in findings
            if finding.rule in asked and finding.certainty >= Certainty.LIKELY
        }
        left |= {
            place for place in gathered.needed if imports_legacy(gathered.data(place) or b"", rules)
        }
        edited = dependency_changes(
            {file.place: Declaring(file.file.shown, file.data) for file in declaring},
            changes.keys(),
            left - {file.place for file in declaring},
            planned.packages,
            rules,
            elsewhere=elsewhere,
            remove=options.select is None or DEPENDENCY in options.select,
            asked=options.asked,
            withheld=_withheld_dependencies(Taken(gathered, declaring), settings, rules),
        )
        for index, file in enumerate(declaring):
            after = edited.changes.get(file.place)
            if after is not None:
                before = changes[file.place].before if file.place in changes else file.data
                changes[file.place] = FileChange(file.place, file.file.shown, before, after)
                declaring[index] = replace(file, data=after)
        reasons = edited.reasons
        notices += edited.notices
    fixed = Taken(gathered, declaring, taken.unreadable, taken.suppressing)
    findings += _from_dependencies(declaring, rules)
    unused = _on_comments(fixed.suppressing, findings, _texts_of(fixed))
    kept, withheld = _divided([*findings, *unused], chosen, settings, fixed)
    useless = {each: unused[each] for each in kept if unused.get(each) is not None}
    cleaned = _without_unused(fixed, useless)
    if cleaned:
        # Lines move where comments go, so all is looked at once more.
        for place, (shown, data, after) in cleaned.items():
            before = changes[place].before if place in changes else data
            changes[place] = FileChange(place, shown, before, after)
        fixed = fixed.changed({place: each[2] for place, each in cleaned.items()})
        findings = _from_unreadable(taken.unreadable) + _from_dependencies(
            fixed.dependencies, rules
        )
        if gathered.needed or settings.sources:
            project = fixed.gathered.project(settings.sources, facts)
            findings += _from_analysis(project, _every_rule(), rules, watch)[0]
        still = _on_comments(fixed.suppressing, findings, _texts_of(fixed))
        kept, withheld = _divided([*findings, *still], chosen, settings, fixed)
    names = {shown for shown, _, _ in cleaned.values()}
    return Migration(
        changes=tuple(sorted(changes.values(), key=lambda change: change.shown)),
        flows=planned.flows,
        left=kept,
        notices=notices,
        dependencies=reasons,
        scanned=taken.scanned,
        withheld=withheld,
        asked=taken.asked,
        unused=sum(each.location.path in names for each in useless),
    )


def _divided(
    findings: Iterable[Finding], chosen: frozenset[str], settings: Settings, taken: Taken
) -> tuple[tuple[Finding, ...], tuple[Withheld, ...]]:
    """Return what is asked for, what of it is reported first."""
    wanted = _kept(findings, chosen, settings)
    return divided(wanted, _texts_of(taken), settings.all_withholders)


def _without_unused(
    taken: Taken, useless: Mapping[Finding, Unused | None]
) -> dict[str, tuple[str, bytes, bytes]]:
    """Return the files without comments of no use: for a place its name, old bytes and new ones."""
    if not useless:
        return {}
    from clb_migrate.suppressions.judging import read
    from clb_migrate.suppressions.removing import removals
    from clb_migrate.suppressions.splicing import spliced

    by_path: dict[str, list[Unused]] = {}
    for finding, unused in useless.items():
        if unused is not None:
            by_path.setdefault(finding.location.path, []).append(unused)
    cleaned = {}
    for path, found in by_path.items():
        place, data = taken.file_shown(path)
        text = _texts_of(taken)(path)
        if data is not None and text is not None:
            after = spliced(path, data, removals(read(path, text), found))
            if after is not None:
                cleaned[place] = (path, data, after)
    return cleaned


def _withheld_dependencies(taken: Taken, settings: Settings, rules: Rules) -> frozenset[Location]:
    """Return the places in dependency files that are not to be reported."""
    found = _from_dependencies(taken.dependencies, rules)
    found.sort(key=lambda finding: finding.sort_key)
    _, withheld = divided(found, _texts_of(taken), settings.lasting_withholders)
    return frozenset(each.finding.location for each in withheld)


def _unmatched(source: DeclaredSource) -> str:
    return f"{source.origin}: sources: nothing in the files checked is {source.text}"


def _places(finding: Finding) -> Iterable[str]:
    yield finding.location.path
    for step in finding.trail:
        yield step.location.path


def _dependency_text(file: Input) -> str:
    from clb_migrate.source.dependencies import text_of

    return text_of(file.data)


def _from_dependencies(files: Iterable[Input], rules: Rules) -> list[Finding]:
    from clb_migrate.source.dependencies import findings_in

    return [finding for file in files for finding in findings_in(file.file.shown, file.data, rules)]


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
