"""Conditions: which of them judge a code, and what they ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING

from clb_migrate.analysis import codes, texts
from clb_migrate.analysis import program as ir
from clb_migrate.analysis.notes import DecisionNote, ReadNote, TableNote
from clb_migrate.analysis.observations import Form
from clb_migrate.analysis.values import (
    NOTHING,
    Body,
    Const,
    Container,
    Entry,
    EnvelopeField,
    Numbers,
    Operation,
    Response,
    Site,
    Trail,
    Value,
    join,
    only,
)
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_EQUALITY = frozenset(("==", "!=", "is", "is not"))
_MEMBERSHIP = frozenset(("in", "not in"))
_PREFIX = frozenset(("startswith", "endswith"))
BARE_NAME: Operation = ("same", "name")
"""Marks a value of unknown origin that only a variable's name makes a code."""

_TRANSPARENT = frozenset(("int", "str", "same", "lower", "upper"))
"""Operations that leave a code the code it was."""


@dataclass(slots=True)
class _Side:
    """What stands opposite a code in a comparison."""

    operator: str
    constants: list[Const] = field(default_factory=list)
    tables: list[Container | Numbers] = field(default_factory=list)
    elements: list[Const] = field(default_factory=list)
    """Constants inside the tables."""
    held: dict[Container | Numbers, list[Const]] = field(default_factory=dict)
    """The same, by the table that holds them."""

    @property
    def everything(self) -> list[Const]:
        """All constants, plain and inside tables."""
        return [*self.constants, *self.elements]

    @property
    def says_nothing(self) -> bool:
        """It only asks whether there is a value at all."""
        return bool(self.constants) and all(
            const.value is None or isinstance(const.value, bool) for const in self.constants
        )


class Decisions:
    """Finds what conditions ask of codes."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.containers = transfer.containers
        self.solver = transfer.solver
        self.rules = transfer.rules
        self.universe = tuple(sorted(self.rules.error_codes.common))
        self.success = self.rules.envelope.success_code
        key = re.escape(self.rules.envelope.code)
        self._code_in_text = re.compile(rf"[\"']{key}[\"']\s*:\s*[\"']?(\d+)")

    # -- instructions -----------------------------------------------------------------------

    def compare(self, frame: Frame, register: int, node: ir.Compare) -> Value:
        """A comparison."""
        values = [frame.registers[operand] for operand in node.operands]
        return self.compared(frame, register, node.span, values, node.operators)

    def truth(self, frame: Frame, register: int, node: ir.Truth) -> Value:
        """A test for truth."""
        del register
        self.judged_by_truth(frame, node.span, frame.registers[node.operand])
        return NOTHING

    def case(self, frame: Frame, register: int, node: ir.Case) -> Value:
        """A pattern's values."""
        subject = frame.registers[node.subject]
        others = join(*(frame.registers[value] for value in node.values))
        before = len(frame.notes)
        self.compared(frame, register, node.span, [subject, others], ["=="], "match")
        covered = self.solver.site(frame, self.solver.function(frame.value).code[node.subject].span)
        for place in range(before, len(frame.notes)):
            note = frame.notes[place]
            if isinstance(note, DecisionNote):
                frame.notes[place] = replace(note, covers=covered)
        return NOTHING

    # -- comparisons ------------------------------------------------------------------------

    def compared(
        self,
        frame: Frame,
        register: int,
        span: Span,
        values: Sequence[Value],
        operators: Sequence[str],
        form: Form | None = None,
    ) -> Value:
        """Note what a (chained) comparison asks of every code in it."""
        del register
        for place, value in enumerate(values):
            fields = {a: t for a, t in value.items() if isinstance(a, (EnvelopeField, Entry))}
            if not fields:
                continue
            sides: list[_Side] = []
            if place > 0:
                sides += self._mirrored(frame, operators[place - 1], values[place - 1])
            if place < len(operators):
                sides.append(self._side(frame, operators[place], values[place + 1]))
            if sides and not all(side.says_nothing for side in sides):
                for atom, trail in fields.items():
                    meant = self._meant(atom, sides) if isinstance(atom, Entry) else atom
                    if meant is not None:
                        self._ask(frame, span, meant, trail, sides, form)
        for place, operator in enumerate(operators):
            if operator in _MEMBERSHIP:
                self._contained(frame, span, values[place], values[place + 1])
                self._collected(frame, span, values[place], values[place + 1])
            else:
                self.collections_met(frame, span, values[place], values[place + 1])
        return NOTHING

    def _meant(self, entry: Entry, sides: Sequence[_Side]) -> EnvelopeField | None:
        """Return the code, where one of all the values of a response is compared with an error."""
        asked = {as_number(const.value) for side in sides for const in side.everything}
        is_code = entry.side == "value" and asked & set(self.universe) - {self.success}
        if not is_code or entry.response.current:
            return None
        return EnvelopeField("code", entry.response.call)

    def collections_met(self, frame: Frame, span: Span, left: Value, right: Value) -> None:
        """Note codes that were collected where they meet others: `codes == {0}`, `codes & RETRY`.

        Sequences of one length are compared place by place.
        """
        mine, others = only(left, Container), only(right, Container)
        if not mine or not others:
            return
        for one, other in product(mine, others):
            assert isinstance(one, Container)
            assert isinstance(other, Container)
            sizes = {self._length(frame, container) for container in (one, other)}
            if len(sizes) == 1 and (size := sizes.pop()) is not None:
                for place in range(size):
                    pair = [self.containers.elements(frame, c, [place]) for c in (one, other)]
                    if any(isinstance(atom, EnvelopeField) for value in pair for atom in value):
                        self.compared(frame, -1, span, pair, ["=="])
                continue
            for collected, rest in ((one, other), (other, one)):
                for atom, trail in self.containers.elements(frame, collected, None).items():
                    if isinstance(atom, EnvelopeField):
                        side = self._side(frame, "in", {rest: None})
                        if side.elements:
                            self._ask(frame, span, atom, trail, [side], "membership")

    def _length(self, frame: Frame, container: Container) -> int | None:
        """Return how many elements a sequence has; None if that is open, or it is none."""
        keys = [key for key in self.solver.keys(frame, container) if not isinstance(key, tuple)]
        plain = container.kind in ("tuple", "list") and all(isinstance(key, int) for key in keys)
        return len(keys) if plain else None

    def _collected(self, frame: Frame, span: Span, sought: Value, value: Value) -> None:
        """Note a number looked for among codes that were collected: `4100 in codes`."""
        for container in value:
            if not isinstance(container, Container) or container.kind == "dict":
                continue
            for atom, trail in self.containers.elements(frame, container, None).items():
                if isinstance(atom, EnvelopeField):
                    side = self._side(frame, "==", sought)
                    if side.constants and not side.says_nothing:
                        self._ask(frame, span, atom, trail, [side], "membership")

    def _mirrored(self, frame: Frame, operator: str, other: Value) -> list[_Side]:
        if operator in _MEMBERSHIP:
            # `"Auth" in resp["codeDesc"]` looks for a part of the name.
            side = self._side(frame, "contains", other)
            return [side] if side.constants else []
        return [self._side(frame, _MIRRORED.get(operator, operator), other)]

    def _side(self, frame: Frame, operator: str, value: Value) -> _Side:
        side = _Side(operator)
        for atom in value:
            match atom:
                case Const():
                    side.constants.append(atom)
                case Container():
                    side.tables.append(atom)
                    held = (
                        self.solver.read(frame, atom, ("keys",))
                        if atom.kind == "dict"
                        else self.containers.elements(frame, atom, None)
                    )
                    side.held[atom] = [inner for inner in held if isinstance(inner, Const)]
                    side.elements += side.held[atom]
                case Numbers():
                    side.tables.append(atom)
                case _:
                    members = self.transfer.objects.members(frame, atom)
                    side.elements += [inner for inner in members if isinstance(inner, Const)]
        return side

    def _contained(self, frame: Frame, span: Span, sought: Value, value: Value) -> None:
        """Note a key looked for in a response, or a word looked for in its raw text."""
        for atom, trail in value.items():
            if isinstance(atom, Response):
                self.key_sought(frame, span, atom, trail, sought)
            elif isinstance(atom, Body):
                self.searched(frame, span, atom, trail, sought)

    def key_sought(
        self, frame: Frame, span: Span, response: Response, trail: Trail | None, key: Value
    ) -> None:
        """Note that a response is asked whether it has a field of the envelope."""
        if response.path or response.current:
            return
        site = self.solver.site(frame, span)
        for atom in key:
            if isinstance(atom, Const) and atom.value in self.transfer.roles:
                why = Trail(site, f'looks for "{atom.value}" in the legacy response', trail)
                role = self.transfer.roles[atom.value]
                frame.notes.append(ReadNote(site, why, response.call, role))

    def searched(
        self, frame: Frame, span: Span, body: Body, trail: Trail | None, sought: Value
    ) -> None:
        """Note that the raw text of a response is searched for its outcome."""
        if body.current:
            return
        site = self.solver.site(frame, span)
        why = Trail(site, "searches the text of the legacy response", trail)
        for atom in sought:
            if not isinstance(atom, Const) or not isinstance(atom.value, (str, bytes)):
                continue
            text = texts.shown(atom) or ""
            numbers = tuple(int(number) for number in self._code_in_text.findall(text))
            if self.rules.envelope.success_name in text or numbers == (self.success,):
                frame.notes.append(
                    DecisionNote(site, why, body.call, "code", "text", True, (self.success,), ())
                )
            elif numbers:
                frame.notes.append(
                    DecisionNote(site, why, body.call, "code", "text", False, numbers, ())
                )

    # -- what is asked ----------------------------------------------------------------------

    def _ask(
        self,
        frame: Frame,
        span: Span,
        atom: EnvelopeField,
        trail: Trail | None,
        sides: Sequence[_Side],
        form: Form | None,
    ) -> None:
        if atom.role == "message":
            return
        site = self.solver.site(frame, span)
        why = Trail(site, "is compared here", trail)
        if atom.current:
            self._ask_stale(frame, site, atom, why, sides)
            return
        if atom.role == "description":
            asked = self._asked_names(atom, sides)
        else:
            asked = self._asked_codes(atom, sides)
        if asked is None:
            return
        success, numbers, names = asked
        if atom.call is None:
            known = {
                number
                for side in sides
                for const in side.everything
                if (number := as_number(const.value)) is not None and number in self.universe
            }
            if len(set(numbers)) > 1 or any(side.operator in _MIRRORED for side in sides):
                # 0 is everybody's number: beside others it says nothing.
                known.discard(self.success)
            if atom.role == "code" and not known:
                return
            if atom.role == "description" and not self._known_names(names):
                return
        operators = {side.operator for side in sides}
        told: Form = form or (
            "equality"
            if operators <= _EQUALITY
            else "membership"
            if operators <= _MEMBERSHIP
            else "prefix"
            if operators <= (_PREFIX | {"contains"})
            else "range"
        )
        weak = success and atom.call is None and BARE_NAME in atom.operations
        frame.notes.append(
            DecisionNote(site, why, atom.call, atom.role, told, success, numbers, names, weak=weak)
        )
        self._note_definitions(frame, sides, atom, why, numbers, weak=weak)

    def _known_names(self, names: Sequence[str]) -> bool:
        known = {self.rules.envelope.success_name, *self.rules.error_codes.names}
        return bool(set(names) & known)

    def _asked_names(
        self, atom: EnvelopeField, sides: Sequence[_Side]
    ) -> tuple[bool, tuple[int, ...], tuple[str, ...]] | None:
        names = tuple(
            dict.fromkeys(
                const.value
                for side in sides
                for const in side.everything
                if isinstance(const.value, str)
            )
        )
        success = self.rules.envelope.success_name
        if any(operation in ("lower", "upper") for operation, _ in atom.operations):
            known = {name.lower(): name for name in (success, *self.rules.error_codes.names)}
            names = tuple(dict.fromkeys(known.get(name.lower(), name) for name in names))
        return set(names) == {success}, (), names

    def _asked_codes(
        self, atom: EnvelopeField, sides: Sequence[_Side]
    ) -> tuple[bool, tuple[int, ...], tuple[str, ...]] | None:
        plain = all(name in _TRANSPARENT for name, _ in atom.operations)
        exact = all(side.operator in (_EQUALITY | _MEMBERSHIP) for side in sides)
        has_range = any(isinstance(table, Numbers) for side in sides for table in side.tables)
        named = list(
            dict.fromkeys(
                number
                for side in sides
                for const in side.everything
                if (number := as_number(const.value)) is not None
            )
        )
        if plain and exact and not has_range:
            success = bool(named) and set(named) == {self.success}
            other = tuple(
                c.value
                for side in sides
                for c in side.everything
                if isinstance(c.value, str) and c.value and as_number(c.value) is None
            )
            return success, tuple(named), other
        tests = [test for side in sides for test in self._tests(side)]
        if not tests:
            return False, (), ()
        if len(sides) == 1 and len(tests) > 1:
            # Several constants on one side: any of them may be meant.
            found: set[int] = set()
            for test in tests:
                verdict = codes.judge(atom.operations, [test], self.universe, self.success, ())
                found.update(verdict.codes)
            return found == {self.success}, tuple(sorted(found)), ()
        verdict = codes.judge(atom.operations, tests, self.universe, self.success, ())
        return verdict.success, verdict.codes, ()

    def _tests(self, side: _Side) -> list[tuple[str, object]]:
        tests: list[tuple[str, object]] = []
        if side.operator in _MEMBERSHIP:
            if side.elements:
                tests.append(("in", frozenset(c.value for c in side.elements)))
            for table in side.tables:
                if isinstance(table, Numbers):
                    tests.append(("in", range(table.start, table.stop, table.step)))
            tests += [("in", c.value) for c in side.constants if isinstance(c.value, str)]
            return tests
        if side.operator in _PREFIX:
            prefixes = tuple(c.value for c in side.everything if isinstance(c.value, str))
            return [(side.operator, prefixes)] if prefixes else []
        if side.operator == "contains":
            return []
        operator = {"!=": "==", "is not": "==", "is": "=="}.get(side.operator, side.operator)
        return [(operator, c.value) for c in side.constants]

    def _ask_stale(
        self,
        frame: Frame,
        site: Site,
        atom: EnvelopeField,
        why: Trail,
        sides: Sequence[_Side],
    ) -> None:
        numbers = tuple(
            dict.fromkeys(
                number
                for side in sides
                for const in side.everything
                if (number := as_number(const.value)) is not None and number in self.universe
            )
        )
        for side in sides:
            for table in side.tables:
                if isinstance(table, Numbers):
                    held = range(table.start, table.stop, table.step)
                    numbers += tuple(code for code in self.universe if code in held)
        if not numbers:
            return
        frame.notes.append(
            DecisionNote(site, why, atom.call, "code", "equality", False, numbers, (), True)
        )
        self._note_definitions(frame, sides, atom, why, numbers)

    # -- definitions ------------------------------------------------------------------------

    def _note_definitions(
        self,
        frame: Frame,
        sides: Sequence[_Side],
        atom: EnvelopeField,
        why: Trail,
        numbers: Sequence[int],
        *,
        weak: bool = False,
    ) -> None:
        """Note the named constants and collections that a check used."""
        used, stale = why.site, atom.current
        for side in sides:
            for const in side.everything:
                self._note_constant(frame, const, atom, why, weak=weak)
            for table in side.tables:
                place = self.solver.named.get(table)
                if place is None:
                    continue
                held = tuple(numbers)
                names: tuple[str, ...] = ()
                if isinstance(table, Container):
                    elements = side.held.get(table, [])
                    held = tuple(
                        dict.fromkeys(n for c in elements if (n := as_number(c.value)) is not None)
                    )
                    names = _words(elements)
                if held or names:
                    frame.notes.append(
                        TableNote(place, why, atom.call, held, names, False, used, stale, weak)
                    )

    def _note_constant(
        self, frame: Frame, const: Const, atom: EnvelopeField, why: Trail, *, weak: bool = False
    ) -> None:
        if const.defined is None:
            return
        number = as_number(const.value)
        codes = () if number is None else (number,)
        names = (const.value,) if isinstance(const.value, str) and number is None else ()
        if codes or (names and atom.role == "description"):
            frame.notes.append(
                TableNote(
                    const.defined, why, atom.call, codes, names, False, why.site, atom.current, weak
                )
            )

    def looked_up(
        self, frame: Frame, register: int, span: Span, container: Container, key: Value
    ) -> None:
        """Note a dict that is asked for the entry of a code."""
        del register
        if container.kind != "dict":
            return
        if not any(isinstance(atom, EnvelopeField) for atom in key):
            return
        held = self.solver.read(frame, container, ("keys",))
        keys = [inner for inner in held if isinstance(inner, Const)]
        place = self.solver.named.get(container, container.site)
        self.sought_among(frame, span, key, keys, place)

    def sought_among(
        self, frame: Frame, span: Span, key: Value, keys: Sequence[Const], place: Site | None
    ) -> None:
        """Note a code by which something is looked up; `place` is where a dict is defined."""
        for atom, trail in key.items():
            if not isinstance(atom, EnvelopeField) or atom.role == "message":
                continue
            numbers = tuple(n for c in keys if (n := as_number(c.value)) is not None)
            names = _words(keys) if atom.role == "description" else ()
            if not numbers and not names:
                continue
            telling = set(numbers) & set(self.universe) - {self.success}
            if (atom.current or atom.call is None) and not telling:
                continue
            site = self.solver.site(frame, span)
            why = Trail(site, "is looked up here", trail)
            role = atom.role
            if atom.current:
                stale = tuple(n for n in numbers if n in self.universe)
                frame.notes.append(
                    DecisionNote(site, why, atom.call, role, "lookup", False, stale, (), True)
                )
                continue
            frame.notes.append(
                DecisionNote(site, why, atom.call, role, "lookup", False, numbers, names)
            )
            if place is not None:
                frame.notes.append(TableNote(place, why, atom.call, numbers, names, True, site))
            for const in keys:
                self._note_constant(frame, const, atom, why)

    # -- truth ------------------------------------------------------------------------------

    def judged_by_truth(self, frame: Frame, span: Span, value: Value) -> None:
        """Note a code whose truth is tested: 0 is false."""
        for atom, trail in value.items():
            if not isinstance(atom, EnvelopeField) or atom.role != "code" or atom.call is None:
                continue
            if atom.current or any(name not in _TRANSPARENT for name, _ in atom.operations):
                continue
            site = self.solver.site(frame, span)
            why = Trail(site, "is tested for truth here", trail)
            frame.notes.append(
                DecisionNote(site, why, atom.call, "code", "truth", True, (self.success,), ())
            )


def as_number(value: object) -> int | None:
    """Return the legacy code that a constant stands for: a number, or text of digits."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, (str, bytes)) and re.fullmatch(rb"-?\d+", _bytes(value)):
        return int(value)
    return None


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode("utf-8", "replace")


def _words(constants: Sequence[Const]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            const.value
            for const in constants
            if isinstance(const.value, str) and as_number(const.value) is None
        )
    )
