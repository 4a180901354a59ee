"""Linking: every function of the project is run on what its arguments can be, to a fixpoint.

A *frame* is one function together with the values it was called with and the frame whose variables
it sees, so that a helper shared by a legacy client and another vendor's keeps them apart. Frames
read and write *cells* of the heap (names, attributes, elements, results); when a cell grows, the
frames that read it run again. Values only grow and are bounded, so this ends. Functions that
nobody calls run last, with arguments of unknown origin.

The order of work follows the order of the programs alone, and so does every result.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from heapq import heappop, heappush

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.absences import holds_absent, look
from clb_migrate.analysis.declarations import Declarations
from clb_migrate.analysis.modules import ModuleIndex
from clb_migrate.analysis.names import Names
from clb_migrate.analysis.notes import Note
from clb_migrate.analysis.values import (
    NOTHING,
    Atom,
    Call,
    Const,
    FunctionValue,
    Heap,
    Site,
    Value,
    join,
)
from clb_migrate.findings import Span
from clb_migrate.table.rows import Rules


@dataclass(frozen=True, slots=True)
class Limits:
    """How far calls are kept apart, and how much work that may be."""

    frames: int
    """Frames of one function; further calls share frames that join their arguments."""
    depth: int
    """Calls within calls that are kept apart."""
    rounds: int
    """Times that the code of the project is run on average, before the rest is given up."""


PRECISE = Limits(frames=40, depth=12, rounds=10)
COARSE = Limits(frames=4, depth=6, rounds=20)
"""For code so entangled that the precise way finds no end."""

_LEAST_WORK = 200_000
"""Instructions that even the smallest project may run."""

_MOST_RUNS = 12
"""Visits to one frame before it has to wait until everything else is settled."""

_MOST_WAVES = 3
"""Times that the waiting frames are visited once more."""

_MOST_RECURSIONS = 1
"""Calls of a function within itself that are kept apart."""

_MOST_ROUNDS = 6
"""Passes over a function with loops before it has to wait for the next visit."""

Cell = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Use:
    """A call that runs a frame: in which frame, where, and what it gives for which parameter."""

    frame: int
    site: Site
    given: Mapping[str, Value]


@dataclass(slots=True)
class Frame:
    """One function running on one set of arguments."""

    index: int
    value: FunctionValue
    arguments: dict[str, Value]
    depth: int
    registers: list[Value]
    notes: list[Note] = field(default_factory=list)
    running: bool = False
    runs: int = 0
    caller: Frame | None = None
    users: dict[Hashable, Use] = field(default_factory=dict)
    """The calls that run it."""
    key: Hashable = None
    """What it is found by; None for one that calls share which are not told apart."""
    raised: dict[int, Value] = field(default_factory=dict)
    """What its instructions raise, or let out of what they call."""
    absent: set[int] = field(default_factory=set)
    """Registers that hold something of a module that does not take part."""
    telling: bool = False
    """It has met something to do with a request, as far as its registers were looked through."""
    scanned: int = 0


class Solver:
    """The state of linking one project."""

    def __init__(
        self,
        modules: ModuleIndex,
        load: Callable[[Iterable[int]], Mapping[int, ir.Program]],
        rules: Rules,
        names: Names,
        limits: Limits,
        declarations: Declarations,
        is_relevant: Callable[[int, int], bool],
        following: AbstractSet[int],
    ) -> None:
        """`modules` are all there are; `load` gives the facts of those that have any.

        `is_relevant` tells of a function in a module whether it is worth to run uncalled; all that
        the modules in `following` use matters.
        """
        self.limits = limits
        self.programs: dict[int, ir.Program] = {}
        """The modules that take part, by their place in `modules`."""
        self.rules = rules
        self.names = names
        self.hosts = names.hosts
        self.modules = modules
        self.declarations = declarations
        self.heap = Heap()
        self.frames: list[Frame] = []
        self.imports: dict[int, set[int]] = {}
        self.handed_out: set[tuple[int, int]] = set()
        """Functions given to a known library, which then chooses their arguments."""
        self.named: dict[Atom, Site] = {}
        """Containers that got a name, and where."""
        self._by_key: dict[Hashable, int] = {}
        self._by_user: dict[Hashable, int] = {}
        self._frames_of: dict[tuple[int, int], int] = {}
        self._readers: dict[Cell, dict[int, None]] = {}
        self._work: list[tuple[int, int, int]] = []
        self._turns = 0
        self._queued: set[int] = set()
        self._waiting: dict[int, None] = {}
        self._pending: dict[FunctionValue, Value] = {}
        self._called: set[tuple[int, int]] = set()
        self._nesting = 0
        self._load = load
        self._is_relevant = is_relevant
        self.following = following
        self.chained = set(following)
        """Those, and the modules that their classes derive from or are decorated by."""
        self.starting: set[int] = set()
        """Modules whose functions run even if nothing calls them; others only receive values."""
        self._missing: set[int] = set()
        self._wishes: dict[int, None] = {}
        self._tops: dict[int, int] = {}
        """The frames of modules."""
        self._settled = False
        self._some_absent = False
        self._mentioned: set[str] = set()
        self._budget = _LEAST_WORK
        self.exhausted = False
        self.incomplete: dict[int, str] = {}
        """Programs that were not followed to the end, with the reason."""
        # Imported late: the transfer functions need the solver's type.
        from clb_migrate.analysis.transfer import Transfer  # cycle of types only

        self._transfer = Transfer(self)

    # -- running ----------------------------------------------------------------------------

    def solve(self, start: Iterable[int]) -> None:
        """Run everything that can run in these modules, until nothing changes."""
        self.starting.update(start)
        self._take_in(self.starting)
        self._drain()
        while waiting := self._uncalled(skip_mentioned=True):
            for value, receiver in waiting:
                self._start_root(value, receiver)
            self._drain()
        # What is mentioned but was not called so far waits for its callers: those are mostly
        # further down, so the last function of the last module goes first, one at a time;
        # before any other the ones that set up objects.
        while waiting := self._uncalled(skip_mentioned=False):
            waiting.sort(key=lambda each: self.function(each[0]).name == "__init__")
            while waiting:
                value, receiver = waiting.pop()
                if (value.program, value.function) not in self._called:
                    self._start_root(value, receiver)
                    self._run_new()
            self._drain()

    def forget(self) -> None:
        """Let go of everything, once all is told: a solver and its parts hold each other."""
        vars(self).clear()

    def _take_in(self, modules: Iterable[int]) -> None:
        """Let modules take part: their top level runs, and who waited for their names again."""
        new = [i for i in sorted(modules) if i not in self.programs and i not in self._missing]
        programs = self._load(new)
        for index in new:
            program = programs.get(index)
            if program is None:
                self._missing.add(index)
            else:
                self.programs[index] = program
                self._mentioned |= _names_read(program)
                size = sum(len(function.code) for function in program.functions)
                self._budget += self.limits.rounds * size
                self._tops[index] = self._new_frame(FunctionValue(index, 0, -1), {}, 0)
                self._enqueue(self._tops[index])
            self.write(_TAKEN_IN, index, {Const(True): None})

    def run_module(self, index: int) -> None:
        """Run the top level of a module that is imported, as Python does, if it never ran."""
        frame = self._tops.get(index)
        if frame is not None and not self.frames[frame].runs:
            self._start(self.frames[frame])

    def may_come(self, frame: Frame) -> bool:
        """Tell whether a name that a module lacks may still come, as in a circle of imports.

        The frame runs again when no more names can come.
        """
        self.read(frame, _SETTLED, 0)
        return not self._settled

    def is_absent(self, frame: Frame, program: int) -> bool:
        """Tell whether a module does not take part so far; the frame runs again when it does."""
        if program in self.programs or program in self._missing:
            return False
        self._some_absent = True
        self.read(frame, _TAKEN_IN, program)
        return True

    def wish(self, program: int) -> None:
        """Ask for a module that something legacy may reach."""
        if program not in self.programs and program not in self._missing:
            self._wishes[program] = None

    def _start_root(self, value: FunctionValue, receiver: Value) -> None:
        self._called.add((value.program, value.function))
        self._enqueue(self._root_frame(value, receiver))

    def _drain(self) -> None:
        wave = 0
        while True:
            while self._work:
                index = heappop(self._work)[-1]
                self._queued.discard(index)
                self._run(self.frames[index])
            if self._wishes:
                wishes, self._wishes = self._wishes, {}
                self._take_in(wishes)
                continue
            if not self._settled:
                self._settled = True
                self.write(_SETTLED, 0, {Const(True): None})
                continue
            if not self._waiting or wave == _MOST_WAVES:
                return
            for index in self._waiting:
                self.frames[index].runs = _MOST_RUNS - 1
                self._enqueue(index)
            self._waiting.clear()
            wave += 1

    def _run_new(self) -> None:
        """Run the frames that never ran, which is enough to see what they call."""
        while self._work and self.frames[self._work[0][-1]].runs == 0:
            index = heappop(self._work)[-1]
            self._queued.discard(index)
            self._run(self.frames[index])

    def _enqueue(self, index: int) -> None:
        if index not in self._queued:
            self._queued.add(index)
            # Whoever ran least goes first: what a thousand readers read has then grown as far
            # as it will before they all run again.
            self._turns += 1
            heappush(self._work, (self.frames[index].runs, self._turns, index))

    def _run(self, frame: Frame) -> None:
        if frame.running:
            self._enqueue(frame.index)
            return
        if frame.runs >= _MOST_RUNS:
            # Functions that call each other on data they share could grow it for long, a little
            # at a time. They wait, and then see all of it at once.
            self._waiting[frame.index] = None
            return
        frame.runs += 1
        frame.running = True
        self._nesting += 1
        try:
            self._run_code(frame)
        except RecursionError:
            self.incomplete.setdefault(frame.value.program, "its code is nested too deeply")
        except Exception as error:  # whatever goes wrong in one function may cost one file, no more
            told = f"internal error, please report it: {type(error).__name__}: {error}"
            self.incomplete.setdefault(frame.value.program, told)
        self._nesting -= 1
        frame.running = False

    def _run_code(self, frame: Frame) -> None:
        code = self.function(frame.value).code
        handlers = self._transfer.handlers
        # Merges, with what reaches them from further down.
        late = [
            (register, each)
            for register, instruction in enumerate(code)
            if isinstance(instruction, ir.Merge)
            for each in instruction.values
            if each > register
        ]
        registers = frame.registers
        for _ in range(_MOST_ROUNDS):
            if self._budget < 0:
                self.exhausted = True
                self.incomplete.setdefault(frame.value.program, "it is too entangled")
                return
            self._budget -= len(code)
            frame.notes.clear()
            frame.scanned = 0
            for register, instruction in enumerate(code):
                value = handlers[type(instruction)](frame, register, instruction)
                if frame.absent:
                    look(self, frame, register, instruction)
                if self._some_absent and holds_absent(value):
                    frame.absent.add(register)
                registers[register] = value
            if not late or all(
                registers[each].keys() <= registers[merge].keys() for merge, each in late
            ):
                break

    def _uncalled(self, *, skip_mentioned: bool) -> list[tuple[FunctionValue, Value]]:
        """Return the functions nothing has called yet; first those that no code mentions."""
        found = []
        for value, receiver in list(self._pending.items()):
            if (value.program, value.function) in self._called:
                continue
            if value.program not in self.starting or not self._is_relevant(
                value.program, value.function
            ):
                continue
            name = self.function(value).name
            if skip_mentioned and (name in self._mentioned or not name.strip("_").isidentifier()):
                continue
            if skip_mentioned and name.startswith("__"):
                continue
            found.append((value, receiver))
        return found

    def _root_frame(self, value: FunctionValue, receiver: Value) -> int:
        function = self.function(value)
        arguments = {}
        for position, formal in enumerate(function.formals):
            bound = position == 0 and bool(receiver)
            arguments[formal.name] = (
                receiver if bound else self._transfer.unproven_argument(value, formal.name)
            )
        return self._new_frame(value, arguments, 0)

    # -- frames -----------------------------------------------------------------------------

    def function(self, value: FunctionValue) -> ir.Function:
        """Return the code of a function value."""
        return self.programs[value.program].functions[value.function]

    def _new_frame(
        self,
        value: FunctionValue,
        arguments: dict[str, Value],
        depth: int,
        caller: Frame | None = None,
    ) -> int:
        index = len(self.frames)
        empty: list[Value] = [NOTHING] * len(self.function(value).code)
        self.frames.append(Frame(index, value, arguments, depth, empty, caller=caller))
        return index

    def pend(self, value: FunctionValue, receiver: Value) -> None:
        """Remember a function that exists, in case nobody calls it."""
        if receiver or value not in self._pending:
            self._pending[value] = receiver

    def enter(
        self,
        caller: Frame,
        register: int,
        value: FunctionValue,
        arguments: dict[str, Value],
        site: Site,
        given: Mapping[str, Value],
    ) -> Frame:
        """Return the frame that runs `value` on `arguments`, having run it once if possible.

        `site` is where that is called, `given` the arguments without defaults.
        """
        use = Use(caller.index, site, given)
        identity = (value.program, value.function)
        self._called.add(identity)
        if value.program not in self.starting and any(
            self._transfer.kinds_of(argument) for argument in arguments.values()
        ):
            # It has something legacy now, which its other functions may show.
            self.starting.add(value.program)
        user = (caller.index, register, value)
        key: Hashable = (
            value,
            tuple((name, frozenset(argument)) for name, argument in arguments.items()),
        )
        depth = caller.depth + 1
        index = self._by_key.get(key)
        if index is None and (grown := self._grown(user, key, arguments)) is not None:
            grown.users[user] = use
            return grown
        if index is None:
            known = self._frames_of.get(identity, 0)
            if (
                depth > self.limits.depth
                or known >= self.limits.frames
                or self._recurses(caller, value)
            ):
                shared = self._shared_frame(caller, value, arguments, depth)
                shared.users[user] = use
                return shared
            self._frames_of[identity] = known + 1
            index = self._by_key[key] = self._new_frame(value, arguments, depth, caller)
            self.frames[index].key = key
        frame = self.frames[index]
        frame.users[user] = use
        self._by_user[user] = index
        self._start(frame)
        return frame

    def _grown(self, user: Hashable, key: Hashable, arguments: dict[str, Value]) -> Frame | None:
        """Return the frame this call ran before, if only it does and its arguments just grew."""
        index = self._by_user.get(user)
        if index is None:
            return None
        frame = self.frames[index]
        if frame.users.keys() != {user}:
            return None
        for name, argument in arguments.items():
            if not frame.arguments.get(name, NOTHING).keys() <= argument.keys():
                return None
        self._by_key.pop(frame.key, None)
        self._by_key[key] = index
        frame.key = key
        frame.arguments = arguments
        self._enqueue(index)
        return frame

    def _recurses(self, caller: Frame, value: FunctionValue) -> bool:
        """Tell whether a function has already called itself, directly or through others."""
        level: Frame | None = caller
        seen = 0
        while level is not None and seen < _MOST_RECURSIONS:
            seen += (level.value.program, level.value.function) == (value.program, value.function)
            level = level.caller
        return seen >= _MOST_RECURSIONS

    def _shared_frame(
        self, caller: Frame, value: FunctionValue, arguments: dict[str, Value], depth: int
    ) -> Frame:
        # Even where calls are no longer told apart one by one, what has to do with a legacy
        # service must not be mixed with what has not.
        kinds = tuple(self._transfer.kinds_of(argument) for argument in arguments.values())
        key = ("shared", value.program, value.function, kinds)
        if key not in self._by_key:
            self._by_key[key] = self._new_frame(value, arguments, depth, caller)
        frame = self.frames[self._by_key[key]]
        for name, argument in arguments.items():
            grown = join(frame.arguments.get(name, NOTHING), argument)
            if len(grown) != len(frame.arguments.get(name, NOTHING)):
                frame.arguments[name] = grown
                if frame.runs:
                    self._enqueue(frame.index)
        self._start(frame)
        return frame

    def _start(self, frame: Frame) -> None:
        if frame.runs:
            return
        if self._nesting <= self.limits.depth:
            self._run(frame)
        else:
            self._enqueue(frame.index)

    # -- cells ------------------------------------------------------------------------------

    def read(self, frame: Frame, owner: Hashable, key: Hashable) -> Value:
        """Return what a cell holds; the frame runs again when that grows."""
        cell = (owner, key)
        readers = self._readers.get(cell)
        if readers is None:
            self._readers[cell] = {frame.index: None}
        else:
            readers[frame.index] = None
        return self.heap.cells.get(cell, NOTHING)

    def keys(self, frame: Frame, owner: Hashable) -> list[Hashable]:
        """Return the keys an owner has cells for; the frame runs again when there are more."""
        self._readers.setdefault((owner, _KEYS), {})[frame.index] = None
        return list(self.heap.keys.get(owner, ()))

    def write(self, owner: Hashable, key: Hashable, value: Value) -> None:
        """Let a cell also hold `value`."""
        cell = (owner, key)
        known = cell in self.heap.cells
        if not self.heap.add(owner, key, value):
            return
        for reader in self._readers.get(cell, ()):
            self._enqueue(reader)
        if not known:
            for reader in self._readers.get((owner, _KEYS), ()):
                self._enqueue(reader)

    # -- places and trails ------------------------------------------------------------------

    def site(self, frame: Frame, span: Span) -> Site:
        """Return a span of the frame's own module as a place in the project."""
        return Site(frame.value.program, span)

    def call_at(self, frame: Frame, register: int, span: Span) -> Call:
        """Return the identity of a request that the frame sends."""
        return Call(frame.index, register, self.site(frame, span))


def _names_read(program: ir.Program) -> set[str]:
    """Return the names that are read as an attribute or variable, or called, in a module."""
    found = set()
    for function in program.functions:
        for instruction in function.code:
            if isinstance(instruction, (ir.Attribute, ir.LoadName)):
                found.add(instruction.name)
            elif isinstance(instruction, ir.Call):
                target = function.code[instruction.function]
                if isinstance(target, (ir.Bind, ir.Merge, ir.Narrow)):
                    found.add(target.name)
    return found


_SETTLED = ("settled",)
"""The owner of the cell that is written when all modules have run."""

_TAKEN_IN = ("taken in",)
"""The owner of a cell for each module that came to take part after others had asked for it."""


class _Keys:
    """The key under which readers of an owner's list of keys are kept."""


_KEYS = _Keys()
