"""Calls: how arguments reach parameters, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.absences import holds_absent
from clb_migrate.analysis.library import Library
from clb_migrate.analysis.methods import Methods
from clb_migrate.analysis.requests import Requests
from clb_migrate.analysis.values import (
    NOTHING,
    Absent,
    Atom,
    Body,
    BoundMethod,
    ClassValue,
    Client,
    Const,
    Container,
    EnvelopeField,
    External,
    Foreign,
    FunctionValue,
    Instance,
    Method,
    Partial,
    ProjectModule,
    Response,
    Site,
    Trail,
    Unknown,
    Value,
    because,
    handed_on,
    join,
    limited,
    unknown,
)
from clb_migrate.findings import Span
from clb_migrate.table import rows

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_MAPPING_CLASSES = ("dict", "UserDict", "OrderedDict")

_PASSED = (Response, EnvelopeField, Body, Client)
"""What a trail tells of when it goes into a function."""


@dataclass(slots=True)
class Arguments:
    """The arguments of one call, unpacked as far as they are known."""

    positional: list[Value] = field(default_factory=list)
    rest: Value = field(default_factory=dict)
    """Elements of a `*x` whose number is not known."""
    keywords: dict[str, Value] = field(default_factory=dict)
    mappings: list[tuple[Atom, Trail | None]] = field(default_factory=list)
    """What was given as `**x` and is no dict of known keys."""

    def get(self, argument: rows.Argument | None) -> Value:
        """Return the argument at a row's position or keyword."""
        if argument is None:
            return NOTHING
        if argument.keyword is not None and argument.keyword in self.keywords:
            return self.keywords[argument.keyword]
        place = argument.position
        if place is not None and place < len(self.positional):
            return self.positional[place]
        return self.rest

    def all(self) -> list[Value]:
        """Return every argument."""
        return [*self.positional, *self.keywords.values(), self.rest]


class Calling:
    """Calls of everything that can be called."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.containers = transfer.containers
        self.solver = transfer.solver
        self.library = Library(transfer, self)
        self.methods = Methods(transfer, self)
        self.requests = Requests(transfer)
        self.requests_of = self.requests.known_actions

    # -- entry points -----------------------------------------------------------------------

    def call(self, frame: Frame, register: int, node: ir.Call) -> Value:
        """`function(arguments)`"""
        arguments = self._arguments(frame, node.arguments)
        function = frame.registers[node.function]
        return self.apply(frame, register, node.span, function, arguments)

    def decorate(self, frame: Frame, register: int, node: ir.Decorate) -> Value:
        """A decorator: what it returns if that can be called, else what it decorates."""
        target = frame.registers[node.target]
        decorator = frame.registers[node.decorator]
        made = self.apply(frame, register, node.span, decorator, Arguments([target]))
        callables = (FunctionValue, BoundMethod, ClassValue, Partial)
        result: Value = {atom: trail for atom, trail in made.items() if isinstance(atom, callables)}
        if any(self.is_known(atom) for atom in decorator):
            self.hand_out([target])
        if self._is_fixture(frame, node.decorator):
            functions: Value = {a: t for a, t in target.items() if isinstance(a, FunctionValue)}
            for atom in functions:
                assert isinstance(atom, FunctionValue)
                name = self.solver.function(atom).name
                self.solver.write(("fixtures",), name, functions)
        if result:
            return result
        if holds_absent(decorator) or (
            any(isinstance(atom, callables) for atom in decorator) and self.solver.may_come(frame)
        ):
            return NOTHING  # What it makes of the target is not known yet.
        return target

    def _is_fixture(self, frame: Frame, decorator: int) -> bool:
        """Tell whether a decorator is `pytest.fixture`, called or not."""
        node = self.solver.function(frame.value).code[decorator]
        if isinstance(node, ir.Call):
            decorator = node.function
        return External("pytest.fixture") in frame.registers[decorator]

    def invoke(
        self,
        frame: Frame,
        register: int,
        span: Span,
        function: Atom,
        positional: list[Value],
        keywords: dict[str, Value],
    ) -> Value:
        """Call one atom with plain arguments."""
        arguments = Arguments(positional, NOTHING, keywords)
        return self.apply(frame, register, span, {function: None}, arguments)

    def invoke_all(
        self,
        frame: Frame,
        register: int,
        span: Span,
        function: Value,
        positional: list[Value],
        keywords: dict[str, Value],
    ) -> Value:
        """Call everything a value may be with plain arguments."""
        return self.apply(frame, register, span, function, Arguments(positional, NOTHING, keywords))

    def apply(
        self, frame: Frame, register: int, span: Span, function: Value, arguments: Arguments
    ) -> Value:
        """Return what calling `function` gives."""
        found: dict[Atom, Trail | None] = {}
        if not function:
            # Something of another library: it may call the functions it is given.
            self.hand_out(arguments.all())
            found.update(self.library.call_back(frame, register, span, arguments))
        for atom, trail in function.items():
            part = self._apply(frame, register, span, atom, trail, arguments)
            for inner, why in part.items():
                found.setdefault(inner, why)
        return limited(found)

    def _apply(  # one answer for each kind of callable
        self,
        frame: Frame,
        register: int,
        span: Span,
        atom: Atom,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        match atom:
            case FunctionValue():
                return self._run(frame, register, span, atom, arguments)
            case BoundMethod():
                receiver: Value = {atom.receiver: trail}
                whole = Arguments(
                    [receiver, *arguments.positional],
                    arguments.rest,
                    arguments.keywords,
                    arguments.mappings,
                )
                return self._run(frame, register, span, atom.function, whole)
            case ClassValue():
                return self._construct(frame, register, span, atom, arguments)
            case Partial():
                return self._partial(frame, register, span, atom, trail, arguments)
            case External():
                declared = self._declared(frame, register, span, atom, trail)
                if declared:
                    return declared
                return self.library.call(frame, register, span, atom, trail, arguments)
            case Foreign():
                return self.library.call_foreign(frame, register, span, atom, trail, arguments)
            case Method():
                return self.methods.call(frame, register, span, atom, trail, arguments)
            case Instance():
                method = self.transfer.objects.attribute(
                    frame, register, span, atom, trail, "__call__"
                )
                return self.apply(frame, register, span, method, arguments) if method else NOTHING
            case Unknown():
                return because(self.library.perhaps_passed_on(arguments), trail)
            case Absent():
                return {atom: trail}
            case ProjectModule():
                # Nobody calls a module: its package has something else by that name.
                package = self.solver.modules.resolve(atom.program, ".")
                if package is not None:
                    self.solver.wish(package)
                return NOTHING
            case _:
                return NOTHING

    def _declared(
        self, frame: Frame, register: int, span: Span, atom: External, trail: Trail | None
    ) -> Value:
        """Return what a name from outside is declared to return; of a class, its object."""
        declarations = self.solver.declarations
        if declarations.leads_on(atom.name):
            return {atom: trail}
        return declarations.external(self.solver, frame, register, span, atom.name, called=True)

    def is_known(self, atom: Atom) -> bool:
        """Tell whether a value is a name of a well-known library, or an object of one."""
        return isinstance(atom, Foreign) or (
            isinstance(atom, External) and self.solver.names.is_known(atom.name)
        )

    def hand_out(self, values: Sequence[Value]) -> None:
        """Remember that another library calls these functions, with arguments of its own."""
        for value in values:
            for atom in value:
                if isinstance(atom, BoundMethod):
                    self.solver.handed_out.add((atom.function.program, atom.function.function))
                elif isinstance(atom, FunctionValue):
                    self.solver.handed_out.add((atom.program, atom.function))

    # -- arguments --------------------------------------------------------------------------

    def _arguments(self, frame: Frame, given: Sequence[ir.Argument]) -> Arguments:
        arguments = Arguments()
        for argument in given:
            value = frame.registers[argument.value]
            if argument.star == "*":
                self._spread(frame, value, arguments)
            elif argument.star == "**":
                self._spread_mapping(frame, value, arguments)
            elif argument.keyword is not None:
                arguments.keywords[argument.keyword] = value
            else:
                arguments.positional.append(value)
        return arguments

    def _spread(self, frame: Frame, value: Value, arguments: Arguments) -> None:
        containers = [a for a in value if isinstance(a, Container)]
        sizes = {
            sum(isinstance(key, int) for key in self.solver.keys(frame, container))
            for container in containers
        }
        is_open = any(self.solver.read(frame, container, "*") for container in containers)
        if len(sizes) == 1 and not is_open and sizes != {0}:
            for place in range(sizes.pop()):
                parts = [self.containers.elements(frame, c, [place]) for c in containers]
                arguments.positional.append(join(*parts))
            return
        open_parts = [self.containers.elements(frame, c, None) for c in containers]
        if Unknown() in value:
            open_parts.append(unknown(value[Unknown()]))
        arguments.rest = join(arguments.rest, *open_parts)

    def _spread_mapping(self, frame: Frame, value: Value, arguments: Arguments) -> None:
        for atom, trail in value.items():
            if isinstance(atom, Container):
                for key in self.solver.keys(frame, atom):
                    if isinstance(key, str):
                        held = self.solver.read(frame, atom, key)
                        arguments.keywords[key] = join(arguments.keywords.get(key, NOTHING), held)
            elif isinstance(atom, (Response, Unknown)):
                arguments.mappings.append((atom, trail))

    def bound(
        self,
        frame: Frame,
        register: int,
        span: Span,
        names: Sequence[ir.Formal],
        arguments: Arguments,
    ) -> dict[str, Value]:
        """Return the value each parameter gets; those that get none are left out."""
        result: dict[str, Value] = {}
        waiting = list(arguments.positional)
        taken = set()
        for formal in names:
            if formal.passing in ("positional", "either") and waiting:
                result[formal.name] = waiting.pop(0)
            elif formal.passing == "rest":
                result[formal.name] = self._rest(frame, register, span, waiting, arguments.rest)
                waiting = []
            elif formal.passing == "keywords":
                left = {k: v for k, v in arguments.keywords.items() if k not in taken}
                result[formal.name] = self._rest_keywords(frame, register, span, left, arguments)
            elif formal.name in arguments.keywords and formal.passing != "positional":
                result[formal.name] = arguments.keywords[formal.name]
                taken.add(formal.name)
            else:
                part = self._from_mappings(frame, span, formal.name, arguments)
                if formal.passing != "keyword":
                    part = join(part, arguments.rest)
                if part:
                    result[formal.name] = part
        return result

    def _from_mappings(self, frame: Frame, span: Span, name: str, arguments: Arguments) -> Value:
        parts = []
        for atom, trail in arguments.mappings:
            if isinstance(atom, Response):
                parts.append(self.transfer.field(frame, span, atom, trail, name))
            else:
                parts.append(unknown(trail))
        return join(*parts)

    def _rest(
        self, frame: Frame, register: int, span: Span, waiting: list[Value], rest: Value
    ) -> Value:
        container = self.containers.container(frame, "tuple", register, 1, span)
        for place, value in enumerate(waiting):
            self.solver.write(container, place, value)
        if rest:
            self.solver.write(container, "*", rest)
        return {container: None}

    def _rest_keywords(
        self,
        frame: Frame,
        register: int,
        span: Span,
        left: Mapping[str, Value],
        arguments: Arguments,
    ) -> Value:
        container = self.containers.container(frame, "dict", register, 2, span)
        for name, value in left.items():
            self.solver.write(container, name, value)
            self.solver.write(container, ("keys",), {Const(name): None})
        whole: dict[Atom, Trail | None] = {container: None}
        whole.update(arguments.mappings)
        return whole

    # -- the project's own functions --------------------------------------------------------

    def _run(
        self,
        frame: Frame,
        register: int,
        span: Span,
        value: FunctionValue,
        arguments: Arguments,
    ) -> Value:
        function = self.solver.function(value)
        given = self.bound(frame, register, span, function.formals, arguments)
        site = self.solver.site(frame, span)
        passed: dict[str, Value] = {}
        for formal in function.formals:
            if formal.name in given:
                text = f"passed to {function.name}() as {formal.name}"
                passed[formal.name] = _passed(given[formal.name], site, text)
            else:
                passed[formal.name] = self.solver.read(frame, (value, "defaults"), formal.name)
        callee = self.solver.enter(frame, register, value, passed, site, given)
        self.transfer.exceptions.passed_on(frame, register, callee)
        owner = ("frame", callee.index)
        if "generator" in function.markers:
            made = Container("list", callee.index, -1, site)
            self.solver.write(made, "*", self.solver.read(frame, owner, ("yield",)))
            return {made: Trail(site, f"returned by {function.name}()")}
        declared = self.solver.declarations.returned(self.solver, frame, register, span, value)
        if declared:
            return declared
        result = self.solver.read(frame, owner, ("return",))
        return handed_on(result, Trail(site, f"returned by {function.name}()"))

    # -- classes ----------------------------------------------------------------------------

    def _construct(
        self,
        frame: Frame,
        register: int,
        span: Span,
        of: ClassValue,
        arguments: Arguments,
    ) -> Value:
        objects = self.transfer.objects
        if objects.is_enumeration(frame, of):
            sought = join(*arguments.positional[:1])
            if any(isinstance(atom, EnvelopeField) for atom in sought):
                members = objects.members(frame, of)
                keys = [member for member in members if isinstance(member, Const)]
                self.transfer.decisions.sought_among(frame, span, sought, keys, None)
            return sought
        made = objects.instance(frame, of, register)
        initialise = objects.attribute(frame, register, span, made, None, "__init__")
        if any(isinstance(atom, (BoundMethod, Method)) for atom in initialise):
            self.apply(frame, register, span, initialise, arguments)
        else:
            formals = [ir.Formal(name, "either") for name in objects.fields(frame, of)]
            given = self.bound(frame, register, span, formals, arguments)
            for name, value in given.items():
                self.solver.write(made, name, value)
        held = self._rest(frame, register, span, arguments.positional, arguments.rest)
        self.solver.write(made, "args", held)
        whole: dict[Atom, Trail | None] = {made: None}
        base = objects.external_base(frame, of)
        if base is not None and base[0].name.rsplit(".", maxsplit=1)[-1] in _MAPPING_CLASSES:
            # An object of a class derived from dict still is what it was made of.
            for source in (*arguments.positional[:1], dict(arguments.mappings)):
                for atom, trail in source.items():
                    if isinstance(atom, (Response, Unknown)):
                        whole[atom] = trail
        return whole

    def _partial(
        self,
        frame: Frame,
        register: int,
        span: Span,
        atom: Partial,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        whole = Arguments(rest=arguments.rest, mappings=arguments.mappings)
        for key in self.solver.keys(frame, atom):
            value = self.solver.read(frame, atom, key)
            if isinstance(key, int):
                whole.positional.append(value)
            elif isinstance(key, str):
                whole.keywords[key] = value
        whole.positional += arguments.positional
        whole.keywords.update(arguments.keywords)
        return self.apply(frame, register, span, {atom.function: trail}, whole)


def _passed(value: Value, site: Site, text: str) -> Value:
    if not any(isinstance(atom, _PASSED) for atom in value):
        return value
    return {
        atom: Trail(site, text, trail) if isinstance(atom, _PASSED) and trail else trail
        for atom, trail in value.items()
    }
