"""What becomes of the Python files of a project: whole flows move to API 3.0, or stay as they are.

link -> study every use -> units of flows -> the chosen ones -> new texts -> look at them again
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.linking import link
from clb_migrate.analysis.project import Loading, Project
from clb_migrate.analysis.requests import ACTION, service_name
from clb_migrate.analysis.solver import Solver
from clb_migrate.analysis.values import Call, strings
from clb_migrate.asking import Asked
from clb_migrate.findings import Applicability, Location, Span
from clb_migrate.fixes.clients import CLASS, CLIENT
from clb_migrate.fixes.comments import with_comments
from clb_migrate.fixes.handlers import EXCEPTION
from clb_migrate.fixes.imports import Wanted, completed, helper_name
from clb_migrate.fixes.mentions import Mentions
from clb_migrate.fixes.parameters import OPTIONAL, REGIONAL
from clb_migrate.fixes.requests import FUNCTOOLS, HELPER
from clb_migrate.fixes.results import FileChange, Flow, Options, Planned, Proposal, Reason
from clb_migrate.fixes.selection import Selection
from clb_migrate.fixes.study import Calls, Study
from clb_migrate.fixes.tree import Tree, Unfixable
from clb_migrate.fixes.uses import Uses
from clb_migrate.fixes.writer import Insertion, Pending, Writer
from clb_migrate.source.imports import imports_in
from clb_migrate.source.syntax import parsing_error
from clb_migrate.table.rows import Rules
from clb_migrate.withholding import TextOf


def plan(project: Project, rules: Rules, options: Options, text_of: TextOf) -> Planned:
    """Return the changes that migrate whole flows, and what is told of each flow.

    `text_of` gives the texts of files by the paths that findings have.
    """
    changes: list[FileChange] = []
    flows: list[Flow] = []
    packages: dict[str, None] = {}
    for group in _groups(project, rules, options, text_of):
        changes += group.changes()
        flows += group.flows()
        if changes:
            packages[rules.sdk.current.distribution] = None
    return Planned(
        tuple(sorted(changes, key=lambda change: change.shown)),
        tuple(sorted(flows, key=lambda flow: flow.location)),
        tuple(packages),
    )


def propose(
    project: Project, rules: Rules, options: Options, text_of: TextOf
) -> tuple[Proposal, ...]:
    """Return each flow by itself: what migrates it, whatever becomes of the others."""
    found = [
        proposal
        for group in _groups(project, rules, options, text_of)
        for proposal in group.proposals()
    ]
    return tuple(sorted(found, key=lambda proposal: proposal.flow.location))


def _groups(project: Project, rules: Rules, options: Options, text_of: TextOf) -> Iterator[_Group]:
    """Yield the groups of modules that a run is asked about."""
    linked = link(project, rules)
    trees = _Trees(project)
    selection = Selection(linked.observations(), rules, options, text_of)
    for solver in linked.solvers:
        if _is_asked_about(solver, options.asked):
            yield _Group(solver, rules, trees, options, linked.loading, selection)


def _is_asked_about(solver: Solver, asked: Asked | None) -> bool:
    return asked is None or any(asked.holds(each.path) for each in solver.programs.values())


def _outsider(solver: Solver, loading: Loading, program: int, name: str, imported: bool) -> str:
    """Return a file that takes no part and may use a name of a module; nothing if none does."""
    project = loading.project
    if imported:
        found = loading.importers({program: [name]})
    else:
        spelled = name.encode()
        found = [at for at in range(len(project.files)) if spelled in (project.read(at) or b"")]
    return next((project.files[at].shown for at in found if at not in solver.programs), "")


def _elsewhere(place: Location) -> Reason:
    return Reason(
        place,
        f"the flow reaches into {place.path}, which is not among the files given",
        "give the files of a flow together, or migrate the whole project",
    )


class _Trees:
    """The trees of a project's files, each made once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._made: dict[int, Tree | Unfixable] = {}

    def __call__(self, index: int) -> Tree | Unfixable:
        if index not in self._made:
            data = self.project.read(index) or b""
            try:
                self._made[index] = Tree(self.project.files[index].shown, data)
            except Unfixable as error:
                self._made[index] = error
        return self._made[index]


@dataclass(slots=True)
class _Unit:
    """Calls that change together."""

    calls: set[Call]
    obstacles: list[Reason] = field(default_factory=list)
    doubts: list[Reason] = field(default_factory=list)
    reviews: list[Reason] = field(default_factory=list)
    rights: set[str] = field(default_factory=set)
    stuck: list[Reason] = field(default_factory=list)
    """Why it stays for the sake of others."""
    applied: bool = False

    @property
    def applicability(self) -> Applicability:
        if self.obstacles:
            return Applicability.MANUAL
        return Applicability.UNSAFE if self.doubts else Applicability.SAFE


class _Group:
    """One solved group of modules."""

    def __init__(
        self,
        solver: Solver,
        rules: Rules,
        trees: _Trees,
        options: Options,
        loading: Loading,
        selection: Selection,
    ) -> None:
        self.solver = solver
        self.rules = rules
        self.trees = trees
        self.asked = options.asked
        self.study = Study(solver, rules, trees)
        self.study.outside = lambda *names: _outsider(solver, loading, *names)
        self.uses = uses = Uses(self.study, options.endpoint)
        try:
            uses.run()
            Mentions(uses, trees.project, trees).run()
        except Exception as error:  # whatever goes wrong here may cost these flows, no more
            self._give_up(f"internal error, please report it: {type(error).__name__}: {error}")
        for reason in self._incomplete(loading):
            self._give_up(reason)
        self.units = self._units()
        for unit in self.units:
            wanted = unit.applicability is Applicability.SAFE or (
                unit.applicability is Applicability.UNSAFE and options.unsafe
            )
            unit.applied = wanted and selection.takes(self._places(unit))
            if unit.applied:
                unit.stuck += selection.keeps(self._calls(unit), self._places(unit))
                unit.stuck += self._not_asked_about(unit)
                unit.applied = not unit.stuck
        self.chosen: set[Call] = set()
        self.settled: dict[tuple[int, Insertion], Calls] = {}
        self._choose()

    def _choose(self) -> None:
        """Choose units, without those whose client also serves what stays and cannot be two."""
        while True:
            self.chosen = {call for u in self.units if u.applied for call in u.calls}
            stuck = self.uses.clients.stuck(self.chosen)
            if not stuck:
                self.settled = self.uses.clients.settle(self.chosen)
                stuck = [*self._settled_elsewhere()]
            if not stuck:
                return
            for calls, reason in stuck:
                for unit in self.units:
                    if unit.applied and unit.calls & calls:
                        unit.applied = False
                        unit.stuck.append(reason)

    def _give_up(self, why: str) -> None:
        """Let every flow of the group stay."""
        for call, frame in self.study.calls.items():
            self.study.block([call], frame, call.register, why)

    def _incomplete(self, loading: Loading) -> Iterable[str]:
        """Tell what of the group, or of those that use it, could not be followed."""
        yield from dict.fromkeys(
            f"not followed to the end: {reason}" for reason in self.solver.incomplete.values()
        )
        for index, file in loading.unparsable.items():
            data = loading.project.read(index) or b""
            for module, name in imports_in(data):
                for dotted in (module, f"{module}.{name}" if name else module):
                    if loading.index.resolve(index, dotted) in self.solver.programs:
                        yield f"{file.path} uses it, and cannot be parsed"
                        return

    def _calls(self, unit: _Unit) -> Iterable[Location]:
        return (Location(self._path(call), call.site.span) for call in unit.calls)

    def _places(self, unit: _Unit) -> Iterable[Location]:
        """Yield the places that a unit touches."""
        yield from self._calls(unit)
        for (program, _), rewrite in self.study.rewrites.items():
            tree = self.study.tree(program)
            if tree is not None and rewrite.calls & unit.calls:
                yield Location(self.trees.project.files[program].shown, tree.span(rewrite.node))

    # -- what the run is not asked about ----------------------------------------------------

    def _not_asked_about(self, unit: _Unit) -> Iterator[Reason]:
        """Yield why a unit stays that reaches into files that are not to be changed."""
        if self.asked is None:
            return
        first: dict[str, Location] = {}
        for place in self._reach(unit):
            if not self.asked.holds(place.path):
                first[place.path] = min(place, first.get(place.path, place))
        for program, needed in self.study.needs.items():
            place = self._inserted(program, 0)
            if not self.asked.holds(place.path) and any(calls & unit.calls for calls, _ in needed):
                first.setdefault(place.path, place)
        yield from (_elsewhere(first[path]) for path in sorted(first))

    def _settled_elsewhere(self) -> Iterator[tuple[Calls, Reason]]:
        """Yield the requests for whose sake clients are settled in such files."""
        for (program, insertion), calls in self.settled.items():
            if self.asked is not None and not self.asked.holds(self._shown(program)):
                yield calls, _elsewhere(self._inserted(program, insertion.start))

    def _reach(self, unit: _Unit) -> Iterator[Location]:
        """Yield the places that a unit touches, those included where something is put in."""
        yield from self._places(unit)
        for (program, start, *_), calls in self.study.insertions.items():
            if calls & unit.calls:
                yield self._inserted(program, start)

    def _inserted(self, program: int, start: int) -> Location:
        """Return where something is put into a file."""
        tree = self.study.tree(program)
        before = tree.text[:start] if tree is not None else ""
        line, column = before.count("\n") + 1, start - before.rfind("\n")
        return Location(self._shown(program), Span(line, column, line, column))

    def _shown(self, program: int) -> str:
        return self.trees.project.files[program].shown

    def _is_told(self, unit: _Unit) -> bool:
        """Tell whether a unit has to do with a file that the run is asked about."""
        if self.asked is None:
            return True
        reasons = (*unit.obstacles, *unit.doubts)
        places = (*self._reach(unit), *(reason.location for reason in reasons))
        return any(self.asked.holds(place.path) for place in places)

    # -- units ------------------------------------------------------------------------------

    def _units(self) -> list[_Unit]:
        study = self.study
        leader: dict[Call, Call] = {call: call for call in study.calls}

        def find(call: Call) -> Call:
            while leader.setdefault(call, call) != call:
                leader[call] = leader[leader[call]]
                call = leader[call]
            return call

        def join(calls: Iterable[Call]) -> None:
            first: Call | None = None
            for call in calls:
                if first is None:
                    first = find(call)
                else:
                    leader[find(call)] = first

        sites: dict[tuple[int, int, int], list[Call]] = {}
        for call, frame in study.calls.items():
            place = (frame.value.program, frame.value.function, call.register)
            sites.setdefault(place, []).append(call)
        for same in sites.values():
            join(same)
        for together in study.together:
            join(together)
        units: dict[Call, _Unit] = {}
        for call in study.calls:
            units.setdefault(find(call), _Unit(set())).calls.add(call)
        for notes, name in (
            (study.obstacles, "obstacles"),
            (study.doubts, "doubts"),
            (study.reviews, "reviews"),
        ):
            for note in notes:
                for root in {find(call) for call in note.calls if find(call) in units}:
                    reasons = getattr(units[root], name)
                    if note.reason not in reasons:
                        reasons.append(note.reason)
        for call, rights in study.rights.items():
            units[find(call)].rights |= rights
        return list(units.values())

    # -- what is told -----------------------------------------------------------------------

    def flows(self) -> list[Flow]:
        """Return the flows and what becomes of each."""
        return [self._flow(unit) for unit in self.units if self._is_told(unit)]

    def _flow(self, unit: _Unit) -> Flow:
        calls = sorted(unit.calls, key=lambda call: (self._path(call), call.site.span))
        first = calls[0].site
        actions = dict.fromkeys(
            service_name(name)
            for call in calls
            for name in strings(self.solver.heap.get(call, ACTION))
        )
        manual = unit.applicability is Applicability.MANUAL
        reasons = unit.obstacles if manual else [*unit.doubts, *unit.stuck]
        return Flow(
            Location(self.solver.programs[first.program].path, first.span),
            tuple(actions),
            unit.applicability,
            unit.applied,
            tuple(sorted(reasons, key=lambda reason: (reason.location, reason.text))),
            () if manual else tuple(unit.reviews),
            () if manual else tuple(sorted(unit.rights)),
        )

    def _path(self, call: Call) -> str:
        return self.solver.programs[call.site.program].path

    # -- new texts --------------------------------------------------------------------------

    def changes(self) -> list[FileChange]:
        """Return the files that change."""
        try:
            return self._written(self._pending())
        except Exception as error:  # as above: better nothing than something broken
            self._give_up(f"internal error, please report it: {type(error).__name__}: {error}")
            self.units = self._units()
            return []

    def proposals(self) -> Iterator[Proposal]:
        """Yield each flow with the files that change where no other is migrated without need.

        Afterwards nothing but that is to be asked of the group.
        """
        written: set[frozenset[Call]] = set()
        for unit in filter(self._is_told, self.units):
            units = self._with_needed(unit) if unit.applied else []
            self.chosen = {call for each in units for call in each.calls}
            changes: list[FileChange] = []
            if units and frozenset(self.chosen) not in written:
                written.add(frozenset(self.chosen))
                changes = self._changes_alone()
            beside = [self._flow(each) for each in units if each is not unit] if changes else ()
            places = tuple(self._places(unit))
            yield Proposal(self._flow(unit), places, tuple(changes), tuple(beside))

    def _with_needed(self, unit: _Unit) -> list[_Unit]:
        """Return a unit and those that it cannot move without; nothing where one of them stays."""
        clients = self.uses.clients
        found = [unit]
        while True:
            calls = {call for each in found for call in each.calls}
            if not clients.stuck(calls):
                return found
            others = clients.served_with(calls) - calls
            more = [each for each in self.units if each.applied and each.calls & others]
            if not more:
                return []
            found += more

    def _changes_alone(self) -> list[FileChange]:
        """Return the files that change with what is chosen; none where that cannot be."""
        self.settled = self.uses.clients.settle(self.chosen)
        if any(self._settled_elsewhere()):
            return []
        try:
            return self._written(self._pending())
        except Exception:  # as above
            return []

    def _pending(self) -> dict[int, Pending]:
        """Return what is to be rewritten for the chosen flows, by file."""
        study = self.study
        pending: dict[int, Pending] = {}
        for (program, key), rewrite in study.rewrites.items():
            if rewrite.calls and rewrite.calls <= self.chosen:
                pending.setdefault(program, Pending()).nodes[key] = (rewrite.node, rewrite.write)
        for (program, start, end, text, _), calls in study.insertions.items():
            if calls <= self.chosen:
                insertion = Insertion(start, end, text)
                pending.setdefault(program, Pending()).insertions.append(insertion)
        for program, insertion in self.settled:
            pending.setdefault(program, Pending()).insertions.append(insertion)
        return pending

    def _written(self, pending: dict[int, Pending]) -> list[FileChange]:
        """Return the new texts of files, which Python can read."""
        study = self.study
        found: list[FileChange] = []
        for program, wanted in sorted(pending.items()):
            tree = study.tree(program)
            if tree is None:
                continue
            needed = self._wanted(program)
            tree.helper = helper_name(tree, needed, self.rules)
            if needed.helper:
                needed = replace(needed, helper=tree.helper)
            text = Writer(tree, wanted).written()
            text = with_comments(tree, text)
            text = completed(text, tree.text, needed, self.rules, self._kept(program))
            if text == tree.text:
                continue
            refused = parsing_error(text)
            if refused is not None:
                raise refused
            file = self.trees.project.files[program]
            if self.asked is not None and not self.asked.holds(file.shown):
                raise RuntimeError(f"{file.shown} would change, which was not asked for")
            found.append(FileChange(file.place, file.shown, tree.data, tree.encoded(text)))
        return found

    def _wanted(self, program: int) -> Wanted:
        wanted = Wanted(aliases=self.uses.clients.aliases(program))
        for calls, name in self.study.needs.get(program, ()):
            if not calls <= self.chosen:
                continue
            match name:
                case _ if name == HELPER:
                    wanted = replace(wanted, helper=HELPER)
                case _ if name == CLIENT:
                    wanted = replace(wanted, client=True)
                case _ if name == CLASS:
                    wanted = replace(wanted, client_class=True)
                case _ if name == EXCEPTION:
                    wanted = replace(wanted, exception=True)
                case _ if name == REGIONAL:
                    wanted = replace(wanted, regional=True)
                case _ if name == OPTIONAL:
                    wanted = replace(wanted, optional=True)
                case _ if name == FUNCTOOLS:
                    wanted = replace(wanted, functools=True)
                case _ if name.startswith("def "):
                    wanted = replace(wanted, key_helper=name)
                case _:
                    pass
        return wanted

    def _kept(self, program: int) -> set[str]:
        """Return the names of a module that other modules import."""
        found: set[str] = set()
        modules = self.solver.modules
        for index, other in self.solver.programs.items():
            if index == program:
                continue
            for function in other.functions:
                for node in function.code:
                    if (
                        isinstance(node, ir.ImportName)
                        and node.name is not None
                        and modules.resolve(index, node.module) == program
                    ):
                        found.add(node.name)
        return found
