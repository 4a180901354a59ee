"""Conditions on codes: what each asks for, replayed on every legacy code, and the one to write."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.codes import satisfied
from clb_migrate.analysis.decisions import as_number
from clb_migrate.analysis.values import (
    Atom,
    Call,
    Const,
    Container,
    EnvelopeField,
    Numbers,
    Operation,
    Site,
    Value,
    join,
)
from clb_migrate.fixes.conditions import Asked, Layout, asked, condition, entries, satisfying
from clb_migrate.fixes.writer import (
    AND,
    ATOM,
    COMPARISON,
    CONDITION,
    NOT,
    OR,
    Piece,
    Writer,
)

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

LEVELS = {
    "conditional": CONDITION,
    "or": OR,
    "and": AND,
    "not": NOT,
    "comparison": COMPARISON,
    "atom": ATOM,
    "always": ATOM,
    "never": ATOM,
}
_NEGATIVE = {"!=": "==", "is not": "is", "not in": "in"}
_PLAIN = frozenset(("int", "str", "same"))
_REPLAYED = _PLAIN | {"float", "slice", "index", "+", "-", "*", "/", "//", "%", "lower", "upper"}
"""What can be done to a code before it is compared."""
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
Test = tuple[str, object]


class Decisions:
    """Conditions on codes."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        self.rules = uses.study.rules
        self.asked: dict[Call, dict[Asked, tuple[Frame, int]]] = {}
        """What is asked of the code of each call, with a place for each."""
        self.truths: set[tuple[int, int]] = set()
        """Reads of a code, by program and `id` of the node, that are only tested for truth."""

    # -- instructions -----------------------------------------------------------------------

    def compare(self, frame: Frame, register: int, node: ir.Compare) -> None:
        """A comparison, chained or not."""
        values = [frame.registers[operand] for operand in node.operands]
        subjects = [
            at
            for at, value in enumerate(values)
            if any(f.role != "message" for f in fields_of(value))
        ]
        for place in range(len(node.operators)):
            if self.uses.responses.sought(frame, register, node, place):
                return
        hot = [self.study.calls_in(value) for value in values]
        self._message(frame, register, values)
        if not any(hot):
            return
        calls = set().union(*hot)
        if not subjects:
            if (
                all(is_nothing(v) or h for v, h in zip(values, hot, strict=True))
                and all(sign in ("is", "is not", "==", "!=") for sign in node.operators)
                and any(is_nothing(v) for v in values)
            ):
                return
            if (
                node.operators[-1:] in (("in",), ("not in",))
                and all(
                    isinstance(atom, Container)
                    and atom.kind == "dict"
                    and not self.uses.has_code_keys(atom)
                    for atom in values[-1]
                )
                and not any(hot[:-1])
            ):
                return  # A key of a dict whose values are of a flow.
            self.study.block(
                calls, frame, register, "an answer, or what holds one, is compared as a whole"
            )
            return
        others = [value for at, value in enumerate(values) if at not in subjects]
        if len(subjects) == 1 and all(is_nothing(value) for value in others):
            return
        if len(subjects) != 1 or len(values) > 3 or (len(values) == 3 and subjects != [1]):
            self.study.block(calls, frame, register, "codes of two answers are compared")
            return
        at = subjects[0]
        tests: list[tuple[str, Value]] = []
        if at > 0:
            sign = node.operators[at - 1]
            if sign in ("in", "not in"):
                self.study.block(calls, frame, register, "a part of a code is looked for in it")
                return
            tests.append((_MIRRORED.get(sign, sign), values[at - 1]))
        if at < len(node.operators):
            tests.append((node.operators[at], values[at + 1]))
        site = self.study.node(frame, register)
        subject = self._operand(frame, node.operands[at], site, at)
        self._decide(frame, register, node.operands[at], site, subject, tests)

    def _message(self, frame: Frame, register: int, values: Sequence[Value]) -> None:
        """The words of a message decide nothing; whether there is one may."""
        calls = {f.call for v in values for f in fields_of(v) if f.role == "message" and f.call}
        others = [a for v in values for a in v if not isinstance(a, EnvelopeField)]
        if calls and not all(isinstance(a, Const) and not a.value for a in others):
            self.study.block(
                calls,
                frame,
                register,
                "the text of a message decides something",
                "decide by the code; API 3.0 words its messages differently",
            )

    def prefix(self, frame: Frame, register: int, node: ir.Call, sign: str) -> None:
        """`code.startswith(...)`"""
        function = self.study.code(frame)[node.function]
        site = self.study.node(frame, register)
        subject = None
        if isinstance(site, cst.Call) and isinstance(site.func, cst.Attribute):
            subject = site.func.value
        operand = function.base if isinstance(function, ir.Attribute) else node.function
        given = frame.registers[node.arguments[0].value] if node.arguments else {}
        self._decide(frame, register, operand, site, subject, [(sign, given)])

    def truth(self, frame: Frame, register: int, node: ir.Truth) -> None:
        """A test for truth."""
        fields = fields_of(frame.registers[node.operand])
        calls = _calls(fields)
        if not fields:
            return
        if any(field.role == "description" for field in fields):
            self.study.block(
                calls,
                frame,
                register,
                "the name of a code is tested for truth, which it always had",
            )
            return
        if any(name not in _PLAIN for field in fields for name, _ in field.operations):
            return  # The arithmetic itself stands in the way.
        site = self.study.node(frame, node.operand)
        tree = self.study.tree(frame.value.program)
        if (
            tree is None
            or not isinstance(site, (cst.Subscript, cst.Call))
            or not _is_test(tree.parents, site)
        ):
            return
        base = _read_base(site)
        if base is None:
            return
        self.truths.add((frame.value.program, id(site)))
        above = tree.parent(site)
        if isinstance(above, cst.UnaryOperation) and isinstance(above.operator, cst.Not):
            self.study.rewrite(
                frame,
                register,
                above,
                ("no error",),
                calls,
                lambda writer: self.presence(writer, base, present=False),
            )

    def case(self, frame: Frame, register: int, node: ir.Case) -> None:
        """The values of one pattern of `match`."""
        study = self.study
        fields = fields_of(frame.registers[node.subject])
        calls = _calls(fields)
        if not fields:
            other = study.calls_in(frame.registers[node.subject])
            if other:
                study.block(other, frame, register, "an answer is matched as a whole")
            return
        value: dict[Atom, object] = {}
        for each in node.values:
            value.update(frame.registers[each])
        wanted, negated = self._wanted(frame, register, fields, [("in", {})], list(value)) or (
            None,
            False,
        )
        site = study.node(frame, register)
        if wanted is None or site is None:
            if wanted is not None:
                study.block(calls, frame, register, "this pattern is not rewritten")
            return
        del negated
        tree = study.tree(frame.value.program)
        above = tree.parent(site) if tree is not None else None
        found = entries(wanted)
        exact = self._exact(wanted)
        if exact is not None:

            def write(writer: Writer) -> Piece:
                mark = writer.quotes(site)
                return Piece(" | ".join(f"{mark}{code}{mark}" for code in exact))

            study.rewrite(frame, register, site, ("pattern", wanted), calls, write, node.subject)
            return
        del found
        match = tree.parent(above) if tree is not None and above is not None else None
        if not isinstance(above, cst.MatchCase) or not isinstance(match, cst.Match):
            study.block(calls, frame, register, "a family of codes is matched within a pattern")
            return
        subject, case = match.subject, above
        repeatable = is_repeatable(subject)
        if (
            condition(wanted, "code", negated=False, repeatable=repeatable) is None
            or not repeatable
        ):
            study.block(
                calls,
                frame,
                register,
                "what is matched would have to be evaluated again",
                "give it a name first",
            )
            return

        def write_guard(writer: Writer) -> Piece:
            written = condition(
                wanted,
                writer.text(subject, ATOM),
                negated=False,
                repeatable=True,
                quote=writer.quotes(site),
            )
            assert written is not None
            if case.guard is None:
                return Piece(f"_ if {written.text}")
            return Piece(f"_ if {written.inside('and')} and")

        if case.guard is not None:
            study.block(calls, frame, register, "a family of codes is matched with a guard")
            return
        study.rewrite(frame, register, site, ("guard", wanted), calls, write_guard, node.subject)

    def _exact(self, wanted: Asked) -> list[str] | None:
        """Return the texts that a condition accepts, if it is a matter of a few texts."""
        codes = [""] if wanted.success else []
        if wanted.any_error:
            return None
        for branch in wanted.accepted:
            if branch.pattern.family or branch.but:
                return None
            codes.append(branch.pattern.root)
        return codes or None

    # -- what is asked for ------------------------------------------------------------------

    def _decide(
        self,
        frame: Frame,
        register: int,
        operand: int,
        site: cst.CSTNode | None,
        subject: cst.BaseExpression | None,
        tests: Sequence[tuple[str, Value]],
    ) -> None:
        study = self.study
        value = join(
            *(
                each.registers[operand]
                for each in study.frames_of(frame.value.program, frame.value.function)
            )
        )
        fields = fields_of(frame.registers[operand])
        calls = _calls(fields)
        if self._only_own(value, tests):
            return
        if self._is_outside(frame, site, subject):
            study.block(
                calls,
                frame,
                register,
                "what is outside of a range of codes is asked for in two halves",
                "ask for what is not in the range",
            )
            return
        if self._is_computed(frame, site, subject):
            study.block(
                calls,
                frame,
                register,
                "the code is compared with something that changes",
                "write a condition for each value",
            )
            return
        if self._is_argument(frame, site, subject):
            study.block(
                calls,
                frame,
                register,
                "the code is compared with what the function is given",
                "give the function the 3.0 codes that are meant",
            )
            return
        found = self._wanted(frame, register, fields, tests, None)
        if found is None:
            return
        wanted, negated = found
        core = self.core(frame, subject)
        if site is None or core is None:
            study.block(
                calls, frame, register, "this condition cannot be told from its surroundings"
            )
            return
        sentinels = [atom.value for atom in value if isinstance(atom, Const)]
        strange = [a for a in value if not isinstance(a, (Const, EnvelopeField))]
        if strange or any(
            isinstance(n, int) and n in self.rules.error_codes.common and n for n in sentinels
        ):
            study.block(
                calls,
                frame,
                register,
                "what is compared may also be something else than the code of an answer",
            )
            return
        added: list[tuple[object, bool]] = []
        weighed: list[tuple[object, bool]] = []
        for sentinel in dict.fromkeys(sentinels):
            before = self._python(sentinel, tests)
            if before is None:
                study.block(calls, frame, register, f"{sentinel!r} may be compared here as well")
                return
            weighed.append((sentinel, before))
            if before is not negated:
                added.append((sentinel, before))
        tree = study.tree(frame.value.program)
        in_value = tree is None or not _is_test(tree.parents, site)
        boolean = bool(sentinels) or in_value
        repeatable = is_repeatable(core) or _is_plain_read(core)
        if (
            condition(wanted, "code", negated=negated, repeatable=repeatable, boolean=boolean)
            is None
        ):
            study.block(
                calls,
                frame,
                register,
                "the code would have to be read more than once here",
                "give the code a name first",
            )
            return
        program = frame.value.program
        key = ("condition", wanted, negated, tuple(added))

        def write(writer: Writer) -> Piece:
            base = _read_base(core)
            read = study.rewrites.get((program, id(core)))
            outcome = not wanted.accepted and not added and wanted.success != wanted.any_error
            if outcome and base is not None and read is not None:
                return self.presence(writer, base, present=wanted.any_error is not negated)
            text = writer.text(core, ATOM)
            safe = (
                f"str({text})"
                if sentinels and not self._exact(wanted) and wanted.accepted
                else text
            )
            written = condition(
                wanted,
                safe,
                negated=negated,
                repeatable=repeatable,
                boolean=boolean,
                quote=writer.quotes(site),
                layout=_layout(writer, site),
            )
            assert written is not None
            if added and not wanted.accepted and wanted.success != wanted.any_error:
                # One look at the truth says it of the program's own values as well.
                empty = wanted.success is not negated
                if all(truth is (not own if empty else bool(own)) for own, truth in weighed):
                    if empty:
                        return Piece(f"not {text}", NOT)
                    return Piece(f"bool({text})" if in_value else text)
            whole, level = written.text, LEVELS[written.outer]
            settled = written.outer in ("always", "never")
            for sentinel, truth in added:
                if settled and truth is (written.outer == "never"):
                    # What never holds for a code still holds for the program's own values.
                    sign = "==" if truth else "!="
                    whole, level, settled = f"{text} {sign} {sentinel!r}", COMPARISON, False
                    continue
                sign, word = ("==", "or") if truth else ("!=", "and")
                if sentinel is None:
                    sign = "is" if truth else "is not"
                joint = OR if truth else AND
                left = whole if level > joint else f"({whole})" if level < joint else whole
                whole, level = f"{left} {word} {text} {sign} {sentinel!r}", joint
            return Piece(whole, level)

        study.rewrite(frame, register, site, key, calls, write, operand)

    def _only_own(self, value: Value, tests: Sequence[tuple[str, Value]]) -> bool:
        """Tell whether a code is only compared with values of the program's own, like -1."""
        own = [a.value for a in value if isinstance(a, Const)]
        others = [a.value for _, each in tests for a in each if isinstance(a, Const)]
        codes = self.rules.error_codes.common
        return (
            bool(own)
            and all(sign in ("==", "!=", "is", "is not") for sign, _ in tests)
            and all(len(each) == 1 for _, each in tests)
            and all(other in own and as_number(other) not in codes for other in others)
            and bool(others)
        )

    def _is_outside(
        self, frame: Frame, site: cst.CSTNode | None, subject: cst.BaseExpression | None
    ) -> bool:
        """Tell whether a comparison is one half of `code < 4100 or code >= 4200`.

        Each half alone says nothing of codes that nobody owns; both together take them.
        """
        tree = self.study.tree(frame.value.program)
        if tree is None or not isinstance(site, cst.Comparison) or subject is None:
            return False
        above = tree.parent(site)
        if not isinstance(above, cst.BooleanOperation) or not isinstance(above.operator, cst.Or):
            return False
        halves = [h for h in (above.left, above.right) if isinstance(h, cst.Comparison)]
        ordering = (cst.LessThan, cst.LessThanEqual, cst.GreaterThan, cst.GreaterThanEqual)
        return len(halves) == 2 and all(
            len(half.comparisons) == 1
            and isinstance(half.comparisons[0].operator, ordering)
            and any(
                side.deep_equals(subject) for side in (half.left, half.comparisons[0].comparator)
            )
            for half in halves
        )

    def _is_computed(
        self, frame: Frame, site: cst.CSTNode | None, subject: cst.BaseExpression | None
    ) -> bool:
        """Tell whether the other side of a comparison is a name that is computed anew."""
        tree = self.study.tree(frame.value.program)
        if not isinstance(site, cst.Comparison) or tree is None:
            return False
        code = self.study.code(frame)
        sides = [site.left, *(target.comparator for target in site.comparisons)]
        for side in sides:
            if side is subject or not isinstance(side, cst.Name):
                continue
            for function, register in tree.places.get(id(side), ()):
                made = code[register] if function == frame.value.function else None
                if isinstance(made, ir.Merge) and any(_is_sum(code, each) for each in made.values):
                    return True
        return False

    def _is_argument(
        self, frame: Frame, site: cst.CSTNode | None, subject: cst.BaseExpression | None
    ) -> bool:
        """Tell whether the other side of a comparison is an argument of the function."""
        if not isinstance(site, cst.Comparison):
            return False
        sides = [site.left, *(target.comparator for target in site.comparisons)]
        return any(
            self.uses.is_parameter(frame, side)
            for side in sides
            if side is not subject and isinstance(side, cst.Name)
        )

    def _wanted(
        self,
        frame: Frame,
        register: int,
        fields: list[EnvelopeField],
        tests: Sequence[tuple[str, Value]],
        consts: list[Atom] | None,
    ) -> tuple[Asked, bool] | None:
        """Return what is asked for, and whether the condition is its opposite; notes obstacles."""
        study = self.study
        calls = _calls(fields)
        roles = {field.role for field in fields}
        modules = sorted({m for call in calls for m in study.modules_of(call)})
        module = modules[0] if len(modules) == 1 else None
        if "message" in roles:
            study.block(
                calls,
                frame,
                register,
                "the text of a message decides something",
                "decide by the code; API 3.0 words its messages differently",
            )
            return None
        asked_for: list[Asked] = []
        negated = False
        operations = {field.operations for field in fields}
        plain = all(name in _PLAIN for each in operations for name, _ in each)
        if any(name not in _REPLAYED for each in operations for name, _ in each):
            study.block(calls, frame, register, "something is computed from a code")
            return None
        sides: list[tuple[str, list[object]]] = []
        for sign, value in tests:
            atoms = list(value) if consts is None else consts
            others = self._constants(atoms)
            if others is None:
                study.block(
                    calls,
                    frame,
                    register,
                    "the code is compared with a value that is not known here",
                    "compare it with the 3.0 codes that are meant",
                )
                return None
            tables = [a for a in atoms if isinstance(a, (Container, Numbers))]
            if consts is None and sign in ("in", "not in") and len(tables) > 1:
                study.block(
                    calls,
                    frame,
                    register,
                    "the code is looked for in one collection after the other",
                    "write a condition for each of them",
                )
                return None
            single = consts is None and sign not in ("in", "not in", "startswith", "endswith")
            if single and len({*map(repr, others)}) > 1:
                study.block(
                    calls,
                    frame,
                    register,
                    "the code is compared with one value after the other",
                    "write a condition for each of them",
                )
                return None
            sides.append((sign, others))
        if (
            len(sides) == 1
            and sides[0][0] in ("==", "!=", "is", "is not", "in", "not in")
            and (plain or roles == {"description"})
        ):
            sign, others = sides[0]
            negated = sign in _NEGATIVE
            codes: list[int] = []
            for other in others:
                if isinstance(other, range):
                    if roles != {"description"}:
                        inside = partial(operator.contains, other)
                        asked_for.append(satisfying(inside, self.rules.error_codes, module))
                    continue
                code = self._code(other, roles == {"description"}, fields)
                if code is None:
                    study.block(
                        calls,
                        frame,
                        register,
                        f"the code is compared with {other!r}",
                        "find out what is meant by it",
                    )
                    return None
                if code >= 0 or code in self.rules.error_codes.common:
                    codes.append(code)
            if not asked_for:
                asked_for.append(asked(codes, self.rules.error_codes, module))
            elif codes:
                study.block(calls, frame, register, "a range is mixed with single codes")
                return None
        elif roles == {"description"}:
            study.block(calls, frame, register, "a part of the name of a code decides something")
            return None
        else:
            if any(sign in ("!=", "not in", "is not") for sign, _ in sides):
                negated = len(sides) == 1
            for each in operations:
                positive = [(_NEGATIVE.get(s, s), o) for s, o in sides] if negated else sides
                holds = partial(_holds, each, _choices(positive))
                asked_for.append(satisfying(holds, self.rules.error_codes, module))
        if len({*asked_for}) != 1:
            study.block(calls, frame, register, "several things are asked of the code at once")
            return None
        wanted = asked_for[0]
        for obstacle in wanted.blocked:
            study.block(calls, frame, register, obstacle.text, obstacle.step)
        if wanted.blocked:
            return None
        for lost in wanted.lost:
            study.doubt(calls, frame, register, lost, "join the branches, or decide by the message")
        for call in calls:
            self.asked.setdefault(call, {}).setdefault(wanted, (frame, register))
        return wanted, negated

    def _constants(self, atoms: Sequence[Atom]) -> list[object] | None:
        """Return the constants a code is compared with; None where something else is among them."""
        found: list[object] = []
        for atom in atoms:
            match atom:
                case Const(defined=Site() as defined) if defined in self.uses.opaque:
                    return None
                case Const(value):
                    if value is not None:
                        found.append(value)
                case Numbers(start, stop, step):
                    found.append(range(start, stop, step))
                case Container():
                    heap = self.study.solver.heap
                    for key in heap.keys.get(atom, ()):
                        if atom.kind == "dict":
                            if key == ("keys",):
                                inner = self._constants(list(heap.get(atom, key)))
                                if inner is None:
                                    return None
                                found += inner
                            continue
                        if isinstance(key, tuple):
                            continue
                        inner = self._constants(list(heap.get(atom, key)))
                        if inner is None:
                            return None
                        found += inner
                case _:
                    members = self.uses.members(atom)
                    if members is None:
                        return None
                    inner = self._constants(members)
                    if inner is None:
                        return None
                    found += inner
        return found if found else None

    def _code(self, other: object, is_name: bool, fields: Sequence[EnvelopeField]) -> int | None:
        """Return the legacy code that a constant stands for; -1 for what no answer ever holds."""
        number = as_number(other)
        if isinstance(other, bool):
            return None
        if not is_name:
            return number
        if not isinstance(other, str):
            return -1
        names = {self.rules.envelope.success_name: self.rules.envelope.success_code}
        names.update(self.rules.error_codes.names)
        changes = {name for field in fields for name, _ in field.operations}
        if "lower" in changes or "upper" in changes:
            change = str.lower if "lower" in changes else str.upper
            names = {change(name): code for name, code in names.items()}
        return names.get(other)

    def _python(self, own: object, tests: Sequence[tuple[str, Value]]) -> bool | None:
        """Return how a condition comes out for a constant of the program's own; None: not known."""
        for sign, value in tests:
            others = self._constants(list(value))
            if others is None:
                return None
            if sign in ("in", "not in"):
                if any(isinstance(other, range) for other in others):
                    return None
                outcome = (own in others) is (sign == "in")
            elif len(others) == 1 and len(value) == 1 and sign in _COMPARISONS:
                try:
                    outcome = _COMPARISONS[sign](own, others[0])
                except TypeError:
                    return None
            else:
                return None
            if not outcome:
                return False
        return True

    # -- text -------------------------------------------------------------------------------

    def presence(self, writer: Writer, base: cst.CSTNode, *, present: bool) -> Piece:
        """Return the text that asks whether a response is an error."""
        mark = writer.quotes(base)
        sign = "in" if present else "not in"
        return Piece(
            f"{mark}{self.uses.responses.error}{mark} {sign} {writer.text(base, COMPARISON + 1)}",
            COMPARISON,
        )

    def _operand(
        self, frame: Frame, register: int, site: cst.CSTNode | None, at: int
    ) -> cst.BaseExpression | None:
        """Return the node of an operand of a comparison."""
        if isinstance(site, cst.Comparison):
            return site.left if at == 0 else site.comparisons[at - 1].comparator
        tree = self.study.tree(frame.value.program)
        if isinstance(site, cst.BooleanOperation) and tree is not None:
            place = (frame.value.function, register)
            for side in (site.left, site.right):
                if isinstance(side, cst.Comparison):
                    for each in (side.left, side.comparisons[0].comparator):
                        if place in tree.places.get(id(each), ()):
                            return each
        return None

    def core(self, frame: Frame, node: cst.BaseExpression | None) -> cst.BaseExpression | None:
        """Return the expression of the code itself, without what is done to it for a comparison."""
        while node is not None:
            inner = self._without(frame, node)
            if inner is None:
                return node
            self.uses.consumed.add((frame.index, id(node)))
            node = inner
        return None

    def _without(self, frame: Frame, node: cst.BaseExpression) -> cst.BaseExpression | None:
        match node:
            case cst.Call(func=cst.Name("int" | "str"), args=[cst.Arg(value=inner)]):
                return inner if self._is_field(frame, inner) else None
            case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name(name))) if name in (
                "strip",
                "lower",
                "upper",
            ):
                return inner if self._is_field(frame, inner) else None
            case cst.BinaryOperation():
                for side in (node.left, node.right):
                    if self._is_field(frame, side):
                        return side
                return None
            case cst.Subscript():
                return node.value if self._is_field(frame, node.value) else None
            case _:
                return None

    def _is_field(self, frame: Frame, node: cst.CSTNode) -> bool:
        return bool(fields_of(self.uses.value_of(frame, node)))


def fields_of(value: Value) -> list[EnvelopeField]:
    """Return the codes (and names and messages) of legacy answers in a value."""
    return [
        atom
        for atom in value
        if isinstance(atom, EnvelopeField) and atom.call is not None and not atom.current
    ]


def is_repeatable(node: cst.CSTNode) -> bool:
    """Tell whether an expression can be written twice without anything happening twice."""
    match node:
        case cst.Name() | cst.SimpleString() | cst.Integer():
            return True
        case cst.Attribute():
            return is_repeatable(node.value)
        case cst.Subscript():
            return is_repeatable(node.value) and all(
                isinstance(e.slice, cst.Index) and is_repeatable(e.slice.value) for e in node.slice
            )
        case _:
            return False


def _calls(fields: Sequence[EnvelopeField]) -> set[Call]:
    return {field.call for field in fields if field.call is not None}


def is_nothing(value: Value) -> bool:
    """Tell whether a value is None and nothing else."""
    return bool(value) and all(isinstance(atom, Const) and atom.value is None for atom in value)


def _read_base(node: cst.CSTNode) -> cst.BaseExpression | None:
    """Return the response that a read takes its code from."""
    match node:
        case cst.Subscript():
            return node.value
        case cst.Call(func=cst.Attribute(value=base, attr=cst.Name("get"))):
            return base
        case _:
            return None


def _layout(writer: Writer, site: cst.CSTNode) -> Layout | None:
    """Return where a condition stands; None where it has to stay on one line."""
    tree = writer.tree
    for above in (site, *tree.above(site)):
        if isinstance(above, (cst.FormattedString, cst.SimpleStatementSuite)):
            return None
        if isinstance(above, (cst.BaseCompoundStatement, cst.SimpleStatementLine)):
            break
    start, _ = tree.range(site)
    line = tree.line_start(start)
    head = tree.text[line:start]
    indent = head[: len(head) - len(head.lstrip())]
    module = tree.module
    return Layout(start - line, indent, step=module.default_indent, newline=module.default_newline)


def _is_sum(code: Sequence[ir.Instruction], register: int) -> bool:
    """Tell whether a name is bound to the result of an operator."""
    bound = code[register]
    return isinstance(bound, ir.Bind) and isinstance(code[bound.value], ir.Binary)


def _is_plain_read(node: cst.BaseExpression) -> bool:
    base = _read_base(node)
    return base is not None and is_repeatable(base)


def _is_test(parents: dict[int, cst.CSTNode], node: cst.CSTNode) -> bool:
    """Tell whether only the truth of an expression matters."""
    while True:
        above = parents.get(id(node))
        match above:
            case cst.BooleanOperation():
                node = above
            case cst.UnaryOperation():
                return isinstance(above.operator, cst.Not)
            case cst.If() | cst.While() | cst.Assert() | cst.IfExp():
                return above.test is node
            case cst.CompIf():
                return True
            case _:
                return False


def _holds(operations: tuple[Operation, ...], choices: Sequence[Sequence[Test]], code: int) -> bool:
    """Tell whether a legacy code passes the tests of one of the choices."""
    return any(satisfied(operations, code, choice) for choice in choices)


def _choices(sides: Sequence[tuple[str, list[object]]]) -> list[list[Test]]:
    """Return every way to take one constant for each side; a membership takes them all."""
    found: list[list[Test]] = [[]]
    for sign, others in sides:
        if sign in ("in", "not in"):
            plain = frozenset(o for o in others if not isinstance(o, range))
            options: list[Test] = [(sign, plain)] if plain else []
            options += [(sign, o) for o in others if isinstance(o, range)]
        else:
            options = [(sign, other) for other in others]
        found = [[*before, option] for before in found for option in options]
    return found


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "is": operator.eq,
    "is not": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
