"""Literals, operators, slices and f-strings: what is put together, and hosts among it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis import texts
from clb_migrate.analysis.notes import EndpointNote
from clb_migrate.analysis.values import (
    NOTHING,
    Atom,
    Body,
    Const,
    Container,
    EnvelopeField,
    Operation,
    Response,
    Site,
    Text,
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

_SETTING = re.compile(r"^\s*[\w.-]+\s*[:=]\s*\S+\s*$", re.MULTILINE)
"""A line of a configuration text, which is no sentence."""


class Operations:
    """What literals and operators make."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.containers = transfer.containers
        self.solver = transfer.solver
        self._plain: dict[int, Value] = {}
        """Literals that hold no host, by the identity of their instruction."""

    def constant(self, frame: Frame, register: int, node: ir.Constant) -> Value:
        """A literal; one that holds a legacy host is an endpoint by itself."""
        del register
        plain = self._plain.get(id(node))
        if plain is None:
            noted = len(frame.notes)
            plain = self._constant(frame, node)
            if len(frame.notes) == noted:
                self._plain[id(node)] = plain
        return plain

    def _constant(self, frame: Frame, node: ir.Constant) -> Value:
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
                return {Const(node.value, site, site): None}
            return {Const(node.value, None, site): None}
        return {Const(node.value): None}

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

    def binary(self, frame: Frame, register: int, node: ir.Binary) -> Value:
        """Arithmetic on a code, joining of strings and containers."""
        left, right = frame.registers[node.left], frame.registers[node.right]
        value: dict[Atom, Trail | None] = {}
        for atom, trail in left.items():
            if isinstance(atom, EnvelopeField):
                for other in right:
                    if isinstance(other, Const) and isinstance(other.value, (int, str)):
                        value.update(self.operated(atom, trail, (node.operator, other.value)))
        if node.operator in ("&", "-", "^"):
            self.transfer.decisions.collections_met(frame, node.span, left, right)
        if node.operator in ("+", "|", "-", "&", "^"):
            kept = (Container, Body, Response) if node.operator == "|" else (Container, Body)
            for side in (left, right):
                for atom, trail in side.items():
                    if isinstance(atom, kept):
                        value.setdefault(atom, trail)
        if node.operator == "+":
            self._appended(frame, register, node, value)
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
                text = self.assembled(frame, node.span, text, pieces)
            for atom in text:
                value.setdefault(atom, None)
        elif not value and (Unknown() in left or Unknown() in right):
            return unknown(left.get(Unknown()) or right.get(Unknown()))
        return limited(value)

    def _appended(
        self, frame: Frame, register: int, node: ir.Binary, value: dict[Atom, Trail | None]
    ) -> None:
        """Let a list to which (a list of) an answer is added hold its elements."""
        parts: Value = {
            atom: trail
            for side in (node.left, node.right)
            for atom, trail in frame.registers[side].items()
            if isinstance(atom, Response) and atom.path
        }
        if not parts:
            return
        lists = [atom for atom in value if isinstance(atom, Container) and atom.kind == "list"]
        if not lists:
            value.update(parts)
            return
        elements = self.containers.iterated(frame, register, node.span, parts)
        for container in lists:
            self.solver.write(container, "*", elements)

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
                arguments = [
                    self.containers.elements(frame, atom, [place]) for place in range(size)
                ]
            elif isinstance(atom, Container) and atom.kind == "dict":
                for key in self.solver.keys(frame, atom):
                    if isinstance(key, str):
                        named[key] = self.solver.read(frame, atom, key)
        return join(*(texts.interpolated(t, arguments, named) for t in templates[:4]))

    def assembled(self, frame: Frame, span: Span, value: Value, pieces: list[Value]) -> Value:
        """Return texts put together, which know where their legacy host was written.

        A host that is complete only now that the pieces are together is noted. A piece that held
        the host already is its place; the whole may still tell a part of it.
        """
        hosts = self.solver.hosts
        place: Site | None = None
        for piece in pieces:
            for leaf in (*piece, *self._leaves(frame, piece)):
                text = texts.shown(leaf)
                found = hosts.legacy(text) if text else None
                if found is not None and found.complete:
                    assert isinstance(leaf, (Const, Text))
                    if not isinstance(leaf, Const) or leaf.defined is None:
                        return texts.written_at(value, leaf.written)
                    if "{}" not in found.text:
                        return texts.written_at(value, leaf.written)
                    place = leaf.defined
        whole: dict[Atom, Trail | None] = dict(value)
        for atom in value:
            text = texts.shown(atom)
            host = hosts.legacy(text) if text else None
            if host is None or not host.complete:
                continue
            site = place or self.solver.site(frame, span)
            del whole[atom]
            whole.update(texts.written_at({atom: value[atom]}, site))
            if place and "{}" in host.text:
                continue
            fragments = tuple(
                dict.fromkeys(
                    part.defined
                    for piece in pieces
                    for part in self._leaves(frame, piece)
                    if isinstance(part, Const)
                    and part.defined is not None
                    and isinstance(part.value, (str, bytes))
                )
            )
            trail = Trail(site, f"puts together the legacy host {host.text}")
            frame.notes.append(
                EndpointNote(site, trail, None, host.text, host.module, True, False, fragments)
            )
        return whole

    def _leaves(self, frame: Frame, value: Value) -> list[Const | Text]:
        """Return the texts and other constants of a value and of the containers in it."""
        found: list[Const | Text] = []
        for atom in value:
            if isinstance(atom, (Const, Text)):
                found.append(atom)
            elif isinstance(atom, Container):
                inner = self.containers.elements(frame, atom, None)
                found.extend(part for part in inner if isinstance(part, (Const, Text)))
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
        value = self.assembled(frame, node.span, texts.concatenated(pieces), values)
        scraped: Value = {
            atom: trail
            for held in values
            for atom, trail in held.items()
            if isinstance(atom, Body) or (isinstance(atom, EnvelopeField) and len(values) == 1)
        }
        return {**value, **scraped} if len(node.parts) == 1 else value
