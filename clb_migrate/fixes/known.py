"""What a value is, where it is known wholly: whichever way the program goes, it is one of these.

The analysis leaves out what comes from elsewhere, so what it knows of a value may be a part of it
only (`"gz" if test else sys.argv[1]`). Here each way a value comes about is followed back to
literals; one that leads elsewhere makes the whole unknown.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.modules import member_name
from clb_migrate.analysis.values import (
    Absent,
    Atom,
    BoundMethod,
    ClassValue,
    Const,
    Container,
    External,
    FunctionValue,
    Instance,
    Method,
    ProjectModule,
    Unknown,
)

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.study import Study

Atoms = frozenset[Atom]
_MUTATING = frozenset(
    (
        *("update", "setdefault", "pop", "clear", "popitem", "append", "extend", "insert"),
        *("remove", "sort", "reverse", "add", "discard", "__setitem__", "__delitem__"),
    )
)
_DEEPEST = 60
_SLOTS = 8
"""Containers that one instruction may make, which tells their numbers apart."""
_KEYWORDS, _BY_DICT = _CALLED = (2, 3)
"""Which of those `**names` is, and what `dict()` gives."""


class _Unknowable(Exception):
    """Some way a value comes about leads elsewhere."""


class Known:
    """Values of one solved group of modules that are known wholly."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.solver = study.solver
        self._stores: dict[tuple[int, str], list[tuple[Frame, int]]] | None = None
        self._attributes: dict[str, list[tuple[Frame, int]]] = {}
        self._changed: set[Container] = set()
        self._open: set[int] = set()
        """Modules that take names from others by a star."""
        self._dynamic: set[int] = set()
        """Modules that set attributes by names put together at run time."""

    def atoms(self, frame: Frame, register: int) -> Atoms | None:
        """Return all that a register may be; None if it may also be something else."""
        try:
            return frozenset(self._of(frame, register, ()))
        except _Unknowable:
            return None

    def held(self, container: Container, key: object) -> Atoms | None:
        """Return all that may stand under a key; None if that is not known wholly.

        A key that is not there has nothing under it.
        """
        try:
            return frozenset(self._elements(container, {key}, ()))
        except _Unknowable:
            return None

    def texts(self, frame: Frame, register: int) -> frozenset[str] | None:
        """Return the texts that a register may be; None if it may be anything else."""
        atoms = self.atoms(frame, register)
        if not atoms:
            return None
        found = {a.value for a in atoms if isinstance(a, Const) and isinstance(a.value, str)}
        return frozenset(found) if len(found) >= 1 and _are_texts(atoms) else None

    # -- one register -----------------------------------------------------------------------

    def _of(self, frame: Frame, register: int, seen: tuple[Hashable, ...]) -> set[Atom]:
        place = (frame.index, register)
        if place in seen:
            return set()
        if len(seen) > _DEEPEST:
            raise _Unknowable
        seen = (*seen, place)
        node = self.study.code(frame)[register]
        match node:
            case ir.Constant(value):
                del value
                return set(frame.registers[register])
            case ir.Bind(value=value) | ir.Narrow(value=value):
                return self._of(frame, value, seen)
            case ir.Merge(values=values):
                return set().union(*(self._of(frame, each, seen) for each in values))
            case ir.LoadName(name, None):
                return self._stored(frame.value.program, name, seen)
            case ir.ImportName(module, name) if name is not None:
                return self._imported(frame, module, name, seen)
            case ir.ImportName():
                return self._settled(frame, register)
            case ir.Attribute(base, name):
                return self._attribute(self._settled(frame, base), name, seen)
            case ir.Subscript(base, key):
                keys = self._keys(frame, key, seen)
                found: set[Atom] = set()
                for atom in self._containers(self._of(frame, base, seen)):
                    found |= self._elements(atom, keys, seen)
                return found
            case ir.Element(base):
                found = set()
                for atom in self._containers(self._of(frame, base, seen)):
                    if atom.kind == "dict":
                        raise _Unknowable
                    found |= self._elements(atom, None, seen)
                return found
            case ir.Unpack(base, index):
                found = set()
                for atom in self._containers(self._of(frame, base, seen)):
                    if atom.kind not in ("tuple", "list"):
                        raise _Unknowable
                    found |= self._elements(atom, None if index is None else {index}, seen)
                return found
            case ir.Display():
                return self._settled(frame, register)
            case ir.Parameter(name):
                return self._given(frame, name, seen)
            case ir.Call():
                return self._returned(frame, register, node, seen)
            case _:
                raise _Unknowable

    def _settled(self, frame: Frame, register: int) -> set[Atom]:
        """Return what the analysis knows, without what was missing for a while only."""
        taking_part = self.solver.programs
        atoms = {
            atom
            for atom in frame.registers[register]
            if not (isinstance(atom, Absent) and atom.program in taking_part)
        }
        if not atoms:
            raise _Unknowable
        return atoms

    def _keys(self, frame: Frame, register: int, seen: tuple[Hashable, ...]) -> set[object] | None:
        """Return what a key may be; None for anything."""
        try:
            atoms = self._of(frame, register, seen)
        except _Unknowable:
            return None
        if not all(isinstance(atom, Const) for atom in atoms):
            return None
        return {atom.value for atom in atoms if isinstance(atom, Const)}

    def _containers(self, atoms: set[Atom]) -> Iterator[Container]:
        for atom in atoms:
            if not isinstance(atom, Container):
                raise _Unknowable
            yield atom

    # -- names ------------------------------------------------------------------------------

    def _stored(self, program: int, name: str, seen: tuple[Hashable, ...]) -> set[Atom]:
        """Return what a module calls a name."""
        self._index()
        assert self._stores is not None
        stores = self._stores.get((program, name), [])
        if not stores or program in self._open:
            raise _Unknowable
        for frame, register in self._attributes.get(name, ()):
            node = self.study.code(frame)[register]
            assert isinstance(node, ir.StoreAttribute)
            if ProjectModule(program) in frame.registers[node.base]:
                raise _Unknowable
        found: set[Atom] = set()
        for frame, register in stores:
            node = self.study.code(frame)[register]
            assert isinstance(node, ir.StoreName)
            found |= self._of(frame, node.value, seen)
        return found

    def _imported(
        self, frame: Frame, module: str, name: str, seen: tuple[Hashable, ...]
    ) -> set[Atom]:
        modules = self.solver.modules
        found = modules.resolve(frame.value.program, module)
        inner = modules.resolve(frame.value.program, member_name(module, name))
        if inner is not None:
            return {ProjectModule(inner)}
        if found is None or found not in self.solver.programs:
            raise _Unknowable
        return self._stored(found, name, seen)

    def _attribute(self, owners: set[Atom], name: str, seen: tuple[Hashable, ...]) -> set[Atom]:
        self._index()
        found: set[Atom] = set()
        for owner in owners:
            match owner:
                case ProjectModule(program):
                    found |= self._stored(program, name, seen)
                case Instance() | ClassValue():
                    of = owner.of if isinstance(owner, Instance) else owner
                    kinds = {owner, of}
                    fields = self.solver.programs[of.program].classes[of.index].fields
                    if name in fields or of.tuple_fields or of.program in self._dynamic:
                        raise _Unknowable
                    stores = [
                        (frame, node.value)
                        for frame, register in self._attributes.get(name, ())
                        if isinstance(node := self.study.code(frame)[register], ir.StoreAttribute)
                        and kinds & frame.registers[node.base].keys()
                    ]
                    if not stores:
                        raise _Unknowable
                    for frame, value in stores:
                        found |= self._of(frame, value, seen)
                case _:
                    raise _Unknowable
        return found

    # -- functions --------------------------------------------------------------------------

    def _given(self, frame: Frame, name: str, seen: tuple[Hashable, ...]) -> set[Atom]:
        function = self.solver.function(frame.value)
        formals = [formal.name for formal in function.formals]
        shift = 1 if function.owner is not None and "staticmethod" not in function.markers else 0
        if not frame.users or name not in formals:
            raise _Unknowable
        passing = function.formals[formals.index(name)].passing
        if passing == "keywords":
            return set(self._containers(set(frame.arguments.get(name) or {Unknown(): None})))
        if passing == "rest":
            raise _Unknowable
        if (frame.value.program, frame.value.function) in self.solver.handed_out:
            raise _Unknowable
        found: set[Atom] = set()
        for user in frame.users:
            if not (
                isinstance(user, tuple)
                and len(user) >= 2
                and isinstance(user[0], int)
                and isinstance(user[1], int)
            ):
                raise _Unknowable
            caller = self.solver.frames[user[0]]
            node = self.study.code(caller)[user[1]]
            if not isinstance(node, ir.Call) or any(a.star for a in node.arguments):
                raise _Unknowable
            called = caller.registers[node.function]
            if not called or not all(
                isinstance(a, (FunctionValue, BoundMethod, ClassValue)) for a in called
            ):
                raise _Unknowable
            if not all(self._is_of(atom, frame) for atom in called):
                raise _Unknowable
            bound = shift if any(isinstance(a, (BoundMethod, ClassValue)) for a in called) else 0
            position = formals.index(name) - bound
            plain = [a.value for a in node.arguments if a.keyword is None]
            named = [a.value for a in node.arguments if a.keyword == name]
            if named:
                found |= self._of(caller, named[0], seen)
            elif 0 <= position < len(plain):
                found |= self._of(caller, plain[position], seen)
            else:
                found |= self._default(frame, name, seen)
        return found

    def _is_of(self, atom: Atom, frame: Frame) -> bool:
        """Tell whether a call of something runs the function of a frame, with its arguments."""
        place = (frame.value.program, frame.value.function)
        match atom:
            case FunctionValue(program, function) | BoundMethod(FunctionValue(program, function)):
                return (program, function) == place
            case _:
                return self.solver.function(frame.value).name == "__init__"

    def _default(self, frame: Frame, name: str, seen: tuple[Hashable, ...]) -> set[Atom]:
        if not 0 <= frame.value.frame < len(self.solver.frames):
            raise _Unknowable
        outer = self.solver.frames[frame.value.frame]
        for node in self.study.code(outer):
            if isinstance(node, ir.MakeFunction) and node.function == frame.value.function:
                for formal, register in node.defaults:
                    if formal == name:
                        return self._of(outer, register, seen)
        raise _Unknowable

    def _returned(
        self, frame: Frame, register: int, node: ir.Call, seen: tuple[Hashable, ...]
    ) -> set[Atom]:
        called = frame.registers[node.function]
        if called and all(isinstance(atom, ClassValue) for atom in called):
            return self._settled(frame, register)
        if not called or not all(isinstance(atom, (FunctionValue, BoundMethod)) for atom in called):
            # A dict that is made by its keywords is as good as one that is written out.
            made = self._settled(frame, register)
            if External("builtins.dict") in called and all(
                isinstance(a, Container)
                and a.frame == frame.index
                and a.register == register * _SLOTS + _BY_DICT
                for a in made
            ):
                return made
            raise _Unknowable
        found: set[Atom] = set()
        entered = False
        for other in self.solver.frames:
            if not any(
                isinstance(u, tuple) and u[:2] == (frame.index, register) for u in other.users
            ):
                continue
            if self.solver.function(other.value).markers:
                raise _Unknowable
            entered = True
            for each in self.study.code(other):
                if isinstance(each, ir.Yield):
                    raise _Unknowable
                if isinstance(each, ir.Return):
                    found |= self._of(other, each.value, seen)
        if not entered:
            raise _Unknowable
        return found

    # -- containers -------------------------------------------------------------------------

    def _elements(
        self, container: Container, keys: set[object] | None, seen: tuple[Hashable, ...]
    ) -> set[Atom]:
        """Return what stands under keys (None: any) of a container that is never changed oddly."""
        self._index()
        if container in self._changed or not 0 <= container.frame < len(self.solver.frames):
            raise _Unknowable
        frame = self.solver.frames[container.frame]
        code = self.study.code(frame)
        # An instruction may make several.
        register, slot = divmod(container.register, _SLOTS)
        if not 0 <= register < len(code):
            raise _Unknowable
        node = code[register]
        if slot != (0 if isinstance(node, ir.Display) else slot if slot in _CALLED else None):
            raise _Unknowable
        found: set[Atom] = set()
        if isinstance(node, ir.Call):
            for argument in node.arguments:
                if argument.keyword is None and not argument.star and slot == _KEYWORDS:
                    continue
                if argument.keyword is None and argument.star != "*":
                    for inner in self._containers(self._of(frame, argument.value, seen)):
                        found |= self._elements(inner, keys, seen)
                elif argument.star:
                    raise _Unknowable
                elif keys is None or argument.keyword in keys:
                    found |= self._of(frame, argument.value, seen)
        elif isinstance(node, ir.Display):
            if node.collected:
                raise _Unknowable
            for index, item in enumerate(node.items):
                if item.star:
                    if node.kind != "dict":
                        raise _Unknowable
                    for inner in self._containers(self._of(frame, item.value, seen)):
                        found |= self._elements(inner, keys, seen)
                    continue
                wanted = {index} if item.key is None else self._keys(frame, item.key, seen)
                if keys is None or wanted is None or wanted & keys:
                    found |= self._of(frame, item.value, seen)
        else:
            raise _Unknowable
        for other, register in self._puts.get(container, ()):
            put = self.study.code(other)[register]
            assert isinstance(put, ir.StoreSubscript)
            wanted = self._keys(other, put.key, seen)
            if keys is None or wanted is None or wanted & keys:
                found |= self._of(other, put.value, seen)
        return found

    def _index(self) -> None:
        """Find once where names, attributes and containers are stored to."""
        if self._stores is not None:
            return
        self._stores = {}
        self._puts: dict[Container, list[tuple[Frame, int]]] = {}
        for frame in self.solver.frames:
            if not frame.runs:
                continue
            for register, node in enumerate(self.study.code(frame)):
                place = (frame, register)
                match node:
                    case ir.StoreName(name, None):
                        self._stores.setdefault((frame.value.program, name), []).append(place)
                    case ir.StoreAttribute(_, name):
                        self._attributes.setdefault(name, []).append(place)
                    case ir.StoreSubscript(base):
                        for atom in frame.registers[base]:
                            if isinstance(atom, Container):
                                self._puts.setdefault(atom, []).append(place)
                    case ir.ImportName(_, "*"):
                        self._open.add(frame.value.program)
                    case ir.LoadName("setattr" | "vars") | ir.Attribute(_, "__dict__"):
                        self._dynamic.add(frame.value.program)
                    case ir.Call(function, arguments) if not frame.registers[function].keys() - {
                        Unknown()
                    }:
                        for argument in arguments:
                            for atom in frame.registers[argument.value]:
                                if isinstance(atom, Container):
                                    self._changed.add(atom)
                    case ir.Call(function):
                        for atom in frame.registers[function]:
                            if (
                                isinstance(atom, Method)
                                and isinstance(atom.receiver, Container)
                                and atom.name in _MUTATING
                            ):
                                self._changed.add(atom.receiver)
                    case _:
                        pass


def _are_texts(atoms: Atoms) -> bool:
    return all(isinstance(atom, Const) and isinstance(atom.value, str) for atom in atoms)
