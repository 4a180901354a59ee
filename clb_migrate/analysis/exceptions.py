"""Exceptions: what a function lets out, and which of it an `except` binds.

A frame lets out what it raises itself and what the functions it calls let out. What is caught on
the way is not taken off: an `except` binds what its own `try` may meet of the kind it names. Only
where nothing of that kind is known to be raised there may it be any object of that class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.values import (
    NOTHING,
    Absent,
    Atom,
    Caught,
    ClassValue,
    Container,
    CurrentException,
    External,
    Instance,
    Trail,
    Unknown,
    Value,
    join,
    limited,
    unknown,
)
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_RAISES = ("raises",)
"""The cell of a frame that holds what it lets out."""

_ANY = frozenset(("builtins.Exception", "builtins.BaseException"))


class Exceptions:
    """What is raised and caught."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.solver = transfer.solver

    def raise_(self, frame: Frame, register: int, node: ir.Raise) -> Value:
        """`raise value`"""
        thrown: Value = {
            atom: trail
            for atom, trail in frame.registers[node.value].items()
            if isinstance(atom, Instance)
        }
        self._lets_out(frame, register, thrown)
        return NOTHING

    def passed_on(self, frame: Frame, register: int, callee: Frame) -> None:
        """Let a frame let out what a function that it calls does."""
        self._lets_out(frame, register, self.solver.read(frame, ("frame", callee.index), _RAISES))

    def _lets_out(self, frame: Frame, register: int, thrown: Value) -> None:
        if thrown:
            frame.raised[register] = join(frame.raised.get(register, NOTHING), thrown)
            self.solver.write(("frame", frame.index), _RAISES, thrown)

    def catch(self, frame: Frame, register: int, node: ir.Catch) -> Value:
        """The exception an `except` binds."""
        start, end = node.tried
        thrown = join(*(value for at, value in frame.raised.items() if start <= at < end))
        taken = join(*(frame.registers[kind] for kind in node.before))
        if taken:
            thrown = {a: trail for a, trail in thrown.items() if not self._is_one(frame, a, taken)}
        return self.caught(frame, register, node.span, frame.registers[node.kind], thrown)

    def caught(
        self, frame: Frame, register: int, span: Span, kinds: Value, thrown: Value = NOTHING
    ) -> Value:
        """Return what may be caught by the classes in `kinds` of what may be `thrown`."""
        found: dict[Atom, Trail | None] = {}
        for atom, trail in kinds.items():
            part: Value = NOTHING
            match atom:
                case Container():
                    inner = self.transfer.containers.elements(frame, atom, None)
                    part = self.caught(frame, register, span, inner, thrown)
                case External() if self.solver.names.is_current_exception(atom.name):
                    call = self.solver.call_at(frame, register, span)
                    why = Trail(call.site, "catches the exception of the 3.0 SDK", trail)
                    part = {CurrentException(call): why}
                case External() if atom.name in _ANY:
                    part = {**thrown, Caught(self.solver.call_at(frame, register, span)): trail}
                case External() if self.solver.declarations.leads_on(atom.name):
                    part = {atom: trail}
                case External():
                    known = self.solver.names.is_known(atom.name)
                    legacy = self.solver.names.is_legacy_import(atom.name, in_project=False)
                    why = self.transfer.imports.unseen(frame, span, atom.name)
                    part = NOTHING if known or legacy else unknown(why)
                case Unknown():
                    part = unknown(trail)
                case Absent():
                    part = {atom: trail}
                case ClassValue():
                    own: Value = {
                        a: why for a, why in thrown.items() if self._is_one(frame, a, {atom: None})
                    }
                    part = own or self.transfer.objects.made(frame, atom)
                case _:
                    pass
            for inner_atom, why2 in part.items():
                found.setdefault(inner_atom, why2)
        return limited(found)

    def _is_one(self, frame: Frame, atom: Atom, kinds: Value) -> bool:
        """Tell whether an object is of one of these classes of the project."""
        if not isinstance(atom, Instance):
            return False
        line = [each for each, _ in self.transfer.objects.ancestors(frame, atom.of)]
        return any(
            kind in line
            or (
                isinstance(kind, Container)
                and self._is_one(frame, atom, self.transfer.containers.elements(frame, kind, None))
            )
            for kind in kinds
        )
