"""What each instruction makes of its operands.

One method for each instruction, found by its type. What a call does is told in `calling` (the
project's own functions), `library` (names from outside) and `methods` (methods of plain values);
what a condition asks for is told in `decisions`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from clb_migrate.analysis import program as ir
from clb_migrate.analysis import texts
from clb_migrate.analysis.calling import Calling
from clb_migrate.analysis.containers import MERGED, Containers, may_be_code
from clb_migrate.analysis.decisions import BARE_NAME, Decisions
from clb_migrate.analysis.exceptions import Exceptions
from clb_migrate.analysis.foreign import ForeignObjects
from clb_migrate.analysis.imports import Imports
from clb_migrate.analysis.narrowing import narrowed
from clb_migrate.analysis.notes import DataNote, ReadNote
from clb_migrate.analysis.objects import Objects
from clb_migrate.analysis.operations import Operations
from clb_migrate.analysis.requests import NOWHERE
from clb_migrate.analysis.values import (
    NOTHING,
    TELLING,
    Absent,
    Answer,
    Atom,
    Body,
    Caught,
    ClassValue,
    Client,
    Const,
    Container,
    CurrentException,
    Entry,
    EnvelopeField,
    External,
    Foreign,
    FunctionValue,
    HttpRequest,
    HttpSender,
    Instance,
    Method,
    Numbers,
    Pending,
    ProjectModule,
    Response,
    Signer,
    Site,
    SuperObject,
    Text,
    Trail,
    Unknown,
    Value,
    handed_on,
    join,
    limited,
    unknown,
)
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame, Solver

_EVENT = frozenset(("event", "context"))
"""Parameters of a function that a cloud platform calls with the event that started it."""

_COMPARING = frozenset(("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"))
"""Methods that Python calls with another object of the class, as a rule."""

_MOST_KEYS = 16
"""Steps into an answer that are followed; a program that goes deeper goes around."""

_MOST_DOTS = 10
"""Attributes in a row that are followed on a name from outside the project."""

_OLD_DICT_METHODS = frozenset(
    ("has_key", "iteritems", "iterkeys", "itervalues", "viewitems", "viewkeys", "viewvalues")
)
_DICT_METHODS = frozenset(dir(dict)) | _OLD_DICT_METHODS

_PLAIN_METHODS = frozenset(
    name for kind in (str, bytes, dict, list, set, tuple, deque) for name in dir(kind)
) | {"put", "put_nowait", "get_nowait", "most_common", *_OLD_DICT_METHODS}
"""Methods of strings and containers; anything else asked of one is a mistake of ours."""


class Transfer:
    """The meaning of instructions in one project."""

    def __init__(self, solver: Solver) -> None:
        self.solver = solver
        self.rules = solver.rules
        envelope = self.rules.envelope
        self.roles: dict[str, Any] = {
            envelope.code: "code",
            envelope.description: "description",
            envelope.message: "message",
        }
        self.code_like = frozenset((*envelope.code_like_names, envelope.code, envelope.description))
        self.imports = Imports(self)
        self.foreign = ForeignObjects(self)
        self.containers = Containers(self)
        self.operations = Operations(self)
        self.objects = Objects(self)
        self.exceptions = Exceptions(self)
        self.calling = Calling(self)
        self.decisions = Decisions(self)
        self.handlers: dict[type, Callable[[Frame, int, Any], Value]] = {
            ir.Constant: self.operations.constant,
            ir.Parameter: self.parameter,
            ir.LoadName: self.imports.load_name,
            ir.StoreName: self.imports.store_name,
            ir.ImportName: self.imports.import_name,
            ir.Bind: self.bind,
            ir.Merge: self.merge,
            ir.Narrow: self.narrow,
            ir.Attribute: self.attribute,
            ir.Subscript: self.subscript,
            ir.Slice: self.operations.slice,
            ir.Call: self.calling.call,
            ir.Decorate: self.calling.decorate,
            ir.Binary: self.operations.binary,
            ir.Negative: self.operations.negative,
            ir.Compare: self.decisions.compare,
            ir.Truth: self.decisions.truth,
            ir.Case: self.decisions.case,
            ir.Display: self.containers.display,
            ir.Format: self.operations.format,
            ir.Element: self.containers.element_of,
            ir.Unpack: self.containers.unpack,
            ir.MakeFunction: self.make_function,
            ir.Promise: self.promise,
            ir.MakeClass: self.objects.make_class,
            ir.StoreAttribute: self.store_attribute,
            ir.StoreSubscript: self.store_subscript,
            ir.Return: self.return_,
            ir.Yield: self.yield_,
            ir.Raise: self.exceptions.raise_,
            ir.Catch: self.exceptions.catch,
            ir.Enter: self.enter,
        }
        """For each class of instructions, what returns the value that one makes in a frame."""

    # -- names ------------------------------------------------------------------------------

    def parameter(self, frame: Frame, register: int, node: ir.Parameter) -> Value:
        """What the function was called with."""
        value = frame.arguments.get(node.name, NOTHING)
        if not value or (frame.caller is None and Unknown() in value):
            made = self._from_fixture(frame, register, node)
            value = value if made is None else made
        declared = self.solver.declarations.parameter(
            self.solver, frame, register, node.span, node.name
        )
        return self.suspicion(frame, declared or value, node.name, node.span, bare=True)

    def _from_fixture(self, frame: Frame, register: int, node: ir.Parameter) -> Value | None:
        """Return what a pytest fixture of a parameter's name gives to a test, if there is one."""
        fixtures = self.solver.read(frame, ("fixtures",), node.name)
        own = {atom: why for atom, why in fixtures.items() if atom != frame.value}
        if not own:
            return None
        made = self.calling.invoke_all(frame, register, node.span, own, [], {})
        found: dict[Atom, Trail | None] = {}
        for atom, trail in made.items():
            part: Value = {atom: trail}
            if isinstance(atom, Container) and atom.register < 0:
                part = self.containers.elements(frame, atom, None)
            found.update(part)
        return found

    def unproven_argument(self, value: FunctionValue, name: str) -> Value:
        """Return what a parameter of a function nobody calls is.

        Its annotation may promise a class; a default is what it may be; a function that a library
        will call gets something of that library; else the origin is unknown.
        """
        annotated = self.solver.heap.cells.get(((value, "annotations"), name))
        if annotated is not None:
            return annotated
        of = self.objects.class_of(value)
        if of is not None and self.solver.function(value).name in _COMPARING:
            return {Instance(of, None, None): None}
        default = self.solver.heap.get((value, "defaults"), name)
        if (value.program, value.function) in self.solver.handed_out:
            return default
        function = self.solver.function(value)
        if function.name.startswith("on_") or {f.name for f in function.formals} >= _EVENT:
            return default
        if self.objects.is_method_of_framework(value):
            return default
        return join(default, unknown(self._uncalled(value, name)))

    def _uncalled(self, value: FunctionValue, name: str) -> Trail | None:
        """Return why the origin of an argument is not known."""
        function = self.solver.function(value)
        text = f"parameter {name} of {function.name}(), which nothing in the files checked calls"
        return next(
            (
                Trail(Site(value.program, node.span), text)
                for node in function.code
                if isinstance(node, ir.Parameter) and node.name == name
            ),
            None,
        )

    def kinds_of(self, value: Value) -> frozenset[str]:
        """Return the kinds of things in a value that must not be mixed with values without them."""
        found = set()
        for atom in value:
            text = texts.shown(atom)
            if text is not None:
                if self.solver.hosts.legacy(text):
                    found.add("legacy address")
            elif isinstance(atom, TELLING):
                found.add(type(atom).__name__)
        return frozenset(found)

    def suspicion(
        self, frame: Frame, value: Value, name: str, span: Span, *, bare: bool = False
    ) -> Value:
        """Return the value, also as a code where only its name says that it is one.

        `bare`: it is the name of a variable, not of a field.
        """
        if name not in self.code_like or Unknown() not in value:
            return value
        description = self.rules.envelope.description.lower()
        is_description = name.replace("_", "").lower() == description
        role: Literal["code", "description"] = "description" if is_description else "code"
        atom = EnvelopeField(role, None, (BARE_NAME,) if bare else ())
        if atom in value:
            return value
        told = f"reads {name}, whose origin is not known"
        trail = Trail(self.solver.site(frame, span), told, value[Unknown()])
        return {**value, atom: trail}

    def bind(self, frame: Frame, register: int, node: ir.Bind) -> Value:
        """A name for a value: what a check may use by that name is defined here."""
        value = frame.registers[node.value]
        site = self.solver.site(frame, node.span)
        if frame.value.function == 0:
            place = (frame.value.program, (node.name,))
            declared = self.solver.declarations.member(
                self.solver, frame, register, node.span, place
            )
            if declared:
                return declared
        source = self.solver.function(frame.value).code[node.value]
        if isinstance(source, (ir.Constant, ir.Negative)) or (
            isinstance(source, ir.Unpack) and self._is_written_out(frame, source)
        ):
            value = {
                Const(atom.value, site, atom.written)
                if isinstance(atom, Const) and atom.defined is None and may_be_code(atom.value)
                else atom: trail
                for atom, trail in value.items()
            }
        elif isinstance(source, (ir.Display, ir.Call, ir.Binary)):
            for atom in value:
                if isinstance(atom, (Container, Numbers)) and (
                    not isinstance(source, ir.Call) or self._made_by(frame, atom, source)
                ):
                    self._name(frame, atom, site)
                elif isinstance(atom, Instance) and atom.register == node.value:
                    self._name_arguments(frame, atom, source)
        return self.suspicion(frame, value, node.name, node.span, bare=True)

    def _is_written_out(self, frame: Frame, unpack: ir.Unpack) -> bool:
        """Tell whether `a, b = 1, 2` takes its values from a display right there."""
        base = self.solver.function(frame.value).code[unpack.base]
        return isinstance(base, ir.Display)

    def _name(self, frame: Frame, atom: Atom, site: Site, depth: int = 0) -> None:
        """Let a container, and those written out inside it, be known by the name it got."""
        self.solver.named.setdefault(atom, site)
        if not isinstance(atom, Container) or depth > 2:
            return
        for inner in self.containers.elements(frame, atom, None):
            if isinstance(inner, Container) and atom.site.span.contains(inner.site.span):
                self._name(frame, inner, site, depth + 1)

    def _name_arguments(self, frame: Frame, instance: Instance, source: ir.Instruction) -> None:
        """Let what is written out among the arguments of a named object be known by its place."""
        if instance.frame != frame.index or not isinstance(source, ir.Call):
            return
        for name in list(self.solver.heap.keys.get(instance, ())):
            for atom in self.solver.heap.get(instance, name):
                if isinstance(atom, Container) and self._made_by(frame, atom, source):
                    self._name(frame, atom, atom.site)

    def _made_by(self, frame: Frame, atom: Container | Numbers, call: ir.Call) -> bool:
        """Tell whether a container bound by `x = frozenset((...))` was written in that call."""
        if isinstance(atom, Numbers):
            return True
        return atom.site.program == frame.value.program and call.span.contains(atom.site.span)

    def merge(self, frame: Frame, register: int, node: ir.Merge) -> Value:
        """One of several values."""
        return join(frame.registers[register], *(frame.registers[r] for r in node.values))

    def narrow(self, frame: Frame, register: int, node: ir.Narrow) -> Value:
        """What a test for a class leaves of a value."""
        del register
        value, kinds = frame.registers[node.value], frame.registers[node.kinds]
        return narrowed(self, frame, value, kinds, holds=node.holds)

    # -- parts of values --------------------------------------------------------------------

    def attribute(self, frame: Frame, register: int, node: ir.Attribute) -> Value:
        """`base.name`"""
        return self.attribute_of(frame, register, node.span, frame.registers[node.base], node.name)

    def attribute_of(
        self, frame: Frame, register: int, span: Span, base: Value, name: str
    ) -> Value:
        """Return an attribute of everything `base` may be."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in base.items():
            for part, why in self._attribute(frame, register, span, atom, trail, name).items():
                found.setdefault(part, why)
        return self.suspicion(frame, limited(found), name, span)

    def _attribute(  # one answer for each kind of value
        self, frame: Frame, register: int, span: Span, atom: Atom, trail: Trail | None, name: str
    ) -> Value:
        libraries = self.rules.libraries
        match atom:
            case Absent():
                return {atom: trail}
            case External():
                if atom.name.count(".") > _MOST_DOTS:
                    return NOTHING
                dotted = f"{atom.name}.{name}"
                inner = self.imports.inner_module(frame, dotted)
                if inner is not None:
                    return {ProjectModule(inner): trail}
                outside = self.imports.outside(frame, register, span, dotted, trail)
                kept = self.solver.read(frame, atom, name)
                return join(outside, kept) if kept else outside
            case Foreign():
                return self.foreign.attribute(frame, atom, name)
            case ProjectModule():
                modules = self.solver.modules
                inner = modules.child(atom.program, name)
                if inner is None or not self.solver.is_absent(frame, atom.program):
                    member = self.imports.member(frame, register, span, atom.program, name)
                    if member is not None:
                        return member
                if inner is not None:
                    return {ProjectModule(inner): None}
                folder = (*modules.parts(atom.program), name)
                if modules.is_folder(folder):
                    return {External(".".join(folder)): None}
                if self.solver.may_come(frame):
                    return NOTHING
                lacks = f"{self.solver.programs[atom.program].path} does not define {name}"
                return unknown(Trail(self.solver.site(frame, span), lacks))
            case Response():
                if name in _DICT_METHODS:
                    return {Method(atom, name): trail}
                return self.field(frame, span, atom, trail, name)
            case Answer():
                value: dict[Atom, Trail | None] = {Method(atom, name): trail}
                if name in libraries.answer_bodies:
                    value[Body(atom.call, atom.current)] = trail
                elif name in libraries.answer_responses:
                    # Some versions parse it without being called.
                    value.update(
                        self.calling.library.decoded(frame, span, f".{name}", {atom: trail})
                    )
                return value
            case EnvelopeField() if name == "value":
                return {atom: trail}
            case CurrentException() if name in self.rules.sdk.current_code_attributes:
                site = self.solver.site(frame, span)
                step = Trail(site, f"reads .{name} of the 3.0 exception", trail)
                return {EnvelopeField("code", atom.call, (), True): step}
            case Const() if name == "value":
                return {atom: trail}
            case Unknown() if name == "get":
                return {Method(atom, name): trail}
            case Unknown():
                return self._unknown_part(frame, span, atom, trail, name)
            case Pending() if name == "value":
                return self.solver.read(frame, atom, ("value",))
            case Caught():
                kinds = self.solver.read(frame, atom, ("kinds",))
                told = self.exceptions.caught(frame, register, span, kinds)
                return self.attribute_of(frame, register, span, told, name) if told else NOTHING
            case Container() if ("field", name) in self.solver.heap.keys.get(atom, ()):
                return self.solver.read(frame, atom, ("field", name))
            case (
                Body()
                | Client()
                | HttpSender()
                | EnvelopeField()
                | CurrentException()
                | Pending()
                | Signer()
                | HttpRequest()
                | Method(name="__dict__" | "Template")
            ):
                return {Method(atom, name): trail}
            case Container(kind="dict") if name not in _PLAIN_METHODS:
                # No plain dict: a namespace, or one of the dicts whose keys are attributes.
                return self.item_of(frame, register, span, {atom: trail}, {Const(name): None})
            case Container() if name in ("next", "__next__"):
                return {Method(atom, name): trail}
            case Container() | Const() | Text():
                return {Method(atom, name): trail} if name in _PLAIN_METHODS else NOTHING
            case _:
                held = self.objects.attribute(frame, register, span, atom, trail, name)
                return handed_on(held, trail)

    def _unknown_part(
        self, frame: Frame, span: Span, atom: Unknown, why: Trail | None, key: object
    ) -> Value:
        """A part of a value of unknown origin; the path of a 3.0 code is followed."""
        expected = self.rules.envelope.current_code_path
        path = (*atom.path, key) if isinstance(key, str) else ()
        if path and path == expected:
            trail = Trail(self.solver.site(frame, span), f"reads {'.'.join(expected)}", why)
            return {EnvelopeField("code", None, (), True): trail}
        if path and path == expected[: len(path)]:
            return {Unknown(tuple(map(str, path))): why}
        return unknown(why)

    def field(
        self, frame: Frame, span: Span, response: Response, trail: Trail | None, key: object
    ) -> Value:
        """Return a field of a response: of its envelope, or of its data."""
        site = self.solver.site(frame, span)
        step = str(key) if isinstance(key, str) else "[]"
        path = (*response.path, step)
        expected = self.rules.envelope.current_code_path
        if path == expected:
            why = Trail(site, f"reads {'.'.join(expected)}, the code of a 3.0 answer", trail)
            return {EnvelopeField("code", response.call, (), True): why}
        if not response.current and not response.path and step in self.roles:
            why = Trail(site, f'reads "{step}" of the legacy response', trail)
            role = self.roles[step]
            if not self.objects.stands_in(frame, step):
                frame.notes.append(ReadNote(site, why, response.call, role))
            return {EnvelopeField(role, response.call): why}
        part = Response(response.call, path[-_MOST_KEYS:], response.current)
        if not response.current and step != "[]":
            for module, action in self.calling.requests_of(frame, response.call):
                frame.notes.append(DataNote(site, trail, response.call, module, action, path))
        return {part: trail}

    def subscript(self, frame: Frame, register: int, node: ir.Subscript) -> Value:
        """`base[key]`"""
        base, key = frame.registers[node.base], frame.registers[node.key]
        return self.item_of(frame, register, node.span, base, key)

    def item_of(self, frame: Frame, register: int, span: Span, base: Value, key: Value) -> Value:
        """Return what `base[key]` may be."""
        found: dict[Atom, Trail | None] = {}
        consts = [atom.value for atom in key if isinstance(atom, Const)]
        names = [value for value in consts if isinstance(value, str)]
        for atom, trail in base.items():
            part: Value
            match atom:
                case Container():
                    self.decisions.looked_up(frame, register, span, atom, key)
                    held = self.containers.elements(frame, atom, consts if consts else None)
                    part = handed_on(held, trail)
                    if names and atom.kind == "dict":
                        for merged, why in self.solver.read(frame, atom, MERGED).items():
                            assert isinstance(merged, Response)
                            fields = (self.field(frame, span, merged, why, n) for n in names)
                            part = join(part, *fields)
                case Response(path=()) if Entry(atom, "key") in key:
                    part = {Entry(atom, "value"): trail}
                case Response():
                    part = join(
                        *(self.field(frame, span, atom, trail, value) for value in consts or [0])
                    )
                case EnvelopeField():
                    at = consts[0] if len(consts) == 1 and isinstance(consts[0], int) else None
                    part = self.operations.operated(atom, trail, ("index", at))
                case Body() | SuperObject() | Absent():
                    part = {atom: trail}
                case Unknown():
                    keys = names or ["*"]
                    part = join(*(self._unknown_part(frame, span, atom, trail, k) for k in keys))
                case External() | Foreign():
                    part = self.foreign.item(frame, atom, key)
                    if isinstance(atom, External) and not self.solver.names.is_known(atom.name):
                        unseen = self.imports.unseen(frame, span, atom.name)
                        part = join(part, unknown(unseen))
                case Instance():
                    held = self.objects.item(frame, register, span, atom, trail, key)
                    part = handed_on(held, trail)
                case _:
                    part = NOTHING
            for inner, why in part.items():
                found.setdefault(inner, why)
        value: Value = limited(found)
        for name in names:
            value = self.suspicion(frame, value, name, span)
        return value

    # -- operators --------------------------------------------------------------------------

    # -- containers -------------------------------------------------------------------------

    # -- stores -----------------------------------------------------------------------------

    def make_function(self, frame: Frame, register: int, node: ir.MakeFunction) -> Value:
        """A function value; its defaults are made here."""
        del register
        value = FunctionValue(frame.value.program, node.function, frame.index)
        for name, default in node.defaults:
            self.solver.write((value, "defaults"), name, frame.registers[default])
        for name, kinds in node.annotations:
            promised = self.promised(frame, frame.registers[kinds])
            if promised is not None:
                self.solver.write((value, "annotations"), name, promised)
        self.solver.pend(value, NOTHING)
        return {value: None}

    def promise(self, frame: Frame, register: int, node: ir.Promise) -> Value:
        """A class attribute that is only annotated."""
        del register
        promised = self.promised(frame, frame.registers[node.annotation])
        return NOTHING if promised is None else promised

    def promised(self, frame: Frame, kinds: Value) -> Value | None:
        """Return what an annotation promises; None where it says nothing of the origin."""
        names = self.solver.names
        found: dict[Atom, Trail | None] = {}
        elsewhere = False
        for atom, trail in kinds.items():
            match atom:
                case External() if names.legacy_client(atom.name):
                    found[Client(atom.name, False, frame.index, -2)] = trail
                case External() if names.current_client(atom.name):
                    found[Client(atom.name, True, frame.index, -2)] = trail
                case External() if names.is_current_exception(atom.name):
                    call = self.solver.call_at(frame, -2, NOWHERE)
                    found[CurrentException(call)] = trail
                case External() if names.http_client(atom.name):
                    found[HttpSender(atom.name, frame.index, -2)] = trail
                case External() if self.foreign.has_rows(atom.name):
                    found[Foreign(atom.name, frame.index, -2)] = trail
                case External() if self.solver.declarations.leads_on(atom.name):
                    found[atom] = trail
                case External():
                    elsewhere = elsewhere or self.is_elsewhere(atom.name)
                case ClassValue() if not self.objects.is_enumeration(frame, atom):
                    found[Instance(atom, None, None)] = trail
                case _:
                    pass
        return found if found or elsewhere else None

    def is_elsewhere(self, name: str) -> bool:
        """Tell whether a class is of a known library, and no plain container or HTTP answer."""
        root = name.split(".", maxsplit=1)[0]
        plain = ("builtins", "typing", "collections", "abc", "types", "typing_extensions")
        sends = {row.split(".", maxsplit=1)[0] for row in self.rules.libraries.http_functions}
        return self.solver.names.is_known(name) and root not in plain and root not in sends

    def store_attribute(self, frame: Frame, register: int, node: ir.StoreAttribute) -> Value:
        """`base.name = value`"""
        del register
        value = frame.registers[node.value]
        base = frame.registers[node.base]
        for atom in base:
            self.objects.store(atom, node.name, value)
        if all(self.calling.is_known(atom) for atom in base):
            # A callback: `client.on_close = on_close` on an object of another library.
            self.calling.hand_out([value])
        return NOTHING

    def store_subscript(self, frame: Frame, register: int, node: ir.StoreSubscript) -> Value:
        """`base[key] = value`; storing into a response leaves it one."""
        value = frame.registers[node.value]
        key = frame.registers[node.key]
        for atom, trail in frame.registers[node.base].items():
            if isinstance(atom, Container):
                self.containers.put(frame, atom, key, value)
                span = self.solver.function(frame.value).code[node.key].span
                self.containers.remember_key(frame, atom, key, span)
            elif isinstance(atom, Instance):
                self.objects.set_item(frame, register, node.span, atom, trail, (key, value))
            elif isinstance(atom, (External, Foreign)):
                self.foreign.keep_item(atom, key, value)
        return NOTHING

    # -- leaving and entering ---------------------------------------------------------------

    def return_(self, frame: Frame, register: int, node: ir.Return) -> Value:
        """`return value`"""
        del register
        value = frame.registers[node.value]
        self.solver.write(("frame", frame.index), ("return",), value)
        return value

    def yield_(self, frame: Frame, register: int, node: ir.Yield) -> Value:
        """`yield value`"""
        value = frame.registers[node.value]
        if node.delegated:
            value = self.containers.iterated(frame, register, node.span, value)
        self.solver.write(("frame", frame.index), ("yield",), value)
        return NOTHING

    def enter(self, frame: Frame, register: int, node: ir.Enter) -> Value:
        """What `with` binds: mostly the manager itself."""
        return self.entered(frame, register, node.span, frame.registers[node.base])

    def entered(self, frame: Frame, register: int, span: Span, managers: Value) -> Value:
        """Return what entering a context manager gives."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in managers.items():
            part: Value = {atom: trail}
            if isinstance(atom, Container) and atom.register < 0:
                part = self.containers.elements(frame, atom, None)
            elif isinstance(atom, Instance):
                part = self.objects.entered(frame, register, span, atom, trail)
            for inner, why in part.items():
                found.setdefault(inner, why)
        return found
