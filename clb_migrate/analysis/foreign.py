"""What the project itself keeps on objects of other libraries, and reads back.

`flask.g.client = ...`, `app.config["client"] = ...`, an attribute of a `threading.local()`: such an
object stays known to come from elsewhere, and so does all that the library keeps on it. Beside that
a part may be what the project stored under the same name of the same object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.values import (
    NOTHING,
    Const,
    Container,
    External,
    Foreign,
    Unknown,
    Value,
    join,
    only,
)

if TYPE_CHECKING:
    from clb_migrate.analysis.calling import Arguments
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

KEEPING = frozenset(("get", "pop", "setdefault", "update", "__getitem__", "__setitem__"))
"""Methods by which an object is asked for what it keeps, or told to keep something."""

_ANY = "*"
"""The cell for what is kept under a key that is not known."""

_DEEPEST = 3
"""Attributes in a row that are followed on an object of a library."""

_NEAR = 8
"""Instructions after a call among which its result gets a name."""


class ForeignObjects:
    """Parts of objects that other libraries made."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.solver = transfer.solver
        self._filled: dict[int, frozenset[str]] = {}
        """For each module the names of objects that it stores something on."""
        self._filled_anywhere: set[str] = set()
        libraries = transfer.rules.libraries
        rows = (*libraries.enters, *libraries.passes, *libraries.tasks)
        self._with_rows = frozenset(row.rpartition(".")[0] for row in rows)
        self._makes = libraries.makes
        self._proxies = libraries.proxies

    # -- where they are made ----------------------------------------------------------------

    def made(self, frame: Frame, register: int, name: str) -> Value:
        """Return the object that calling a known name made, if the project may keep things on it.

        That shows in the name the object gets: something is stored under that name somewhere.
        """
        name = self._makes.get(name, name)
        if self.has_rows(name):
            return {Foreign(name, frame.index, register): None}
        code = self.solver.function(frame.value).code
        for instruction in code[register + 1 : register + _NEAR]:
            match instruction:
                case ir.Bind(name=bound, value=value) if value == register:
                    everywhere = frame.value.function == 0
                case ir.StoreAttribute(name=bound, value=value) if value == register:
                    everywhere = True
                case _:
                    continue
            if self._is_filled(frame.value.program, bound, everywhere=everywhere):
                return {Foreign(name, frame.index, register): None}
        return NOTHING

    def has_rows(self, name: str) -> bool:
        """Tell whether methods of a class of a library carry something along."""
        return name in self._with_rows

    def _is_filled(self, program: int, name: str, *, everywhere: bool) -> bool:
        """Tell whether something is stored on what has a name, in its module or in any."""
        programs = self.solver.programs
        if len(self._filled) < len(programs):
            for index in [index for index in programs if index not in self._filled]:
                self._filled[index] = frozenset(_names_filled(programs[index]))
                self._filled_anywhere |= self._filled[index]
        return name in (self._filled_anywhere if everywhere else self._filled.get(program, ()))

    # -- parts ------------------------------------------------------------------------------

    def attribute(self, frame: Frame, base: Foreign, name: str) -> Value:
        """Return `object.name`: a part of the library's object, and what was stored there."""
        kept = self.solver.read(frame, base, name)
        if len(base.path) >= _DEEPEST:
            return kept
        part = Foreign(base.name, base.frame, base.register, (*base.path, name))
        return {part: None, **kept}

    def item(self, frame: Frame, base: External | Foreign, key: Value) -> Value:
        """Return what was stored as `object[key]`."""
        places = [atom.value for atom in key if isinstance(atom, Const)]
        if not places:
            held = self.solver.keys(frame, base)
            return join(*(self.solver.read(frame, base, each) for each in held))
        read = self.solver.read
        return join(*(read(frame, base, place) for place in places), read(frame, base, _ANY))

    def keep(self, base: External | Foreign, name: object, value: Value) -> None:
        """Store a part; what is of unknown origin counts as the library's from then on."""
        is_known = self.solver.names.is_known
        kept: Value = {
            atom: trail
            for atom, trail in value.items()
            if not isinstance(atom, Unknown)
            and not (isinstance(atom, External) and not is_known(atom.name))
        }
        if not kept:
            return
        self.solver.write(base, name, kept)
        if isinstance(base, Foreign):
            for proxy, of in self._proxies.items():
                if of == base.name:
                    stands_in = External(".".join((proxy, *base.path)))
                    self.solver.write(stands_in, name, kept)

    def keep_item(self, base: External | Foreign, key: Value, value: Value) -> None:
        """Run `object[key] = value`."""
        places = [atom.value for atom in key if isinstance(atom, Const)]
        for place in places or [_ANY]:
            self.keep(base, place, value)

    def asked(
        self, frame: Frame, base: External | Foreign, method: str, arguments: Arguments
    ) -> Value:
        """Return what a method of `KEEPING` gives, apart from what is the library's own."""
        first, second = (join(*arguments.positional[place : place + 1]) for place in (0, 1))
        match method:
            case "update":
                for name, value in arguments.keywords.items():
                    self.keep(base, name, value)
                for container in only(first, Container):
                    for key in self.solver.keys(frame, container):
                        if not isinstance(key, tuple):
                            self.keep(base, key, self.solver.read(frame, container, key))
                return NOTHING
            case "__setitem__":
                self.keep_item(base, first, second)
                return NOTHING
            case "setdefault" if second:
                self.keep_item(base, first, second)
        return self.item(frame, base, first) if first else NOTHING


def _names_filled(program: ir.Program) -> set[str]:
    """Return the names, also of attributes, whose object something is stored on in a module."""
    found: set[str] = set()
    for function in program.functions:
        code = function.code
        for instruction in code:
            match instruction:
                case ir.StoreAttribute(base=base) | ir.StoreSubscript(base=base):
                    pass
                case ir.Call(function=called, arguments=(first, *_)):
                    target = code[called]
                    if isinstance(target, ir.Attribute) and target.name in KEEPING:
                        base = target.base
                    elif isinstance(target, ir.LoadName) and target.name == "setattr":
                        base = first.value
                    else:
                        continue
                case _:
                    continue
            found.update(_names_on_the_way(code, base))
    return found


def _names_on_the_way(code: tuple[ir.Instruction, ...], register: int) -> set[str]:
    """Return the names that lead to an object: `app` and `config` for `app.config`."""
    found: set[str] = set()
    while True:
        match code[register]:
            case ir.Attribute(base=base, name=name):
                found.add(name)
                register = base
            case ir.Subscript(base=base):
                register = base
            case (
                ir.Bind(name=name)
                | ir.LoadName(name=name)
                | ir.Parameter(name=name)
                | ir.Merge(name=name)
                | ir.Narrow(name=name)
            ):
                return found | {name}
            case ir.ImportName(name=str() as name):
                return found | {name}
            case _:
                return found
