"""Where a value of which nothing is known, or nothing legacy, comes from.

What has to do with API 2.0 carries its trail along. A value known to come from elsewhere holds
nothing at all, and an unknown one at most a reason; their way is found afterwards, by going back
over the operands of the instructions that made them: through assignments, calls and arguments, up
to the first thing that says something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.descriptions import describe, plain_name
from clb_migrate.analysis.modules import dotted_parts
from clb_migrate.analysis.operands import operands
from clb_migrate.analysis.values import (
    Absent,
    Atom,
    BoundMethod,
    ClassValue,
    Const,
    Container,
    External,
    Foreign,
    FunctionValue,
    Instance,
    Method,
    Partial,
    ProjectModule,
    Site,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame, Solver

_MOST_STEPS = 40

Spot = tuple["Frame", ir.Register]


@dataclass(frozen=True, slots=True)
class Origin:
    """The end of the way back."""

    words: str
    site: Site
    steps: tuple[tuple[Site, str], ...] = ()
    """What lies between, the origin first."""
    is_vague: bool = False
    """The way ended before anything was said."""
    name: str = ""
    """What a user would declare to say what it is: `vendor.api.fetch()`, `tasks.handle(answer)`."""


def is_unknown(value: Value) -> bool:
    """Tell whether the origin of a value may be unknown."""
    return any(isinstance(atom, Unknown) for atom in value)


def is_nothing(value: Value) -> bool:
    """Tell whether a value is known to come from elsewhere.

    What stood for a module before that was read says nothing any more.
    """
    return all(isinstance(atom, Absent) for atom in value)


def _is_quiet(value: Value) -> bool:
    """Tell whether nothing but constants stands beside what comes from elsewhere, if that does."""
    return all(isinstance(atom, Absent | Const) for atom in value)


def origin_beside_constants(solver: Solver, frame: Frame, register: ir.Register) -> Origin | None:
    """Return where a value comes from when it is none of the constants it may be.

    None where it is always one of them.
    """
    if not _is_quiet(frame.registers[register]):
        return None
    origin = _Way(solver, is_nothing).back(frame, register)
    return None if origin.is_vague else origin


def origin_of(solver: Solver, frame: Frame, register: ir.Register) -> Origin:
    """Return where a value comes from that is unknown, or else one that is nothing legacy."""
    wanted = is_unknown if is_unknown(frame.registers[register]) else is_nothing
    return _Way(solver, wanted).back(frame, register)


class _Way:
    """One way back."""

    def __init__(self, solver: Solver, wanted: Callable[[Value], bool]) -> None:
        self.solver = solver
        self.wanted = wanted
        self.steps: list[tuple[Site, str]] = []
        self.seen: set[tuple[int, int]] = set()

    def back(self, frame: Frame, register: ir.Register) -> Origin:
        spot: Spot = frame, register
        while len(self.seen) < _MOST_STEPS:
            self.seen.add((spot[0].index, spot[1]))
            following = self._before(*spot)
            if following is None and self.wanted is is_nothing:
                following = self._beside_constants(*spot)
            if isinstance(following, Origin):
                return following
            if following is None or (following[0].index, following[1]) in self.seen:
                break
            spot = following
        return replace(self._end(*spot, self._vaguely(*spot)), is_vague=True)

    def _beside_constants(self, frame: Frame, register: ir.Register) -> Spot | None:
        """Return what a value was made of that a constant may stand for, as in `last = None`."""
        self.wanted = _is_quiet
        found = self._before(frame, register)
        self.wanted = is_nothing
        return None if isinstance(found, Origin) else found

    def _end(self, frame: Frame, register: ir.Register, words: str, name: str = "") -> Origin:
        site = self.solver.site(frame, self._node(frame, register).span)
        return Origin(words, site, tuple(reversed(self.steps)), name=name)

    def _vaguely(self, frame: Frame, register: ir.Register) -> str:
        if self.wanted is is_unknown:
            return "what is done to it there is not followed"
        if isinstance(self._node(frame, register), ir.Compare | ir.Truth | ir.Case):
            return "the result of a comparison"
        if isinstance(self._node(frame, register), ir.Binary | ir.Negative):
            return "the result of arithmetic"
        return "nothing that has to do with API 2.0 goes into it"

    def _node(self, frame: Frame, register: ir.Register) -> ir.Instruction:
        return self.solver.function(frame.value).code[register]

    def _step(self, frame: Frame, register: ir.Register, text: str) -> None:
        self.steps.append((self.solver.site(frame, self._node(frame, register).span), text))

    def _matching(self, frame: Frame, registers: Iterable[int]) -> Spot | None:
        return next(((frame, r) for r in registers if self.wanted(frame.registers[r])), None)

    # -- one step ---------------------------------------------------------------------------

    def _before(self, frame: Frame, register: ir.Register) -> Spot | Origin | None:
        """Return what an instruction had its value from."""
        node = self._node(frame, register)
        match node:
            case ir.Parameter():
                return self._argument(frame, register, node)
            case ir.LoadName(name, None):
                return self._global(frame, register, frame.value.program, name)
            case ir.LoadName(name, int() as depth):
                owner: Frame | None = frame
                for _ in range(depth):
                    outer = owner.value.frame if owner is not None else -1
                    owner = self.solver.frames[outer] if outer >= 0 else None
                return None if owner is None else self._stored([owner], name, local=True)
            case ir.ImportName(module, name):
                return self._imported(frame, register, module, name)
            case ir.Call():
                return self._called(frame, register, node)
            case ir.Attribute(base, name):
                return self._attribute(frame, register, base, name)
            case _:
                found = self._matching(frame, operands(node))
                return found if found is not None else self._part_of(frame, register, node)

    def _part_of(
        self, frame: Frame, register: ir.Register, node: ir.Instruction
    ) -> Spot | Origin | None:
        """Return where a part comes from, or what is made, of something that is known."""
        for operand in operands(node):
            for atom in frame.registers[operand]:
                match atom:
                    case External():
                        return self._external(frame, register, atom.name)
                    case Foreign():
                        return self._external(frame, register, f"{atom.name}()")
                    case Container():
                        held = self._held(atom)
                        return held or self._end(frame, register, f"a part of a {atom.kind}")
                    case Const():
                        continue
                    case _:
                        what = describe(self.solver, atom)
                        if what is not None:
                            told = f"made of, or a part of: {what.words}"
                            return self._end(frame, register, told)
        return None

    def _held(self, container: Container) -> Spot | None:
        """Return what was put in a container and is of the kind that is sought."""
        if not 0 <= container.frame < len(self.solver.frames):
            return None
        maker = self.solver.frames[container.frame]
        for frame in (maker, *self.solver.frames):
            for node in self.solver.function(frame.value).code:
                given: tuple[int, ...] = ()
                if isinstance(node, ir.StoreSubscript):
                    given = (node.value,) if container in frame.registers[node.base] else ()
                elif isinstance(node, ir.Display) and frame is maker:
                    here = node.span == container.site.span
                    given = tuple(item.value for item in node.items) if here else ()
                if (found := self._matching(frame, given)) is not None:
                    return found
        return None

    def _argument(self, frame: Frame, register: ir.Register, node: ir.Parameter) -> Spot | Origin:
        function = self.solver.function(frame.value)
        text = f"parameter {node.name} of {function.name}()"
        for user in sorted(user for user in frame.users if isinstance(user, tuple)):
            caller, place = self.solver.frames[user[0]], user[1]
            given = self._given(caller, place, function, node.name)
            if given is not None:
                self._step(caller, place, f"passed to {function.name}() as {node.name}")
                return given
        if self.wanted is is_unknown:
            called = "which nothing in the files checked calls"
            name = f"{self._qualified(frame)}({node.name})"
            return self._end(frame, register, f"{text}, {called}", name)
        if frame.caller is None:
            return self._end(frame, register, f"{text}, which a library calls")
        return self._end(frame, register, f"{text}, which gets nothing legacy")

    def _given(
        self, caller: Frame, place: ir.Register, function: ir.Function, name: str
    ) -> Spot | None:
        """Return the argument a call gave to a parameter."""
        if place < 0:
            return None
        call = self._node(caller, place)
        if not isinstance(call, ir.Call):
            return None
        by_name = [a.value for a in call.arguments if a.keyword == name]
        found = self._matching(caller, tuple(by_name))
        if by_name or found is not None:
            return found
        names = [formal.name for formal in function.formals]
        plain = [a.value for a in call.arguments if a.keyword is None and not a.star]
        bound = len(names) and function.owner is not None and "staticmethod" not in function.markers
        position = names.index(name) - (1 if bound else 0)
        if 0 <= position < len(plain):
            return self._matching(caller, (plain[position],))
        return self._matching(caller, tuple(a.value for a in call.arguments if a.star))

    def _global(
        self, frame: Frame, register: ir.Register, program: int, name: str
    ) -> Spot | Origin | None:
        stored = self._stored(self._frames(program), name)
        if stored is not None:
            return stored
        for atom in frame.registers[register]:
            if isinstance(atom, External):
                return self._external(frame, register, atom.name)
        if self.wanted is is_unknown or not is_nothing(frame.registers[register]):
            return None
        return self._end(frame, register, f"nothing in the files checked gives {name} a value")

    def _frames(self, program: int) -> list[Frame]:
        return [frame for frame in self.solver.frames if frame.value.program == program]

    def _stored(self, frames: list[Frame], name: str, *, local: bool = False) -> Spot | None:
        """Return the assignment of a global, or of a captured local, that is sought."""
        for frame in frames:
            for node in self.solver.function(frame.value).code:
                if (
                    isinstance(node, ir.StoreName)
                    and node.name == name
                    and (node.depth is not None) is local
                    and self.wanted(frame.registers[node.value])
                ):
                    return frame, node.value
        return None

    def _imported(
        self, frame: Frame, register: ir.Register, module: str, name: str | None
    ) -> Spot | Origin | None:
        for atom in frame.registers[register]:
            if isinstance(atom, External):
                return self._external(frame, register, atom.name)
        found = self.solver.modules.resolve(frame.value.program, module)
        if found is None or name is None:
            return None
        self._step(frame, register, f"imports {name}")
        return self._stored(self._frames(found), name)

    def _attribute(
        self, frame: Frame, register: ir.Register, base: int, name: str
    ) -> Spot | Origin | None:
        value = frame.registers[base]
        if self.wanted(value):
            return frame, base
        for atom in value:
            match atom:
                case External():
                    return self._external(frame, register, f"{atom.name}.{name}")
                case Foreign():
                    return self._external(frame, register, f"{atom.name}()")
                case ProjectModule():
                    return self._stored(self._frames(atom.program), name)
                case Instance() | ClassValue():
                    return self._attribute_of(frame, register, atom, name)
                case Const():
                    continue
                case _:
                    what = describe(self.solver, atom)
                    if what is not None:
                        return self._end(frame, register, f"{name} of: {what.words}")
        return None

    def _attribute_of(
        self, frame: Frame, register: ir.Register, atom: Instance | ClassValue, name: str
    ) -> Spot | Origin | None:
        """Return what was stored under an attribute of an object or its class."""
        of = atom if isinstance(atom, ClassValue) else atom.of
        for each in self.solver.frames:
            for node in self.solver.function(each.value).code:
                if (
                    isinstance(node, ir.StoreAttribute)
                    and node.name == name
                    and any(_is_of(held, of) for held in each.registers[node.base])
                    and self.wanted(each.registers[node.value])
                ):
                    self._step(each, node.value, f"stored as {name}")
                    return each, node.value
        if not is_nothing(frame.registers[register]):
            return None
        what = describe(self.solver, atom)
        told = what.words if what is not None else "an object"
        return self._end(frame, register, f"{name} of: {told}")

    # -- calls ------------------------------------------------------------------------------

    def _called(self, frame: Frame, register: ir.Register, node: ir.Call) -> Spot | Origin | None:
        function = frame.registers[node.function]
        if self.wanted is is_unknown and is_unknown(function):
            return self._declarable(frame, node)
        for atom in function:
            match atom:
                case FunctionValue():
                    return self._returned(frame, register, atom)
                case BoundMethod():
                    return self._returned(frame, register, atom.function)
                case Partial(function=FunctionValue() as inner):
                    return self._returned(frame, register, inner)
                case External():
                    return self._by_library(frame, register, node, atom.name)
                case Method(receiver=Foreign() as made):
                    return self._external(frame, register, f"{made.name}()")
                case Method():
                    return self._by_method(frame, register, node, atom)
                case Instance():
                    return self._attribute_of(frame, register, atom, "__call__")
                case _:
                    continue
        return self._matching(frame, (node.function,)) or self._part_of(frame, register, node)

    def _declarable(self, frame: Frame, call: ir.Call) -> Origin:
        """Return an origin under the name of what is called, as far as that can be told."""
        # `vendor.Client().send()` is unknown from its first call on; the last one has the answer.
        inner = _Way(self.solver, self.wanted).back(frame, call.function)
        name = self._name_of(frame, call.function)
        return replace(inner, name=f"{name}()" if name else inner.name)

    def _name_of(self, frame: Frame, register: ir.Register) -> str:
        """Return the qualified name of something outside, looking through what makes it."""
        for _ in range(_MOST_STEPS):
            for atom in frame.registers[register]:
                if isinstance(atom, External):
                    return atom.name
            node = self._node(frame, register)
            match node:
                case ir.Attribute(base, name):
                    start = self._name_of(frame, base)
                    return f"{start}.{name}" if start else ""
                case ir.Call(function):
                    register = function
                case ir.Bind(_, value):
                    register = value
                case ir.LoadName(name, None):
                    stored = self._stored(self._frames(frame.value.program), name)
                    if stored is None:
                        return ""
                    frame, register = stored
                case _:
                    return ""
        return ""

    def _returned(
        self, frame: Frame, register: ir.Register, function: FunctionValue
    ) -> Spot | Origin | None:
        code = self.solver.function(function)
        called = [f for f in self.solver.frames if (frame.index, register, function) in f.users]
        called = called or [f for f in self.solver.frames if f.value == function]
        for each in called:
            for node in code.code:
                if isinstance(node, ir.Return | ir.Yield) and self.wanted(
                    each.registers[node.value]
                ):
                    self._step(frame, register, f"returned by {code.name}()")
                    return each, node.value
        if any(isinstance(node, ir.Return | ir.Yield) for node in code.code):
            return None
        return self._end(frame, register, f"{code.name}() returns nothing that is followed")

    def _by_library(
        self, frame: Frame, register: ir.Register, node: ir.Call, name: str
    ) -> Spot | Origin:
        names, libraries = self.solver.names, self.solver.rules.libraries
        short = name.removeprefix("builtins.")
        hands_on = (*libraries.decoders, *libraries.passes, *libraries.encoders, *_CONVERTING)
        if short in hands_on or name in hands_on:
            given = self._matching(frame, tuple(argument.value for argument in node.arguments))
            if given is not None:
                self._step(frame, register, f"given on by {short}()")
                return given
        if names.http_function(name) is not None and self.wanted is is_unknown:
            told = f"{short}() sends a request to an address that is not known"
            return self._end(frame, register, told, f"{self._qualified(frame)}()")
        return self._external(frame, register, f"{name}()")

    def _by_method(
        self, frame: Frame, register: ir.Register, node: ir.Call, method: Method
    ) -> Spot | Origin:
        given = self._matching(frame, tuple(argument.value for argument in node.arguments))
        target = self._node(frame, node.function)
        if isinstance(method.receiver, Container) and isinstance(target, ir.Attribute):
            held = self._held(method.receiver)
            return held or self._end(frame, register, f"a part of a {method.receiver.kind}")
        if isinstance(method.receiver, Unknown) and isinstance(target, ir.Attribute):
            return frame, target.base
        if given is not None and self.wanted is is_unknown:
            return given
        what = describe(self.solver, method.receiver)
        told = what.words if what is not None else "something of unknown origin"
        return self._end(frame, register, f"what {method.name}() of this gives: {told}")

    # -- names ------------------------------------------------------------------------------

    def _external(self, frame: Frame, register: ir.Register, name: str) -> Origin:
        if self.wanted is is_nothing:
            library = name.removesuffix("()")
            of = ""
            if self.solver.names.http_function(library) is not None:
                of = ", whose address is not one of API 2.0"
            elif not library.startswith("builtins."):
                of = ", of a library that has nothing to do with API 2.0"
            return self._end(frame, register, f"{plain_name(name)}{of}")
        told = f"comes from {name}, which is not among the files checked"
        return self._end(frame, register, told, name)

    def _qualified(self, frame: Frame) -> str:
        """Return the name of the function that runs, as a declaration would spell it."""
        value = frame.value
        function = self.solver.function(value)
        program = self.solver.programs[value.program]
        parts = [*dotted_parts(program.path)]
        if program.path.startswith(("/", "..")):
            # The end of a module's name is enough to find it.
            del parts[:-1]
        if function.owner is not None:
            parts.append(program.classes[function.owner].name)
        return ".".join((*parts, function.name))


_CONVERTING = ("int", "str", "float", "long", "unicode", "repr", "abs", "dict", "list", "tuple")
"""Builtins that give what they are given in another form."""


def _is_of(atom: Atom, of: ClassValue) -> bool:
    return atom == of or (isinstance(atom, Instance) and atom.of == of)
