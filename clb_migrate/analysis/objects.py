"""Classes and objects of the project: where attributes come from, and what catching one gives."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.notes import ReadNote
from clb_migrate.analysis.values import (
    NOTHING,
    UNKNOWN,
    Atom,
    BoundMethod,
    ClassValue,
    Client,
    Const,
    Container,
    EnvelopeField,
    External,
    Foreign,
    FunctionValue,
    HttpSender,
    Instance,
    Method,
    Response,
    SuperObject,
    Trail,
    Unknown,
    Value,
    because,
    join,
    limited,
    only,
    unknown,
)
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_BASES = ("bases",)
_LINE = ("line",)
"""Marks the cell that changes when what a class derives from does."""
_INSTANCES = ("instances",)
_DERIVED = ("derived",)

_MOST_DERIVED = 24
"""Classes that derive from one, or objects of it, up to which its methods are run for each."""

_PLAIN_LIBRARIES = ("builtins", "abc", "typing", "enum", "dataclasses", "collections")
"""Libraries whose classes do not call the methods of those that derive from them."""


class Objects:
    """Attribute look-up and storage for project classes."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.containers = transfer.containers
        self.solver = transfer.solver
        self._class_of_method: dict[FunctionValue, ClassValue] = {}
        self._known_bases: dict[ClassValue, tuple[frozenset[Atom], ...]] = {}
        self._lines: dict[ClassValue, list[tuple[Atom, Trail | None]]] = {}
        """Classes with what they derive from, as far as anyone asked."""
        self._derived: dict[Atom, dict[ClassValue, None]] = {}
        """The other way round."""
        self._changes = 0

    # -- classes ----------------------------------------------------------------------------

    def make_class(self, frame: Frame, register: int, node: ir.MakeClass) -> Value:
        """A class statement."""
        value = ClassValue(frame.value.program, node.index, frame.index, register)
        bases = tuple(frozenset(frame.registers[base]) for base in node.bases)
        if self._known_bases.get(value) != bases:
            self._known_bases[value] = bases
            for place, base in enumerate(node.bases):
                self.solver.write((value, _BASES), place, frame.registers[base])
            self._forget_lines(value)
        # What a base class calls on `self` may be the work of a class that derives from it.
        for atom, _ in self.ancestors(frame, value):
            if isinstance(atom, ClassValue) and atom != value:
                self._remember((atom, _DERIVED), Instance(value, None, None))
        return {value: None}

    def store(self, atom: Atom, name: str, value: Value) -> None:
        """Store an attribute; a method stored on its class learns what it belongs to."""
        if isinstance(atom, Instance | ClassValue):
            self.solver.write(atom, name, value)
        elif isinstance(atom, Container):
            self.solver.write(atom, ("field", name), value)
        elif isinstance(atom, (External, Foreign)):
            self.transfer.foreign.keep(atom, name, value)
        if isinstance(atom, ClassValue):
            for held in value:
                if isinstance(held, FunctionValue) and self.solver.function(held).owner is not None:
                    self._class_of_method[held] = atom
                    if "staticmethod" not in self.solver.function(held).markers:
                        self.solver.pend(held, {Instance(atom, None, None): None})

    def fill(self, objects: Value, mapping: Value) -> None:
        """Let objects have the fields of a mapping as attributes."""
        for atom in only(objects, Instance):
            self.solver.write(atom, "__dict__", mapping)

    def class_of(self, function: FunctionValue) -> ClassValue | None:
        """Return the class whose method `function` is."""
        return self._class_of_method.get(function)

    def ancestors(self, frame: Frame, of: ClassValue) -> list[tuple[Atom, Trail | None]]:
        """Return a class and what it derives from, in the order Python looks things up.

        Names from outside the project are among them.
        """
        self.solver.read(frame, (of, _LINE), 0)
        line = self._lines.get(of)
        if line is None:
            found: dict[Atom, Trail | None] = {}
            # What several classes derive from comes after all of them.
            for atom, trail in reversed([*self._above(of, frozenset())]):
                found.setdefault(atom, trail)
            line = self._lines[of] = [*reversed(found.items())]
            for atom in found:
                self._derived.setdefault(atom, {})[of] = None
        return line

    def _forget_lines(self, of: ClassValue) -> None:
        """Let the classes that derive from one be looked up anew, by all who did."""
        for derived in self._derived.pop(of, {}):
            if self._lines.pop(derived, None) is not None:
                self._changes += 1
                self.solver.write((derived, _LINE), 0, {Const(self._changes): None})

    def _above(self, of: ClassValue, seen: frozenset[Atom]) -> Iterator[tuple[Atom, Trail | None]]:
        if of in seen:
            return
        yield of, None
        heap = self.solver.heap
        for place in heap.keys.get((of, _BASES), ()):
            for atom, trail in heap.get((of, _BASES), place).items():
                if isinstance(atom, ClassValue):
                    yield from self._above(atom, seen | {of})
                elif isinstance(atom, (External, Unknown)):
                    yield atom, trail

    def is_method_of_framework(self, function: FunctionValue) -> bool:
        """Tell whether a known library calls this method, because its class derives from one."""
        of = self._class_of_method.get(function)
        if of is None:
            return False
        any_frame = self.solver.frames[0]
        return any(
            isinstance(atom, External)
            and self.solver.names.is_known(atom.name)
            and atom.name.split(".", maxsplit=1)[0] not in _PLAIN_LIBRARIES
            for atom, _ in self.ancestors(any_frame, of)
        )

    def is_enumeration(self, frame: Frame, of: ClassValue) -> bool:
        """Tell whether a class is an enum, whose call looks a member up by value."""
        return any(
            isinstance(atom, External) and atom.name.startswith("enum.")
            for atom, _ in self.ancestors(frame, of)
        )

    def members(self, frame: Frame, atom: Atom) -> Value:
        """Return the members of an enum class, which stand for it in `code in Enum`."""
        if not isinstance(atom, ClassValue) or not self.is_enumeration(frame, atom):
            return NOTHING
        names = [key for key in self.solver.keys(frame, atom) if isinstance(key, str)]
        return join(*(self.solver.read(frame, atom, name) for name in names))

    def external_base(self, frame: Frame, of: ClassValue) -> tuple[External, Trail | None] | None:
        """Return the first class from outside that `of` derives from."""
        for atom, trail in self.ancestors(frame, of):
            if isinstance(atom, External):
                return atom, trail
        return None

    # -- look-up ----------------------------------------------------------------------------

    def attribute(  # one answer for each kind of value
        self, frame: Frame, register: int, span: Span, atom: Atom, trail: Trail | None, name: str
    ) -> Value:
        """Return an attribute of a class, an object, or `super()`."""
        match atom:
            case ClassValue():
                if name == "__members__":
                    return {atom: trail}
                if name == "__name__":
                    return NOTHING
                return self._class_attribute(frame, register, span, atom, atom, name)
            case SuperObject():
                return self._class_attribute(
                    frame, register, span, atom.of, atom.receiver, name, above=True
                )
            case Instance():
                own = join(self._own(frame, atom, name), self._of_mapping(frame, span, atom, name))
                if name == "__dict__":
                    return {Method(atom, name): trail}
                shared = self._class_attribute(frame, register, span, atom.of, atom, name)
                if atom.frame is None:
                    derived = self.solver.read(frame, (atom.of, _DERIVED), "all")
                    for other in derived if len(derived) <= _MOST_DERIVED else ():
                        assert isinstance(other, Instance)
                        own = join(own, self._own(frame, other, name))
                        part = self._class_attribute(frame, register, span, other.of, other, name)
                        shared = join(shared, part)
                if own and not shared.keys() - {Unknown()}:
                    return own
                if not own and not shared:
                    return self._by_name(frame, register, span, atom, name)
                return join(own, shared)
            case _:
                return NOTHING

    def _by_name(
        self, frame: Frame, register: int, span: Span, instance: Instance, name: str
    ) -> Value:
        """Return what `__getattr__` gives for an attribute that an object does not have."""
        keys = self.solver.heap.keys
        if name.startswith("__") or name in keys.get(instance, ()):
            return NOTHING
        of = instance.of
        method = self._class_attribute(frame, register, span, of, instance, "__getattr__")
        own: Value = {a: trail for a, trail in method.items() if isinstance(a, BoundMethod)}
        if not own or any(name in keys.get(atom, ()) for atom, _ in self.ancestors(frame, of)):
            return NOTHING
        given: Value = {Const(name): None}
        found = self.transfer.calling.invoke_all(frame, register, span, own, [given], {})
        site = self.solver.site(frame, span)
        for atom, trail in found.items():
            if isinstance(atom, EnvelopeField) and atom.call is not None and not atom.operations:
                frame.notes.append(ReadNote(site, trail, atom.call, atom.role))
        return found

    def stands_in(self, frame: Frame, name: str | None = None) -> bool:
        """Tell whether a frame is `__getattr__`, or made by it, for whoever uses the attribute.

        The line that matters is the one that uses it. With `name` it is the attribute itself.
        """
        value: FunctionValue = frame.value
        functions = self.solver.programs[value.program].functions
        index: int | None = value.function
        while index and functions[index].name != "__getattr__":
            index = functions[index].parent if name is None else 0
        return bool(index) and (
            name is None or any(Const(name) in given for given in frame.arguments.values())
        )

    def _own(self, frame: Frame, instance: Instance, name: Hashable) -> Value:
        """Return what is stored on an object; one from nowhere has what all of them have."""
        value = self.solver.read(frame, instance, name)
        if instance.frame is None:
            made = self.solver.read(frame, (instance.of, _INSTANCES), "all")
            others: list[Atom] = list(made) if len(made) <= _MOST_DERIVED else []
            others += [
                Instance(atom, None, None)
                for atom, _ in self.ancestors(frame, instance.of)
                if isinstance(atom, ClassValue)
            ]
            return join(value, *(self.solver.read(frame, other, name) for other in others))
        return value

    def _of_mapping(self, frame: Frame, span: Span, instance: Instance, name: str) -> Value:
        """Return an attribute of an object whose `__dict__` was filled from a mapping."""
        found: Value = NOTHING
        for atom, trail in self._own(frame, instance, "__dict__").items():
            if isinstance(atom, Response):
                found = join(found, self.transfer.field(frame, span, atom, trail, name))
            elif isinstance(atom, Container):
                found = join(found, self.solver.read(frame, atom, name))
            elif isinstance(atom, Unknown):
                found = join(found, unknown(trail))
        return found

    def _class_attribute(
        self,
        frame: Frame,
        register: int,
        span: Span,
        of: ClassValue,
        receiver: Atom,
        name: str,
        *,
        above: bool = False,
    ) -> Value:
        """Return an attribute of a class or one it derives from; `above`: what `super()` sees."""
        for atom, trail in (
            self._above_in(frame, of, receiver) if above else self.ancestors(frame, of)
        ):
            if isinstance(atom, ClassValue):
                if declared := self._declared(frame, register, span, atom, name):
                    return declared
                if name in self.solver.keys(frame, atom):
                    held = self.solver.read(frame, atom, name)
                    if self.is_enumeration(frame, of):
                        held = self._as_members(frame, span, of, held)
                    return self._bound(frame, register, span, held, receiver)
                continue
            if isinstance(atom, Unknown):
                return unknown(trail)
            assert isinstance(atom, External)
            starts = self.transfer.rules.libraries.starts.get(f"{atom.name}.{name}")
            if starts is not None and isinstance(receiver, Instance):
                return self._class_attribute(frame, register, span, of, receiver, starts)
            unseen = self.transfer.imports.unseen(frame, span, f"{atom.name}.{name}")
            found = because(self._outside(atom, trail, receiver, name), unseen)
            if found:
                return found
        return NOTHING

    def _declared(
        self, frame: Frame, register: int, span: Span, of: ClassValue, name: str
    ) -> Value:
        """Return what an attribute of a class's objects is declared to be."""
        declared = self.solver.declarations.modules.get(of.program)
        if not declared or of.tuple_fields is not None:
            return NOTHING
        class_name = self.solver.programs[of.program].classes[of.index].name
        place = (of.program, (class_name, name))
        return self.solver.declarations.member(self.solver, frame, register, span, place)

    def _above_in(
        self, frame: Frame, of: ClassValue, receiver: Atom
    ) -> list[tuple[Atom, Trail | None]]:
        """Return what comes after `of` in the order of the object's own class."""
        own = receiver.of if isinstance(receiver, Instance) else receiver
        for start in (own, of):
            line = self.ancestors(frame, start) if isinstance(start, ClassValue) else []
            place = next((at for at, (atom, _) in enumerate(line) if atom == of), None)
            if place is not None:
                return line[place + 1 :]
        return []

    def _as_members(self, frame: Frame, span: Span, of: ClassValue, held: Value) -> Value:
        """Return enum members whose values are tuples as the objects `__init__` makes of them."""
        if "__init__" not in self.solver.keys(frame, of):
            return held
        initialise = self.solver.read(frame, of, "__init__")
        found: dict[Atom, Trail | None] = {}
        for atom, trail in held.items():
            found[atom] = trail
            if not isinstance(atom, Container) or atom.kind != "tuple":
                continue
            member = Instance(of, atom.frame, atom.register)
            size = sum(isinstance(key, int) for key in self.solver.keys(frame, atom))
            given = [self.containers.elements(frame, atom, [place]) for place in range(size)]
            for function in initialise:
                if isinstance(function, FunctionValue):
                    bound = BoundMethod(function, member)
                    self.transfer.calling.invoke(frame, atom.register, span, bound, given, {})
            found[member] = None
        return found

    def _outside(self, base: External, trail: Trail | None, receiver: Atom, name: str) -> Value:
        """Return an attribute that an object has from a class outside the project."""
        names = self.solver.names
        row = names.legacy_client(base.name) or names.current_client(base.name)
        if row is not None and isinstance(receiver, Instance):
            current = names.legacy_client(base.name) is None
            frame = receiver.frame if receiver.frame is not None else -1
            register = receiver.register if receiver.register is not None else -1
            client = Client(base.name, current, frame, register)
            return {Method(client, name): trail}
        if names.http_client(base.name) is not None and isinstance(receiver, Instance):
            frame = receiver.frame if receiver.frame is not None else -1
            sender = HttpSender(base.name, frame, receiver.register or 0)
            return {Method(sender, name): None}
        if self.solver.declarations.leads_on(base.name):
            return {External(f"{base.name}.{name}"): trail}
        if names.is_known(base.name):
            root = base.name.split(".", maxsplit=1)[0]
            return NOTHING if root in _PLAIN_LIBRARIES else {External(f"{base.name}.{name}"): None}
        return UNKNOWN

    def _bound(self, frame: Frame, register: int, span: Span, held: Value, receiver: Atom) -> Value:
        """Return class attributes as seen through an object: methods bound, properties read."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in held.items():
            part: Value = {atom: trail}
            if isinstance(atom, FunctionValue):
                # Also what a decorator made of a method.
                markers = self.solver.function(atom).markers
                if "staticmethod" in markers:
                    pass
                elif "classmethod" in markers:
                    of = receiver.of if isinstance(receiver, Instance) else receiver
                    part = {BoundMethod(atom, of): trail}
                elif isinstance(receiver, Instance):
                    part = {BoundMethod(atom, receiver): trail}
                    if markers & {"property", "cached_property"}:
                        part = self.transfer.calling.invoke(
                            frame, register, span, BoundMethod(atom, receiver), [], {}
                        )
            for inner, why in part.items():
                found.setdefault(inner, why)
        return limited(found)

    # -- objects ----------------------------------------------------------------------------

    def instance(self, frame: Frame, of: ClassValue, register: int) -> Instance:
        """Make an object of a class and let every ancestor know of it."""
        known = self.solver.heap.get((of, _INSTANCES), "all")
        made = Instance(of, frame.index, register)
        if len(known) > _MOST_DERIVED and made not in known:
            # Too many to be kept apart by what they are made of: those of one place are one.
            made = Instance(of, -2 - frame.value.program, register * 4096 + frame.value.function)
        for atom, _ in self.ancestors(frame, of):
            if isinstance(atom, ClassValue):
                self._remember((atom, _INSTANCES), made)
        return made

    def _remember(self, owner: Hashable, instance: Instance) -> None:
        """Let a class know of an object, up to a number: whoever asks for more gets none."""
        if len(self.solver.heap.get(owner, "all")) <= _MOST_DERIVED:
            self.solver.write(owner, "all", {instance: None})

    def made(self, frame: Frame, kind: ClassValue) -> Value:
        """Return the objects of a class and of those that derive from it, as far as any are."""
        made = self.solver.read(frame, (kind, _INSTANCES), "all")
        return made or {Instance(kind, None, None): None}

    def fields(self, frame: Frame, of: ClassValue) -> tuple[str, ...]:
        """Return the names a class without `__init__` takes as arguments, in order."""
        if of.tuple_fields is not None:
            return of.tuple_fields
        names: dict[str, None] = {}
        for atom, _ in reversed(list(self.ancestors(frame, of))):
            if isinstance(atom, ClassValue):
                program = self.solver.programs[atom.program]
                names.update(dict.fromkeys(program.classes[atom.index].fields))
        return tuple(names)

    def item(  # the place of a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        instance: Instance,
        trail: Trail | None,
        key: Value,
    ) -> Value:
        """Return `object[key]`."""
        places = [a.value for a in key if isinstance(a, Const) and isinstance(a.value, int)]
        fields = self.fields(frame, instance.of)
        if (places and instance.of.tuple_fields is not None) or (fields and places):
            return join(*(self._own(frame, instance, fields[p]) for p in places if p < len(fields)))
        method = self.attribute(frame, register, span, instance, trail, "__getitem__")
        return self.transfer.calling.invoke_all(frame, register, span, method, [key], {})

    def set_item(  # the place of a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        instance: Instance,
        trail: Trail | None,
        item: tuple[Value, Value],
    ) -> None:
        """Run `object[key] = value`."""
        method = self.attribute(frame, register, span, instance, trail, "__setitem__")
        self.transfer.calling.invoke_all(frame, register, span, method, list(item), {})

    def unpacked(self, frame: Frame, instance: Instance, index: int | None) -> Value:
        """Return one part of a named tuple."""
        fields = self.fields(frame, instance.of)
        wanted = fields if index is None else fields[index : index + 1]
        return join(*(self._own(frame, instance, name) for name in wanted))

    def iterated(
        self, frame: Frame, register: int, span: Span, instance: Instance, trail: Trail | None
    ) -> Value:
        """Return an element of an object that can be iterated over."""
        method = self.attribute(frame, register, span, instance, trail, "__iter__")
        made = self.transfer.calling.invoke_all(frame, register, span, method, [], {})
        plain: Value = {atom: why for atom, why in made.items() if not isinstance(atom, Instance)}
        if plain:
            return self.containers.iterated(frame, register, span, plain)
        following = self.attribute(frame, register, span, instance, trail, "__next__")
        return self.transfer.calling.invoke_all(frame, register, span, following, [], {})

    def entered(
        self, frame: Frame, register: int, span: Span, instance: Instance, trail: Trail | None
    ) -> Value:
        """Return what `with object` binds."""
        for name in ("__enter__", "__aenter__"):
            method = self.attribute(frame, register, span, instance, trail, name)
            if any(isinstance(atom, BoundMethod) for atom in method):
                return self.transfer.calling.invoke_all(frame, register, span, method, [], {})
        return {instance: trail}
