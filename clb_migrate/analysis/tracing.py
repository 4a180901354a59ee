"""What the tool takes the values on one line for, and how it knows, or why it does not.

The project is linked as it is for a check. Then every expression that stands on the line is looked
up in each frame of its function: what it can be, by which calls, with the trail that shows it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.descriptions import (
    CALLABLE,
    CONSTANT,
    ELSEWHERE,
    MODULE,
    NAME_ALONE,
    UNKNOWN_ORIGIN,
    describe,
    from_elsewhere,
)
from clb_migrate.analysis.linking import Linked, link
from clb_migrate.analysis.observations import Observations
from clb_migrate.analysis.operands import operands
from clb_migrate.analysis.origins import (
    Origin,
    is_nothing,
    is_unknown,
    origin_beside_constants,
    origin_of,
)
from clb_migrate.analysis.project import Project
from clb_migrate.analysis.solver import Frame, Solver
from clb_migrate.analysis.values import (
    Absent,
    Atom,
    External,
    Method,
    Site,
    Trail,
    Unknown,
    Value,
)
from clb_migrate.findings import Location, Span, TrailStep
from clb_migrate.source.read import Source, decode
from clb_migrate.source.tokens import NEWLINE, Kind, scan
from clb_migrate.sources import SourceKind
from clb_migrate.table.rows import Rules

NOT_REACHED = "not reached"
"""The kind of a value in code that the analysis never ran."""

_MOST_CONSTANTS = 8


@dataclass(frozen=True, slots=True)
class Possibility:
    """One thing that a value can be.

    `kind` is a word that programs can rely on. `called_from` tells the calls of the function for
    which it is that, where it is something else for others. `declare` is the line by which a user
    would say in the configuration that it is legacy, where nothing proves the origin.
    """

    kind: str
    words: str
    trail: tuple[TrailStep, ...] = ()
    called_from: tuple[Location, ...] = ()
    declare: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression on the line, and everything it can be."""

    location: Location
    text: str
    possibilities: tuple[Possibility, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """What is known of one line, the outermost expressions first."""

    expressions: tuple[Expression, ...]
    observations: Observations
    """What was seen in the whole project."""
    given_up: str = ""
    """Why the file was not followed to the end, if it was not."""


def trace(
    project: Project, rules: Rules, place: str, line: int, column: int | None = None
) -> Traced | ir.Unparsable:
    """Return what the tool takes the values at a line of the file at `place` for.

    `column` narrows it to the smallest expression there. The file has to be one of the project's
    needed ones. There are no expressions where the line has no value. Returns `Unparsable` for a
    file that cannot be parsed.
    """
    index = next(at for at, file in enumerate(project.files) if file.place == place)
    linked = link(project, rules, index)
    if index in linked.loading.unparsable:
        return linked.loading.unparsable[index]
    observations = linked.observations()
    solver = _solver_of(linked, index)
    source = decode(project.read(index) or b"", project.files[index].shown)
    if solver is None or not isinstance(source, Source):
        return Traced((), observations)
    found = _Line(solver, index, source, line).expressions(column)
    return Traced(tuple(found), observations, solver.incomplete.get(index, ""))


def _solver_of(linked: Linked, index: int) -> Solver | None:
    return next((solver for solver in linked.solvers if index in solver.programs), None)


@dataclass(slots=True)
class _Spot:
    """An expression by its place: the registers that hold its value in one function."""

    span: Span
    function: int
    registers: list[ir.Register] = field(default_factory=list)
    plain: bool = False
    """It says little by itself: a literal, a module, what is called."""


_TOLD = (
    ir.Attribute,
    ir.Binary,
    ir.Bind,
    ir.Call,
    ir.Catch,
    ir.Constant,
    ir.Element,
    ir.Enter,
    ir.Format,
    ir.LoadName,
    ir.Merge,
    ir.Negative,
    ir.Parameter,
    ir.Slice,
    ir.Subscript,
    ir.Unpack,
)
"""Instructions whose value stands where their span is."""

_NAMES = (*CALLABLE, MODULE)
"""Kinds of things that are not told where there is something else to tell."""

_NAMED = (ir.Bind, ir.Merge, ir.Narrow, ir.Parameter)
"""Instructions that a later use of a local variable goes back to."""


class _Line:
    """One line of one file."""

    def __init__(self, solver: Solver, index: int, source: Source, line: int) -> None:
        self.solver = solver
        self.index = index
        self.path = source.path
        self.program = solver.programs[index]
        self.line = line
        self.starts = [0, *(match.end() for match in NEWLINE.finditer(source.text))]
        self.text = source.text
        self.names = self._names()

    def expressions(self, column: int | None) -> Iterator[Expression]:
        """Yield what is worth telling, the outermost first."""
        spots = self._spots()
        told = [spot for spot in spots if not spot.plain] or spots
        if column is not None:
            here = Span(self.line, column, self.line, column + 1)
            around = [spot for spot in spots if spot.span.contains(here)]
            told = around[-1:]
        known: set[object] = set()
        for spot in told:
            text = self._excerpt(spot.span)
            found = self._possibilities(spot)
            # `x in (1, 2) or x == 3` need not tell of `x` twice.
            same = text, tuple((each.words, each.called_from) for each in found)
            if same not in known:
                known.add(same)
                yield Expression(Location(self.path, spot.span), text, found)

    # -- which expressions ------------------------------------------------------------------

    def _spots(self) -> list[_Spot]:
        """Return the expressions of the line, the outermost first."""
        spots: dict[tuple[int, Span], _Spot] = {}
        for function, code in enumerate(self.program.functions):
            uses: dict[Span, tuple[tuple[int, int], ir.Register]] = {}
            for register, node in enumerate(code.code):
                if self._stands_here(node):
                    key = function, node.span
                    spots.setdefault(key, _Spot(node.span, function)).registers.append(register)
                for span, used in self._uses(code.code, node):
                    size = _size(node.span)
                    if span not in uses or size < uses[span][0]:
                        uses[span] = size, used
            for span, (_, used) in uses.items():
                spots.setdefault((function, span), _Spot(span, function, [used]))
            self._mark_plain(function, spots)
        found = sorted(spots.values(), key=lambda spot: _outermost_first(spot.span))
        return [*self._told_once(found)]

    def _stands_here(self, node: ir.Instruction) -> bool:
        if not isinstance(node, _TOLD) or node.span.line != self.line:
            return False
        # Variables that several ways lead to are merged where the whole statement stands.
        return not (isinstance(node, ir.Merge) and node.name)

    def _uses(
        self, code: Sequence[ir.Instruction], node: ir.Instruction
    ) -> Iterator[tuple[Span, ir.Register]]:
        """Yield the uses of local variables on this line by one instruction."""
        if isinstance(node, ir.Merge | ir.Narrow | ir.MakeFunction | ir.MakeClass):
            return
        if not node.span.line <= self.line <= node.span.end_line:
            return
        for register in operands(node):
            held = code[register]
            if isinstance(held, _NAMED):
                for span in self.names.get(held.name, ()):
                    if node.span.contains(span) and span != held.span:
                        yield span, register

    def _names(self) -> dict[str, list[Span]]:
        """Return where on this line names of variables stand."""
        start = self.starts[self.line - 1]
        found: dict[str, list[Span]] = {}
        tokens = [token for token in scan(self.text)[0] if token.kind is not Kind.COMMENT]
        for before, token in pairwise([None, *tokens]):
            if token is None or token.kind is not Kind.NAME or token.start < start:
                continue
            end = self.starts[self.line] if self.line < len(self.starts) else len(self.text)
            if token.start < end and (before is None or before.text != "."):
                columns = token.start - start + 1, token.end - start + 1
                span = Span(self.line, columns[0], self.line, columns[1])
                found.setdefault(token.text, []).append(span)
        return found

    def _mark_plain(self, function: int, spots: dict[tuple[int, Span], _Spot]) -> None:
        """Find what says little: literals, what is only called, values that nobody uses."""
        code = self.program.functions[function].code
        used = {register for node in code for register in operands(node)}
        called = {node.function for node in code if isinstance(node, ir.Call)}
        for spot in spots.values():
            if spot.function != function:
                continue
            last = code[spot.registers[-1]]
            values = [
                frame.registers[register]
                for frame in self._frames(function)
                for register in spot.registers
            ]
            is_method = isinstance(last, ir.Attribute) and not called.isdisjoint(spot.registers)
            is_nothing_used = used.isdisjoint(spot.registers) and all(map(is_nothing, values))
            # `a == 1 and b` is told by its parts, `a or b` by what it may be.
            is_condition = isinstance(last, ir.Merge) and all(map(is_nothing, values))
            spot.plain = (
                all(isinstance(code[register], ir.Constant) for register in spot.registers)
                or is_method
                or is_condition
                or (isinstance(last, ir.Call) and bool(values) and is_nothing_used)
                or (not isinstance(last, ir.Call) and self._are_names(values))
            )

    def _are_names(self, values: Sequence[Value]) -> bool:
        """Tell whether values are only names of things: functions, classes, modules."""
        atoms = [atom for value in values for atom in value]
        return bool(atoms) and all(
            isinstance(atom, External)
            or ((what := describe(self.solver, atom)) is not None and what.kind in _NAMES)
            for atom in atoms
        )

    def _told_once(self, spots: Sequence[_Spot]) -> Iterator[_Spot]:
        """Leave out targets that only name the value beside them."""
        for spot in spots:
            code = self.program.functions[spot.function].code
            node = code[spot.registers[-1]]
            if isinstance(node, ir.Bind):
                source = code[node.value]
                beside = any(
                    other.function == spot.function and node.value in other.registers
                    for other in spots
                    if other is not spot
                )
                same = all(
                    frame.registers[spot.registers[-1]].keys() == frame.registers[node.value].keys()
                    or isinstance(source, ir.Constant | ir.Negative)
                    for frame in self._frames(spot.function)
                )
                if beside and same:
                    continue
            yield spot

    def _excerpt(self, span: Span) -> str:
        first = self.starts[span.line - 1] + span.column - 1
        last = self.starts[span.end_line - 1] + span.end_column - 1
        return " ".join(self.text[first:last].split())

    # -- what they can be -------------------------------------------------------------------

    def _frames(self, function: int) -> list[Frame]:
        return [
            frame
            for frame in self.solver.frames
            if (frame.value.program, frame.value.function) == (self.index, function)
            and self._is_reached(frame)
        ]

    def _is_reached(self, frame: Frame) -> bool:
        """Tell whether a frame ran; one that was given up holds nothing yet."""
        given_up = self.index in self.solver.incomplete
        return frame.runs > 0 and not (given_up and not any(frame.registers))

    def _possibilities(self, spot: _Spot) -> tuple[Possibility, ...]:
        frames = self._frames(spot.function)
        if not frames:
            name = self.program.functions[spot.function].name
            return (Possibility(NOT_REACHED, f"no analysis reached {name}(), where it stands"),)
        found: dict[Possibility, list[Frame]] = {}
        for frame in frames:
            for each in self._in_frame(frame, spot.registers):
                same = (p for p in found if (p.kind, p.words) == (each.kind, each.words))
                found.setdefault(next(same, each), []).append(frame)
        # What is the same for all calls needs no word of them.
        partly = {p: those for p, those in found.items() if len(those) < len(frames)}
        calls = self._called_from(list(partly.values()))
        told = dict(zip(partly, calls, strict=True))
        return tuple(
            replace(each, called_from=told[each]) if each in told else each for each in found
        )

    def _called_from(self, groups: Sequence[Sequence[Frame]]) -> list[tuple[Location, ...]]:
        """Return for each group of frames the calls that tell it from the others."""
        chains = [[self._calls(frame) for frame in group] for group in groups]
        depth = max((len(chain) for group in chains for chain in group), default=0)
        told: list[tuple[Location, ...]] = [() for _ in groups]
        for level in range(depth):
            sites = [
                {chain[min(level, len(chain) - 1)] for chain in group if chain} for group in chains
            ]
            told = [tuple(self._location(site) for site in sorted(each)) for each in sites]
            if sum(map(len, sites)) == len(set().union(*sites)):
                break
        return told

    def _calls(self, frame: Frame) -> list[Site]:
        """Return the calls that led to a frame, its own first."""
        found: list[Site] = []
        while len(found) < self.solver.limits.depth:
            users = sorted(
                (user[0], user[1])
                for user in frame.users
                if isinstance(user, tuple) and isinstance(user[1], int) and user[1] >= 0
            )
            if not users:
                break
            caller, register = users[0]
            frame = self.solver.frames[caller]
            span = self.solver.function(frame.value).code[register].span
            found.append(self.solver.site(frame, span))
        return found

    def _in_frame(self, frame: Frame, registers: Sequence[ir.Register]) -> Iterator[Possibility]:
        """Yield what the value is in one frame."""
        value: dict[Atom, Trail | None] = {}
        for register in reversed(registers):
            for atom, trail in frame.registers[register].items():
                value.setdefault(atom, trail)
        unread = any(
            isinstance(atom, Absent) and atom.program not in self.solver.programs for atom in value
        )
        if is_nothing(value) and not unread:
            yield self._from_elsewhere(origin_of(self.solver, frame, registers[-1]))
            return
        # Beside `r.text` itself there is also the method it might have been.
        only_methods = all(isinstance(atom, Method) for atom in value)
        found: dict[tuple[str, str], Possibility] = {}
        constants: list[tuple[str, TrailStep | None]] = []
        for atom, trail in value.items():
            if isinstance(atom, Unknown):
                each = self._unknown(frame, registers, trail)
            elif isinstance(atom, Method) and not only_methods:
                continue
            else:
                what = describe(self.solver, atom)
                if what is None:
                    continue
                if what.kind == CONSTANT:
                    step = self._defined(what.made)
                    constants.append((what.words.removeprefix("constant "), step))
                    continue
                steps = self._steps(trail)
                if not steps and what.made is not None:
                    steps = (TrailStep(self._location(what.made), "is made here"),)
                each = Possibility(what.kind, what.words, steps)
            found.setdefault((each.kind, each.words), each)
        if constants and not found:
            beside = origin_beside_constants(self.solver, frame, registers[-1])
            if beside is not None:
                each = self._from_elsewhere(beside)
                found[each.kind, each.words] = each
        told = self._with_reason(found.values())
        if constants:
            told.append(self._constants(constants))
        if not told:
            told.append(Possibility("undecided", "too many things to be told apart"))
        yield from sorted(told, key=lambda each: each.kind == UNKNOWN_ORIGIN)

    def _with_reason(self, found: Collection[Possibility]) -> list[Possibility]:
        """Let a code that only its name makes one say what is unknown of it, and drop the rest."""
        unknown = next((each for each in found if each.kind == UNKNOWN_ORIGIN), None)
        if unknown is None or all(each.kind != NAME_ALONE for each in found):
            return [*found]
        return [
            replace(each, declare=unknown.declare) if each.kind == NAME_ALONE else each
            for each in found
            if each is not unknown
        ]

    def _constants(self, found: Sequence[tuple[str, TrailStep | None]]) -> Possibility:
        words = list(dict.fromkeys(words for words, _ in found))
        steps = tuple(dict.fromkeys(step for _, step in found if step is not None))
        shown = " or ".join(words[:_MOST_CONSTANTS])
        if len(words) > _MOST_CONSTANTS:
            shown = f"{shown} or {len(words) - _MOST_CONSTANTS} others"
        return Possibility(CONSTANT, f"constant {shown}", steps[:_MOST_CONSTANTS])

    def _defined(self, site: Site | None) -> TrailStep | None:
        return None if site is None else TrailStep(self._location(site), "is defined here")

    def _from_elsewhere(self, origin: Origin) -> Possibility:
        return Possibility(ELSEWHERE, from_elsewhere(origin.words), self._way(origin))

    def _unknown(
        self, frame: Frame, registers: Sequence[ir.Register], trail: Trail | None
    ) -> Possibility:
        register = next(r for r in reversed(registers) if is_unknown(frame.registers[r]))
        origin = origin_of(self.solver, frame, register)
        reason = trail.steps()[0].text if trail is not None else origin.words
        steps = self._steps(trail) or self._way(origin)
        declare = f'"{origin.name}" = "{self._declared_kind(origin)}"' if origin.name else ""
        return Possibility(UNKNOWN_ORIGIN, f"unknown origin: {reason}", steps, declare=declare)

    def _declared_kind(self, origin: Origin) -> str:
        """Return what an origin most likely is, if it is legacy; its name says so."""
        envelope = self.solver.rules.envelope
        last = origin.name.strip("()").replace("(", ".").rpartition(".")[2]
        is_code = last in (envelope.code, *envelope.code_like_names)
        kind = SourceKind.LEGACY_CODE if is_code else SourceKind.LEGACY_RESPONSE
        return str(kind.value)

    def _way(self, origin: Origin) -> tuple[TrailStep, ...]:
        first = TrailStep(self._location(origin.site), origin.words)
        return (first, *(TrailStep(self._location(site), text) for site, text in origin.steps))

    def _steps(self, trail: Trail | None) -> tuple[TrailStep, ...]:
        if trail is None:
            return ()
        return tuple(TrailStep(self._location(step.site), step.text) for step in trail.steps())

    def _location(self, site: Site) -> Location:
        return Location(self.solver.programs[site.program].path, site.span)


def _size(span: Span) -> tuple[int, int]:
    return span.end_line - span.line, span.end_column - span.column


def _outermost_first(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, -span.end_line, -span.end_column
