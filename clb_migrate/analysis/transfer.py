"""What each instruction makes of its operands.

One method for each instruction, found by its type. What a call does is told in `calling` (the
project's own functions), `library` (names from outside) and `methods` (methods of plain values);
what a condition asks for is told in `decisions`.
"""

from __future__ import annotations

import builtins
import re
from collections import deque
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Literal

from clb_migrate.analysis import program as ir
from clb_migrate.analysis import texts
from clb_migrate.analysis.calling import Calling
from clb_migrate.analysis.decisions import BARE_NAME, Decisions
from clb_migrate.analysis.modules import member_name
from clb_migrate.analysis.notes import DataNote, EndpointNote, ImportNote, ReadNote
from clb_migrate.analysis.objects import Objects
from clb_migrate.analysis.requests import NOWHERE
from clb_migrate.analysis.values import (
    NOTHING,
    UNKNOWN,
    Answer,
    Argument,
    Atom,
    Body,
    Caught,
    ClassValue,
    Client,
    Const,
    Container,
    CurrentException,
    EnvelopeField,
    External,
    FunctionValue,
    HttpRequest,
    HttpSender,
    Instance,
    Method,
    Numbers,
    Operation,
    Pending,
    ProjectModule,
    Response,
    SignedUrl,
    Signer,
    Site,
    SuperObject,
    Text,
    Trail,
    Unknown,
    Value,
    join,
    limited,
    without_marks,
)
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame, Solver

ELEMENTS = "*"
"""The cell of a container whose place or key is not known."""

KEY_VALUES = ("keys",)
"""The cell of a dict that holds its keys as values."""

_SETTING = re.compile(r"^\s*[\w.-]+\s*[:=]\s*\S+\s*$", re.MULTILINE)
"""A line of a configuration text, which is no sentence."""

_EVENT = frozenset(("event", "context"))
"""Parameters of a function that a cloud platform calls with the event that started it."""

_COMPARING = frozenset(("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"))
"""Methods that Python calls with another object of the class, as a rule."""

_TELLING = (Client, HttpSender, Answer, Body, Response, EnvelopeField, SignedUrl, CurrentException)
"""Values that have to do with a request to Tencent Cloud, or with one to another service."""

_MOST_DOTS = 10
"""Attributes in a row that are followed on a name from outside the project."""

_DICT_METHODS = frozenset(dir(dict))

_PLAIN_METHODS = frozenset(
    name for kind in (str, bytes, dict, list, set, tuple, deque) for name in dir(kind)
) | {"has_key", "put"}
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
        self.objects = Objects(self)
        self.calling = Calling(self)
        self.decisions = Decisions(self)
        self._handlers: dict[type, Callable[[Frame, int, Any], Value]] = {
            ir.Constant: self.constant,
            ir.Parameter: self.parameter,
            ir.LoadName: self.load_name,
            ir.StoreName: self.store_name,
            ir.ImportName: self.import_name,
            ir.Bind: self.bind,
            ir.Merge: self.merge,
            ir.Attribute: self.attribute,
            ir.Subscript: self.subscript,
            ir.Slice: self.slice,
            ir.Call: self.calling.call,
            ir.Decorate: self.calling.decorate,
            ir.Binary: self.binary,
            ir.Negative: self.negative,
            ir.Compare: self.decisions.compare,
            ir.Truth: self.decisions.truth,
            ir.Case: self.decisions.case,
            ir.Display: self.display,
            ir.Format: self.format,
            ir.Element: self.element_of,
            ir.Unpack: self.unpack,
            ir.MakeFunction: self.make_function,
            ir.Promise: self.promise,
            ir.MakeClass: self.objects.make_class,
            ir.StoreAttribute: self.store_attribute,
            ir.StoreSubscript: self.store_subscript,
            ir.Return: self.return_,
            ir.Yield: self.yield_,
            ir.Catch: self.catch,
            ir.Enter: self.enter,
        }

    def value_of(self, frame: Frame, register: int, instruction: ir.Instruction) -> Value:
        """Return the value an instruction makes in a frame."""
        return self._handlers[type(instruction)](frame, register, instruction)

    # -- names ------------------------------------------------------------------------------

    def constant(self, frame: Frame, register: int, node: ir.Constant) -> Value:
        """A literal; one that holds a legacy host is an endpoint by itself."""
        del register
        site = self.solver.site(frame, node.span)
        if isinstance(node.value, (str, bytes)):
            atom = Const(node.value)
            text = texts.shown(atom) or ""
            if (host := self.solver.hosts.legacy(text)) is not None:
                prose = not _SETTING.search(text) and any(map(str.isspace, text.strip()))
                frame.notes.append(
                    EndpointNote(
                        site,
                        Trail(site, f"names the legacy host {host.text}"),
                        None,
                        host.text,
                        host.module,
                        host.complete,
                        prose,
                    )
                )
                return {Const(node.value, site): None}
        return {Const(node.value): None}

    def parameter(self, frame: Frame, register: int, node: ir.Parameter) -> Value:
        """An argument, marked as one so that a wrapper can be told by its callers."""
        value = frame.arguments.get(node.name, NOTHING)
        if not value or (frame.caller is None and Unknown() in value):
            value = self._from_fixture(frame, register, node) or value
        marked = {**value, Argument(node.name, frame.index): None}
        return self.suspicion(frame, marked, node.name, node.span, bare=True)

    def _from_fixture(self, frame: Frame, register: int, node: ir.Parameter) -> Value:
        """Return what a pytest fixture of a parameter's name gives to a test."""
        fixtures = self.solver.read(frame, ("fixtures",), node.name)
        own = {atom: why for atom, why in fixtures.items() if atom != frame.value}
        made = self.calling.invoke_all(frame, register, node.span, own, [], {})
        found: dict[Atom, Trail | None] = {}
        for atom, trail in made.items():
            part: Value = {atom: trail}
            if isinstance(atom, Container) and atom.register < 0:
                part = self.elements(frame, atom, None)
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
        return join(default, UNKNOWN)

    def kinds_of(self, value: Value) -> frozenset[str]:
        """Return the kinds of things in a value that must not be mixed with values without them."""
        found = set()
        for atom in value:
            text = texts.shown(atom)
            if text is not None:
                if self.solver.hosts.legacy(text):
                    found.add("legacy address")
            elif isinstance(atom, _TELLING):
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
        trail = Trail(self.solver.site(frame, span), f"reads {name}, whose origin is not known")
        return {**value, atom: trail}

    def load_name(self, frame: Frame, register: int, node: ir.LoadName) -> Value:
        """A closure variable, a global, or a builtin."""
        del register
        if node.depth is not None:
            owner: Frame | None = frame
            for _ in range(node.depth):
                owner = self._outer(owner)
            if owner is None:
                return UNKNOWN
            return self.solver.read(frame, ("frame", owner.index), node.name)
        return self.global_name(frame, frame.value.program, node.name)

    def _outer(self, frame: Frame | None) -> Frame | None:
        if frame is None or frame.value.frame < 0:
            return None
        return self.solver.frames[frame.value.frame]

    def global_name(self, frame: Frame, program: int, name: str) -> Value:
        """Return a module's global as code in that module sees it."""
        value = self.module_member(frame, program, name)
        if value is not None:
            return value
        if hasattr(builtins, name):
            return {External(f"builtins.{name}"): None}
        # Names of Python 2 that three more versions have since forgotten.
        if name in ("unicode", "long", "basestring", "xrange", "raw_input", "unichr"):
            return {External(f"builtins.{name}"): None}
        return UNKNOWN if self.solver.stars.get(program) else NOTHING

    def module_member(
        self, frame: Frame, program: int, name: str, seen: frozenset[int] = frozenset()
    ) -> Value | None:
        """Return what a module calls `name`, also through `import *`; None if it does not."""
        owner = ("module", program)
        value = self.solver.read(frame, owner, name)
        if name in self.solver.heap.keys.get(owner, ()):
            return value
        for star, trail in self.solver.stars.get(program, {}).items():
            if isinstance(star, ProjectModule) and star.program not in seen:
                found = self.module_member(frame, star.program, name, seen | {program})
                if found is not None:
                    return found
            elif isinstance(star, External):
                dotted = f"{star.name}.{name}"
                names = self.solver.names
                if names.legacy_client(dotted) or names.is_current_exception(dotted):
                    return {External(dotted): trail}
        return None

    def store_name(self, frame: Frame, register: int, node: ir.StoreName) -> Value:
        """An assignment that other functions can see."""
        del register
        value = without_marks(frame.registers[node.value])
        if node.depth is None:
            self.solver.write(("module", frame.value.program), node.name, value)
            return value
        owner: Frame | None = frame
        for _ in range(node.depth):
            owner = self._outer(owner)
        if owner is not None:
            self.solver.write(("frame", owner.index), node.name, value)
        return value

    def import_name(self, frame: Frame, register: int, node: ir.ImportName) -> Value:
        """An import: a module of the project, or a name from outside it."""
        del register
        return self.imported(frame, node.span, node.module, node.name)

    def imported(self, frame: Frame, span: Span, module: str, name: str | None) -> Value:
        """Return what importing `name` (None, a name or a star) from `module` gives."""
        solver = self.solver
        importer = frame.value.program
        site = solver.site(frame, span)
        found = solver.modules.resolve(importer, module)
        dotted = module if name is None or name == "*" else member_name(module, name)
        if solver.names.is_legacy_import(
            dotted, in_project=found is not None and not self._is_copy(importer, dotted)
        ) and (found is None or not self._inside_sdk(module, importer)):
            trail = Trail(site, f"imports {dotted}")
            frame.notes.append(ImportNote(site, trail, None, dotted))
            if name == "*":
                solver.stars.setdefault(importer, {})[External(module)] = trail
                return NOTHING
            return {External(dotted): trail}
        if found is not None:
            solver.imports.setdefault(importer, set()).add(found)
            if name is None:
                return {ProjectModule(found): None}
            if name == "*":
                solver.stars.setdefault(importer, {})[ProjectModule(found)] = None
                return NOTHING
            member = self.module_member(frame, found, name)
            if member is not None:
                return member
        if name is not None and name != "*":
            inner = solver.modules.resolve(importer, dotted)
            if inner is not None:
                solver.imports.setdefault(importer, set()).add(inner)
                return {ProjectModule(inner): None}
        if name == "*":
            solver.stars.setdefault(importer, {})[External(module)] = None
            return NOTHING
        interesting = solver.names.is_current_import(dotted)
        return {External(dotted): Trail(site, f"imports {dotted}") if interesting else None}

    def _is_copy(self, importer: int, dotted: str) -> bool:
        """Tell whether the package a name starts with is a copy of an SDK kept in the project."""
        root = dotted.split(".", maxsplit=1)[0]
        return any(
            path[0] == root and self.solver.modules.resolve(importer, ".".join(path)) is not None
            for path in self.solver.names.sdk_paths
        )

    def _inside_sdk(self, module: str, importer: int) -> bool:
        """Tell whether a relative import stays within one package, as the SDK's own do."""
        return module.startswith(".") and self.solver.names.is_legacy_import(
            ".".join(self.solver.modules.parts(importer)), in_project=True
        )

    def bind(self, frame: Frame, register: int, node: ir.Bind) -> Value:
        """A name for a value: what a check may use by that name is defined here."""
        del register
        value = frame.registers[node.value]
        site = self.solver.site(frame, node.span)
        source = self.solver.function(frame.value).code[node.value]
        if isinstance(source, (ir.Constant, ir.Negative)) or (
            isinstance(source, ir.Unpack) and self._is_written_out(frame, source)
        ):
            value = {
                Const(atom.value, site)
                if isinstance(atom, Const) and atom.defined is None and _may_be_code(atom.value)
                else atom: trail
                for atom, trail in value.items()
            }
        elif isinstance(source, (ir.Display, ir.Call, ir.Binary)):
            for atom in value:
                if isinstance(atom, (Container, Numbers)) and (
                    not isinstance(source, ir.Call) or self._made_by(frame, atom, source)
                ):
                    self._name(frame, atom, site)
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
        for inner in self.elements(frame, atom, None):
            if isinstance(inner, Container) and atom.site.span.contains(inner.site.span):
                self._name(frame, inner, site, depth + 1)

    def _made_by(self, frame: Frame, atom: Container | Numbers, call: ir.Call) -> bool:
        """Tell whether a container bound by `x = frozenset((...))` was written in that call."""
        if isinstance(atom, Numbers):
            return True
        return atom.site.program == frame.value.program and call.span.contains(atom.site.span)

    def merge(self, frame: Frame, register: int, node: ir.Merge) -> Value:
        """One of several values."""
        return join(frame.registers[register], *(frame.registers[r] for r in node.values))

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
            case External():
                if atom.name.count(".") > _MOST_DOTS:
                    return NOTHING
                return {External(f"{atom.name}.{name}"): trail}
            case ProjectModule():
                member = self.module_member(frame, atom.program, name)
                if member is not None:
                    return member
                inner = self.solver.modules.child(atom.program, name)
                return {ProjectModule(inner): None} if inner is not None else UNKNOWN
            case Response():
                if name in _DICT_METHODS:
                    return {Method(atom, name): trail}
                return self.field(frame, span, atom, trail, name)
            case Answer():
                value: dict[Atom, Trail | None] = {Method(atom, name): trail}
                if name in libraries.answer_bodies:
                    value[Body(atom.call, atom.current)] = trail
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
                return self._unknown_part(frame, span, atom, name)
            case Caught():
                kinds = self.solver.read(frame, atom, ("kinds",))
                told = self.caught(frame, register, span, kinds)
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
                | Method(name="__dict__")
            ):
                return {Method(atom, name): trail}
            case Container() | Const() | Text():
                return {Method(atom, name): trail} if name in _PLAIN_METHODS else NOTHING
            case _:
                return self.objects.attribute(frame, register, span, atom, trail, name)

    def _unknown_part(self, frame: Frame, span: Span, atom: Unknown, key: object) -> Value:
        """A part of a value of unknown origin; the path of a 3.0 code is followed."""
        expected = self.rules.envelope.current_code_path
        path = (*atom.path, key) if isinstance(key, str) else ()
        if path and path == expected:
            trail = Trail(self.solver.site(frame, span), f"reads {'.'.join(expected)}")
            return {EnvelopeField("code", None, (), True): trail}
        if path and path == expected[: len(path)]:
            return {Unknown(tuple(map(str, path))): None}
        return UNKNOWN

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
            frame.notes.append(ReadNote(site, why, response.call, role))
            return {EnvelopeField(role, response.call): why}
        part = Response(response.call, path[-8:], response.current)
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
                    part = self.elements(frame, atom, consts if consts else None)
                case Response():
                    part = join(
                        *(self.field(frame, span, atom, trail, value) for value in consts or [0])
                    )
                case Argument() if len(atom.path) < 2 and len(consts) == 1:
                    part = {Argument(atom.name, atom.frame, (*atom.path, consts[0])): None}
                case EnvelopeField():
                    at = consts[0] if len(consts) == 1 and isinstance(consts[0], int) else None
                    part = self.operated(atom, trail, ("index", at))
                case Body() | SuperObject():
                    part = {atom: trail}
                case Unknown():
                    part = join(*(self._unknown_part(frame, span, atom, k) for k in names or "*"))
                case External():
                    part = NOTHING if self.solver.names.is_known(atom.name) else UNKNOWN
                case Instance():
                    part = self.objects.item(frame, register, span, atom, trail, key)
                case _:
                    part = NOTHING
            for inner, why in part.items():
                found.setdefault(inner, why)
        value: Value = limited(found)
        for name in names:
            value = self.suspicion(frame, value, name, span)
        return value

    def elements(self, frame: Frame, container: Container, keys: list[Any] | None) -> Value:
        """Return the elements of a container: under `keys`, or (None) under any."""
        solver = self.solver
        if keys is None:
            known = [key for key in solver.keys(frame, container) if not _is_special(key)]
            held = join(*(solver.read(frame, container, key) for key in known))
            return self._defined_by(frame, container, held)
        open_part = solver.read(frame, container, ELEMENTS)
        if container.kind in ("list", "tuple"):
            size = len(solver.heap.keys.get(container, ()))
            keys = [
                key + size if isinstance(key, int) and key < 0 <= key + size else key
                for key in keys
            ]
        held = join(*(solver.read(frame, container, key) for key in keys), open_part)
        return self._defined_by(frame, container, held)

    def _defined_by(self, frame: Frame, container: Container, held: Value) -> Value:
        """Return elements that may be codes as defined where their container got its name.

        Marks of arguments that another frame left in the container say nothing here.
        """
        if any(isinstance(atom, Argument) and atom.frame != frame.index for atom in held):
            held = {
                atom: trail
                for atom, trail in held.items()
                if not isinstance(atom, Argument) or atom.frame == frame.index
            }
        site = self.solver.named.get(container)
        if site is None or not any(isinstance(atom, Const) for atom in held):
            return held
        return {
            Const(atom.value, site)
            if isinstance(atom, Const) and atom.defined is None and _may_be_code(atom.value)
            else atom: trail
            for atom, trail in held.items()
        }

    def slice(self, frame: Frame, register: int, node: ir.Slice) -> Value:
        """`base[lower:upper]`"""
        del register
        bounds: list[int | None] = []
        exact = True
        for bound in (node.lower, node.upper):
            found = None
            if bound is not None:
                numbers = [
                    a.value
                    for a in frame.registers[bound]
                    if isinstance(a, Const) and isinstance(a.value, int)
                ]
                found = numbers[0] if len(numbers) == 1 else None
                exact = exact and found is not None
            bounds.append(found)
        value: dict[Atom, Trail | None] = {}
        for atom, trail in frame.registers[node.base].items():
            match atom:
                case EnvelopeField():
                    value.update(self.operated(atom, trail, ("slice", (bounds[0], bounds[1]))))
                case Const(str() as text) if exact:
                    value[Const(text[bounds[0] : bounds[1]])] = trail
                case Body() | Response() | Container() | Unknown():
                    value[atom] = trail
                case _:
                    pass
        return value

    def operated(self, atom: EnvelopeField, trail: Trail | None, operation: Operation) -> Value:
        """Return an envelope field after one more operation; only codes are followed on."""
        if len(atom.operations) > 6:
            return NOTHING
        return {
            EnvelopeField(atom.role, atom.call, (*atom.operations, operation), atom.current): trail
        }

    # -- operators --------------------------------------------------------------------------

    def binary(self, frame: Frame, register: int, node: ir.Binary) -> Value:
        """Arithmetic on a code, joining of strings and containers."""
        left, right = frame.registers[node.left], frame.registers[node.right]
        value: dict[Atom, Trail | None] = {}
        for atom, trail in left.items():
            if isinstance(atom, EnvelopeField):
                for other in right:
                    if isinstance(other, Const) and isinstance(other.value, (int, str)):
                        value.update(self.operated(atom, trail, (node.operator, other.value)))
        if node.operator in ("+", "|", "-", "&"):
            for side in (left, right):
                for atom, trail in side.items():
                    if isinstance(atom, (Container, Body)):
                        value.setdefault(atom, trail)
        if node.operator == "*":
            value.update({a: t for a, t in left.items() if isinstance(a, Container)})
        text: Value = NOTHING
        if node.operator == "+" and (self._is_text(left) or self._is_text(right)):
            text = texts.concatenated([texts.alternatives(left), texts.alternatives(right)])
        elif node.operator == "%" and self._is_text(left):
            text = self._interpolated(frame, left, right)
            if Const("%s") in left or Const("%d") in left:
                value.update(self.as_text(right))
        elif node.operator == "/" and self._is_text(right):
            # Paths and URL objects join with a slash.
            text = texts.concatenated(
                [texts.alternatives(left), [("/",)], texts.alternatives(right)]
            )
        if text:
            if not node.inner:
                pieces = self._summands(frame, register)
                self.assembled(frame, node.span, text, pieces)
            for atom in text:
                value.setdefault(atom, None)
        elif not value and (Unknown() in left or Unknown() in right):
            return UNKNOWN
        return limited(value)

    def _summands(self, frame: Frame, register: int) -> list[Value]:
        """Return the operands of a sum, those of its inner sums among them."""
        code = self.solver.function(frame.value).code
        node = code[register]
        if not isinstance(node, ir.Binary):
            return [frame.registers[register]]
        found: list[Value] = []
        for operand in (node.left, node.right):
            inner = code[operand]
            if isinstance(inner, ir.Binary) and inner.inner:
                found += self._summands(frame, operand)
            else:
                found.append(frame.registers[operand])
        return found

    def as_text(self, value: Value) -> Value:
        """Return the codes of a value, turned into text."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in value.items():
            if isinstance(atom, EnvelopeField):
                found.update(self.operated(atom, trail, ("str", None)))
        return found

    def _is_text(self, value: Value) -> bool:
        return any(
            isinstance(atom, Text)
            or (isinstance(atom, Const) and isinstance(atom.value, (str, bytes)))
            for atom in value
        )

    def _interpolated(self, frame: Frame, left: Value, right: Value) -> Value:
        templates = [a.value for a in left if isinstance(a, Const) and isinstance(a.value, str)]
        arguments, named = [right], dict[str, Value]()
        for atom in right:
            if isinstance(atom, Container) and atom.kind == "tuple":
                size = len(self.solver.keys(frame, atom))
                arguments = [self.elements(frame, atom, [place]) for place in range(size)]
            elif isinstance(atom, Container) and atom.kind == "dict":
                for key in self.solver.keys(frame, atom):
                    if isinstance(key, str):
                        named[key] = self.solver.read(frame, atom, key)
        return join(*(texts.interpolated(t, arguments, named) for t in templates[:4]))

    def assembled(self, frame: Frame, span: Span, value: Value, pieces: list[Value]) -> None:
        """Note a legacy host that is complete only now that the pieces are together.

        A piece that held the host already is its place; the whole may still tell a part of it.
        """
        hosts = self.solver.hosts
        place: Site | None = None
        for piece in pieces:
            for leaf in (*piece, *self._leaves(frame, piece)):
                text = texts.shown(leaf)
                found = hosts.legacy(text) if text else None
                if found is not None and found.complete:
                    if not isinstance(leaf, Const) or leaf.defined is None:
                        return
                    if "{}" not in found.text:
                        return
                    place = leaf.defined
        for atom in value:
            text = texts.shown(atom)
            host = hosts.legacy(text) if text else None
            if host is None or not host.complete or (place and "{}" in host.text):
                continue
            site = place or self.solver.site(frame, span)
            fragments = tuple(
                dict.fromkeys(
                    part.defined
                    for piece in pieces
                    for part in self._leaves(frame, piece)
                    if part.defined is not None and isinstance(part.value, (str, bytes))
                )
            )
            trail = Trail(site, f"puts together the legacy host {host.text}")
            frame.notes.append(
                EndpointNote(site, trail, None, host.text, host.module, True, False, fragments)
            )

    def _leaves(self, frame: Frame, value: Value) -> list[Const]:
        """Return the constants of a value and of the containers in it."""
        found = []
        for atom in value:
            if isinstance(atom, Const):
                found.append(atom)
            elif isinstance(atom, Container):
                inner = self.elements(frame, atom, None)
                found.extend(part for part in inner if isinstance(part, Const))
        return found

    def negative(self, frame: Frame, register: int, node: ir.Negative) -> Value:
        """`-operand`"""
        del register
        return {
            Const(-atom.value): None
            for atom in frame.registers[node.operand]
            if isinstance(atom, Const) and isinstance(atom.value, (int, float))
        }

    def format(self, frame: Frame, register: int, node: ir.Format) -> Value:
        """An f-string."""
        del register
        pieces = []
        values = []
        for part, is_register in zip(node.parts, node.registers, strict=True):
            if is_register:
                assert isinstance(part, int)
                values.append(frame.registers[part])
                pieces.append(texts.alternatives(frame.registers[part]))
            else:
                pieces.append([(str(part),)])
        value = texts.concatenated(pieces)
        self.assembled(frame, node.span, value, values)
        scraped: Value = {
            atom: trail
            for held in values
            for atom, trail in held.items()
            if isinstance(atom, Body) or (isinstance(atom, EnvelopeField) and len(values) == 1)
        }
        return {**value, **scraped} if len(node.parts) == 1 else value

    # -- containers -------------------------------------------------------------------------

    def display(self, frame: Frame, register: int, node: ir.Display) -> Value:
        """A tuple, list, set or dict written out; `{**resp}` is still that response."""
        container = self.container(frame, node.kind, register, 0, node.span)
        value: dict[Atom, Trail | None] = {container: None}
        place: int | None = None if node.collected or node.kind == "set" else 0
        for item in node.items:
            held = frame.registers[item.value]
            if item.star:
                place = None
                for atom, trail in held.items():
                    if isinstance(atom, Container):
                        self.copy_into(frame, container, atom)
                    elif isinstance(atom, (Response, Unknown)):
                        value[atom] = trail
                continue
            if node.kind == "dict" and item.key is not None:
                self.put(frame, container, frame.registers[item.key], held)
                span = self.solver.function(frame.value).code[item.key].span
                self.remember_key(frame, container, frame.registers[item.key], span)
            elif place is None:
                self.solver.write(container, ELEMENTS, held)
            else:
                self.solver.write(container, place, held)
                place += 1
        return value

    def container(self, frame: Frame, kind: Any, register: int, slot: int, span: Span) -> Container:
        """Return the identity of a container that an instruction makes (one of up to eight)."""
        return Container(kind, frame.index, register * 8 + slot, self.solver.site(frame, span))

    def put(self, frame: Frame, container: Container, key: Value, value: Value) -> None:
        """Store under every key that `key` may be."""
        del frame
        known = [atom for atom in key if isinstance(atom, Const)]
        for atom in known:
            self.solver.write(container, atom.value, value)
        if known:
            self.solver.write(container, KEY_VALUES, dict.fromkeys(known))
        else:
            self.solver.write(container, ELEMENTS, value)
            codes: Value = {a: t for a, t in key.items() if isinstance(a, EnvelopeField)}
            if codes:
                self.solver.write(container, KEY_VALUES, codes)

    def remember_key(self, frame: Frame, container: Container, key: Value, span: Span) -> None:
        """Keep where a key was written, for findings about single parameters."""
        for atom in key:
            if isinstance(atom, Const):
                place = ("place", atom.value)
                self.solver.heap.cells.setdefault(
                    (container, place), {Const(None, self.solver.site(frame, span)): None}
                )

    def copy_into(self, frame: Frame, target: Container, source: Container) -> None:
        """Let a container hold what another one does."""
        for key in self.solver.keys(frame, source):
            value = self.solver.read(frame, source, key)
            positional = isinstance(key, int) and source.kind not in ("dict", target.kind)
            self.solver.write(target, ELEMENTS if positional else key, value)

    def copied(self, frame: Frame, register: int, span: Span, value: Value) -> Value:
        """Return a copy: containers are made anew, so that changing one leaves the other."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in value.items():
            if isinstance(atom, Container):
                made = self.container(frame, atom.kind, register, 5, span)
                self.copy_into(frame, made, atom)
                found[made] = trail
            else:
                found[atom] = trail
        return found

    def element_of(self, frame: Frame, register: int, node: ir.Element) -> Value:
        """What iterating gives."""
        return self.iterated(frame, register, node.span, frame.registers[node.base])

    def iterated(self, frame: Frame, register: int, span: Span, base: Value) -> Value:
        """Return an element of everything `base` may be."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in base.items():
            part: Value
            match atom:
                case ClassValue():
                    part = self.objects.members(frame, atom)
                case Pending():
                    held = self.solver.read(frame, atom, ("value",))
                    part = join(held, self.iterated(frame, register, span, held))
                case Container(kind="dict"):
                    part = self.solver.read(frame, atom, KEY_VALUES)
                case Container():
                    part = self.elements(frame, atom, None)
                case Response(path=()):
                    part = NOTHING
                case Response():
                    part = self.field(frame, span, atom, trail, 0)
                case Unknown():
                    part = UNKNOWN
                case Instance():
                    part = self.objects.iterated(frame, register, span, atom, trail)
                case _:
                    part = NOTHING
            for inner, why in part.items():
                found.setdefault(inner, why)
        return limited(found)

    def unpack(self, frame: Frame, register: int, node: ir.Unpack) -> Value:
        """One part of `a, b = base`."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in frame.registers[node.base].items():
            part: Value
            match atom:
                case Container(kind="tuple" | "list"):
                    keys = None if node.index is None else [node.index]
                    part = self.elements(frame, atom, keys)
                case Body():
                    part = {atom: trail}
                case Instance():
                    part = self.objects.unpacked(frame, atom, node.index)
                case _:
                    part = self.iterated(frame, register, node.span, {atom: trail})
            for inner, why in part.items():
                found.setdefault(inner, why)
        return limited(found)

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
                case External():
                    elsewhere = elsewhere or self._is_elsewhere(atom.name)
                case ClassValue() if not self.objects.is_enumeration(frame, atom):
                    found[Instance(atom, None, None)] = trail
                case _:
                    pass
        return found if found or elsewhere else None

    def _is_elsewhere(self, name: str) -> bool:
        """Tell whether a class is of a known library, and no plain container or HTTP answer."""
        root = name.split(".", maxsplit=1)[0]
        plain = ("builtins", "typing", "collections", "abc", "types", "typing_extensions")
        sends = {row.split(".", maxsplit=1)[0] for row in self.rules.libraries.http_functions}
        return self.solver.names.is_known(name) and root not in plain and root not in sends

    def store_attribute(self, frame: Frame, register: int, node: ir.StoreAttribute) -> Value:
        """`base.name = value`"""
        del register
        value = without_marks(frame.registers[node.value])
        base = without_marks(frame.registers[node.base])
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
                self.put(frame, atom, key, value)
                span = self.solver.function(frame.value).code[node.key].span
                self.remember_key(frame, atom, key, span)
            elif isinstance(atom, Instance):
                self.objects.set_item(frame, register, node.span, atom, trail, (key, value))
        return NOTHING

    # -- leaving and entering ---------------------------------------------------------------

    def return_(self, frame: Frame, register: int, node: ir.Return) -> Value:
        """`return value`"""
        del register
        value = without_marks(frame.registers[node.value])
        self.solver.write(("frame", frame.index), ("return",), value)
        return value

    def yield_(self, frame: Frame, register: int, node: ir.Yield) -> Value:
        """`yield value`"""
        value = without_marks(frame.registers[node.value])
        if node.delegated:
            value = self.iterated(frame, register, node.span, value)
        self.solver.write(("frame", frame.index), ("yield",), value)
        return NOTHING

    def catch(self, frame: Frame, register: int, node: ir.Catch) -> Value:
        """The exception an `except` binds."""
        return self.caught(frame, register, node.span, frame.registers[node.kind])

    def caught(self, frame: Frame, register: int, span: Span, kinds: Value) -> Value:
        """Return what may be caught by the classes in `kinds`."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in kinds.items():
            part: Value = NOTHING
            match atom:
                case Container():
                    inner = self.elements(frame, atom, None)
                    part = self.caught(frame, register, span, inner)
                case External() if self.solver.names.is_current_exception(atom.name):
                    call = self.solver.call_at(frame, register, span)
                    why = Trail(call.site, "catches the exception of the 3.0 SDK", trail)
                    part = {CurrentException(call): why}
                case External(name="builtins.Exception" | "builtins.BaseException"):
                    part = {Caught(self.solver.call_at(frame, register, span)): trail}
                case External():
                    known = self.solver.names.is_known(atom.name)
                    legacy = self.solver.names.is_legacy_import(atom.name, in_project=False)
                    part = NOTHING if known or legacy else UNKNOWN
                case Unknown():
                    part = UNKNOWN
                case _:
                    part = self.objects.caught(frame, atom)
            for inner_atom, why2 in part.items():
                found.setdefault(inner_atom, why2)
        return limited(found)

    def enter(self, frame: Frame, register: int, node: ir.Enter) -> Value:
        """What `with` binds: mostly the manager itself."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in frame.registers[node.base].items():
            part: Value = {atom: trail}
            if isinstance(atom, Container) and atom.register < 0:
                part = self.elements(frame, atom, None)
            elif isinstance(atom, Instance):
                part = self.objects.entered(frame, register, node.span, atom, trail)
            for inner, why in part.items():
                found.setdefault(inner, why)
        return found


def _may_be_code(value: object) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or isinstance(value, str)


def _is_special(key: Hashable) -> bool:
    return isinstance(key, tuple)
