"""What is known and noted while the flows of a solved project are studied.

A study goes over every instruction of every frame: whatever touches a value of a flow is either one
of the known uses, which leaves a rewrite (or needs none), or is noted as what stands in the way.
Frames of one function share its source, so what they want done at a node has to agree.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.requests import ACTION, service_name
from clb_migrate.analysis.solver import Frame, Solver
from clb_migrate.analysis.values import (
    Answer,
    Atom,
    Body,
    Call,
    Client,
    Const,
    Container,
    Entry,
    EnvelopeField,
    Method,
    Partial,
    Response,
    SignedUrl,
    Value,
    strings,
)
from clb_migrate.findings import Location, Span
from clb_migrate.fixes.fields import Fields, Part, Step
from clb_migrate.fixes.results import Reason
from clb_migrate.fixes.tree import Tree, Unfixable
from clb_migrate.fixes.writer import Piece, Write
from clb_migrate.table.rows import Action, Rules

Calls = frozenset[Call]


@dataclass(slots=True)
class Rewrite:
    """What is to be done at one node; `key` tells what, so that frames can be compared."""

    node: cst.CSTNode
    key: Hashable
    write: Write
    calls: set[Call] = field(default_factory=set)
    frames: set[int] = field(default_factory=set)
    function: tuple[int, int] | None = None
    """The function whose frames all have to want it; None where one is enough."""
    operand: int | None = None
    """The register that has to be of a flow for that."""


@dataclass(frozen=True, slots=True)
class Note:
    """A reason that concerns some calls."""

    calls: Calls
    reason: Reason


class Study:
    """The state of studying one solved group of modules."""

    def __init__(self, solver: Solver, rules: Rules, trees: Callable[[int], Tree | Unfixable]):
        self.solver = solver
        self.rules = rules
        self._trees = trees
        self.rewrites: dict[tuple[int, int], Rewrite] = {}
        self.together: list[Calls] = []
        """Calls that change together or not at all."""
        self.obstacles: list[Note] = []
        self.doubts: list[Note] = []
        """What may change, so that a person must agree."""
        self.reviews: list[Note] = []
        self.rights: dict[Call, set[str]] = {}
        self.needs: dict[int, list[tuple[Calls, str]]] = {}
        """For each program, what it must import or define for the sake of which calls."""
        self.insertions: dict[tuple[int, int, int, str, Hashable], Calls] = {}
        """What takes the place of a stretch of a program, and who wants it: for which calls."""
        self.calls: dict[Call, Frame] = {}
        """The requests of API 2.0, with the frame that sends each."""
        self._fields: dict[tuple[str, str], Fields] = {}
        self._holding: dict[Container, Calls] | None = None
        self._frames_of: dict[tuple[int, int], list[Frame]] = {}
        for frame in solver.frames:
            if frame.runs:
                place = (frame.value.program, frame.value.function)
                self._frames_of.setdefault(place, []).append(frame)

    # -- places -----------------------------------------------------------------------------

    def tree(self, program: int) -> Tree | None:
        """Return the tree of a module; None where it cannot be edited."""
        tree = self._trees(program)
        return tree if isinstance(tree, Tree) else None

    def node(self, frame: Frame, register: int) -> cst.CSTNode | None:
        """Return the node that fills a register."""
        tree = self.tree(frame.value.program)
        return None if tree is None else tree.nodes.get((frame.value.function, register))

    def parent(self, frame: Frame, node: cst.CSTNode) -> cst.CSTNode | None:
        """Return what a node is a part of."""
        tree = self.tree(frame.value.program)
        return None if tree is None else tree.parent(node)

    def code(self, frame: Frame) -> tuple[ir.Instruction, ...]:
        """Return the instructions a frame runs."""
        return self.solver.function(frame.value).code

    def frames_of(self, program: int, function: int) -> list[Frame]:
        """Return the frames that ran a function."""
        return self._frames_of.get((program, function), [])

    def location(self, program: int, span: Span) -> Location:
        """Return a place as reports show it."""
        return Location(self.solver.programs[program].path, span)

    # -- notes ------------------------------------------------------------------------------

    def rewrite(
        self,
        frame: Frame,
        register: int,
        node: cst.CSTNode | None,
        key: Hashable,
        calls: Iterable[Call],
        write: Write,
        operand: int | None = None,
    ) -> None:
        """Want something done at a node; frames that want something else there stand in the way.

        With `operand` every frame of the function has to have a flow in that register.
        """
        wanted = frozenset(calls)
        program = frame.value.program
        tree = self._trees(program)
        if isinstance(tree, Unfixable):
            self.block(wanted, frame, register, "this file cannot be edited")
            return
        if node is None:
            self.block(wanted, frame, register, "this place cannot be told from its surroundings")
            return
        known = self.rewrites.get((program, id(node)))
        if known is None:
            known = self.rewrites[program, id(node)] = Rewrite(node, key, write)
        elif known.key != key:
            self.block(wanted | known.calls, frame, register, "different things reach this place")
            self.merge(wanted | known.calls)
            return
        known.calls |= wanted
        known.frames.add(frame.index)
        if operand is not None:
            known.function = (program, frame.value.function)
            known.operand = operand
        self.merge(known.calls)

    def mark(self, program: int, node: cst.CSTNode, key: Hashable, calls: Calls, text: str) -> None:
        """Want a text in place of a node once all these calls are migrated, each by itself."""
        known = self.rewrites.setdefault(
            (program, id(node)), Rewrite(node, key, lambda _: Piece(text))
        )
        known.calls |= calls

    def merge(self, calls: Iterable[Call]) -> None:
        """Let calls change together or not at all."""
        whole = frozenset(calls)
        if len(whole) > 1:
            self.together.append(whole)

    def block(
        self, calls: Iterable[Call], frame: Frame, register: int, text: str, step: str = ""
    ) -> None:
        """Note what stands in the way of migrating calls."""
        self.obstacles.append(self._noted(calls, frame, register, text, step))

    def note(self, calls: Iterable[Call], where: Location, text: str, step: str = "") -> None:
        """Note what stands in the way at a place that no frame ran."""
        self.obstacles.append(Note(frozenset(calls), Reason(where, text, step)))

    def doubt(
        self, calls: Iterable[Call], frame: Frame, register: int, text: str, step: str = ""
    ) -> None:
        """Note what may change when calls are migrated."""
        self.doubts.append(self._noted(calls, frame, register, text, step))

    def review(
        self, calls: Iterable[Call], frame: Frame, register: int, text: str, step: str = ""
    ) -> None:
        """Note what someone should look at after calls are migrated."""
        self.reviews.append(self._noted(calls, frame, register, text, step))

    def insert(
        self, program: int, start: int, end: int, text: str, owner: Hashable, calls: Calls
    ) -> None:
        """Put text in place of a stretch of a file, once for all frames that want it there.

        The stretch stands between statements, or is a header of one. Several owners can want the
        same text there, each once.
        """
        place = (program, start, end, text, owner)
        whole = self.insertions.get(place, frozenset()) | calls
        self.insertions[place] = whole
        self.merge(whole)

    def need(self, program: int, calls: Iterable[Call], name: str) -> None:
        """Note that a module has to import or define something once calls are migrated."""
        self.needs.setdefault(program, []).append((frozenset(calls), name))

    def _noted(
        self, calls: Iterable[Call], frame: Frame, register: int, text: str, step: str
    ) -> Note:
        span = self.code(frame)[register].span if register >= 0 else Span(1, 1, 1, 1)
        tree = self._trees(frame.value.program)
        if isinstance(tree, Unfixable):
            # Whatever else stands in the way there, this does first.
            span, text = Span(1, 1, 1, 1), f"this file cannot be edited: {tree}"
            step = "edit it by hand, or make it a file that can be edited"
        where = self.location(frame.value.program, span)
        return Note(frozenset(calls), Reason(where, text, step))

    # -- what flows -------------------------------------------------------------------------

    def rows_of(self, call: Call) -> list[Action]:
        """Return the rows of the actions a request may be for."""
        heap = self.solver.heap
        modules = sorted(set(strings(heap.get(call, ("module",)))))
        actions = dict.fromkeys(map(service_name, strings(heap.get(call, ACTION))))
        table = self.rules.actions
        return [
            table[module][action]
            for module in modules
            if module in table
            for action in actions
            if action in table[module]
        ]

    def modules_of(self, call: Call) -> list[str]:
        """Return the modules a request may be for."""
        return sorted(set(strings(self.solver.heap.get(call, ("module",)))))

    def fields(self, row: Action) -> Fields:
        """Return the response fields of an action."""
        key = (row.module, row.name)
        if key not in self._fields:
            self._fields[key] = Fields(row, self.rules)
        return self._fields[key]

    def part(self, response: Response) -> Part | None:
        """Return what a part of an answer is; None where that is not known or not one thing."""
        parts = {self.fields(row).part(response.path) for row in self.rows_of(response.call)}
        return parts.pop() if len(parts) == 1 else None

    def step(self, response: Response, key: str) -> Step | str:
        """Return how to read a part of an answer, or why that cannot be done."""
        path = (*response.path, key)
        steps = {self.fields(row).step(path): None for row in self.rows_of(response.call)}
        if len(steps) > 1:
            told = [each for each in steps if isinstance(each, str)]
            return told[0] if told else f"{key} is another thing in the answers of other actions"
        return next(iter(steps), f"{key} is read of an answer whose action is not known")

    def is_list(self, response: Response) -> bool:
        """Tell whether a part of an answer is a list."""
        part = self.part(response)
        return part is not None and part.is_list

    def is_structured(self, response: Response) -> bool:
        """Tell whether a part of an answer has parts that are others in API 3.0."""
        if not response.path:
            return True
        part = self.part(response)
        return part is None or part.structured or bool(part.by_hand)

    def calls_in(self, value: Value) -> set[Call]:
        """Return the calls whose values, as far as they change, a value may be or hold."""
        found: set[Call] = set()
        for atom in value:
            found |= self.calls_of(atom)
        return found

    def calls_of(self, atom: Atom) -> set[Call]:
        """Return the calls of one thing that changes; none for what stays as it is."""
        match atom:
            case Body(call, False) | Answer(call, False) | SignedUrl(call):
                return {call}
            case Response(call, _, False):
                return {call} if self.is_structured(atom) else set()
            case EnvelopeField(role, call, _, False) if call is not None and role != "message":
                return {call}
            case Entry(response, _) if not response.current:
                return {response.call}
            case Client(_, False):
                return set(self.calls_by(atom))
            case Container():
                return set(self.holding.get(atom, ()))
            case Method(receiver, _):
                return self.calls_of(receiver)
            case Partial(function, _, _):
                return self.calls_of(function)
            case _:
                return set()

    def calls_by(self, client: Client) -> Calls:
        """Return the calls made through a client."""
        return self.by_client.get(client, frozenset())

    by_client: dict[Client, Calls]

    def outsider(self, program: int, name: str, *, imported: bool) -> str:
        """Return a file that takes no part and may use a name of a module; nothing if none does.

        `imported`: by an import of it, else as an attribute.
        """
        return self.outside(program, name, imported) if self.outside is not None else ""

    outside: Callable[[int, str, bool], str] | None = None

    @property
    def holding(self) -> dict[Container, Calls]:
        """The containers that hold something that changes, with the calls it is of."""
        if self._holding is None:
            self._holding = {}
            self._holding = self._held()
        return self._holding

    def _held(self) -> dict[Container, Calls]:
        inside: dict[Container, set[Container]] = {}
        found: dict[Container, set[Call]] = {}
        for (owner, _), value in self.solver.heap.cells.items():
            if not isinstance(owner, Container):
                continue
            for atom in value:
                if isinstance(atom, Container):
                    inside.setdefault(atom, set()).add(owner)
                elif not isinstance(atom, Const):
                    calls = self.calls_of(atom)
                    if calls:
                        found.setdefault(owner, set()).update(calls)
        waiting = list(found)
        while waiting:
            inner = waiting.pop()
            for outer in inside.get(inner, ()):
                before = found.setdefault(outer, set())
                if not found[inner] <= before:
                    before |= found[inner]
                    waiting.append(outer)
        return {container: frozenset(calls) for container, calls in found.items()}

    def inconsistent(self) -> Iterator[tuple[Rewrite, Frame]]:
        """Yield the rewrites that other frames of the same function do not want."""
        for rewrite in self.rewrites.values():
            if rewrite.function is None or rewrite.operand is None:
                continue
            for frame in self.frames_of(*rewrite.function):
                if frame.index in rewrite.frames:
                    continue
                value = frame.registers[rewrite.operand]
                # A condition deals with the constants that any frame brings along.
                weighed = isinstance(rewrite.key, tuple) and rewrite.key[:1] == ("condition",)
                if not value or any(
                    not isinstance(a, Const)
                    or not (weighed or a.value is None or isinstance(a.value, bool))
                    for a in value
                ):
                    yield rewrite, frame
