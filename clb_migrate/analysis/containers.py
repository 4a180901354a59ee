"""Lists, tuples, sets and dicts: how they are made, filled, copied, read and iterated over."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.values import (
    NOTHING,
    Absent,
    Atom,
    Body,
    ClassValue,
    Client,
    Const,
    Container,
    Entry,
    EnvelopeField,
    Instance,
    Pending,
    Response,
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
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

ELEMENTS = "*"
"""The cell of a container whose place or key is not known."""

KEY_VALUES = ("keys",)
"""The cell of a dict that holds its keys as values."""

MERGED = ("merged",)
"""The cell of a dict that holds the responses whose fields were put into it."""

_TOLD_AS_KEYS = (EnvelopeField, Pending, Instance, Client)
"""Keys that are no constants and still matter where a dict is iterated over."""


class Containers:
    """What containers hold."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.solver = transfer.solver

    def elements(self, frame: Frame, container: Container, keys: list[Any] | None) -> Value:
        """Return the elements of a container: under `keys`, or (None) under any."""
        solver = self.solver
        if keys is None:
            known = [key for key in solver.keys(frame, container) if not _is_special(key)]
            held = join(*(solver.read(frame, container, key) for key in known))
            return self._defined_by(container, held)
        open_part = solver.read(frame, container, ELEMENTS)
        if container.kind in ("list", "tuple"):
            size = len(solver.heap.keys.get(container, ()))
            keys = [
                key + size if isinstance(key, int) and key < 0 <= key + size else key
                for key in keys
            ]
        held = join(*(solver.read(frame, container, key) for key in keys), open_part)
        return self._defined_by(container, held)

    def _defined_by(self, container: Container, held: Value) -> Value:
        """Return elements that may be codes as defined where their container got its name."""
        site = self.solver.named.get(container)
        if site is None or not any(isinstance(atom, Const) for atom in held):
            return held
        return {
            Const(atom.value, site, atom.written)
            if isinstance(atom, Const) and atom.defined is None and may_be_code(atom.value)
            else atom: trail
            for atom, trail in held.items()
        }

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

    def second(self, frame: Frame, register: int, span: Span, value: Value) -> Value:
        """Return a pair of something harmless and `value`."""
        pair = self.container(frame, "tuple", register, 3, span)
        self.solver.write(pair, 0, NOTHING)
        self.solver.write(pair, 1, value)
        return {pair: None}

    def put(self, frame: Frame, container: Container, key: Value, value: Value) -> None:
        """Store under every key that `key` may be."""
        del frame
        for atom, trail in value.items():
            if isinstance(atom, Entry) and Entry(atom.response, "key") in key:
                self.solver.write(container, MERGED, {atom.response: trail})
        known = [atom for atom in key if isinstance(atom, Const)]
        for atom in known:
            self.solver.write(container, atom.value, value)
        if known:
            self.solver.write(container, KEY_VALUES, dict.fromkeys(known))
        else:
            self.solver.write(container, ELEMENTS, value)
            told: Value = {a: t for a, t in key.items() if isinstance(a, _TOLD_AS_KEYS)}
            if told:
                self.solver.write(container, KEY_VALUES, told)

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
                    part = self.transfer.objects.members(frame, atom)
                case Pending():
                    held = self.solver.read(frame, atom, ("value",))
                    part = join(held, self.iterated(frame, register, span, held))
                case Container(kind="dict"):
                    part = self.solver.read(frame, atom, KEY_VALUES)
                case Container():
                    part = handed_on(self.elements(frame, atom, None), trail)
                case Response(path=()):
                    part = {Entry(atom, "key"): trail}
                case Response():
                    part = self.transfer.field(frame, span, atom, trail, 0)
                case Unknown():
                    part = unknown(trail)
                case Absent():
                    part = {atom: trail}
                case Instance():
                    made = self.transfer.objects.iterated(frame, register, span, atom, trail)
                    part = handed_on(made, trail)
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
                    part = handed_on(self.elements(frame, atom, keys), trail)
                    if keys is None and part:
                        # `*name` is a list of them.
                        rest = self.container(frame, "list", register, 0, node.span)
                        self.solver.write(rest, ELEMENTS, part)
                        part = {**part, rest: trail}
                case Body():
                    part = {atom: trail}
                case Instance():
                    made = self.transfer.objects.unpacked(frame, atom, node.index)
                    part = handed_on(made, trail)
                case _:
                    part = self.iterated(frame, register, node.span, {atom: trail})
            for inner, why in part.items():
                found.setdefault(inner, why)
        return limited(found)


def may_be_code(value: object) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or isinstance(value, str)


def _is_special(key: Hashable) -> bool:
    return isinstance(key, tuple)
