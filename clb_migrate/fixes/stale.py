"""Checks that still ask the codes of API 3.0 for legacy numbers, and so are never true.

    except TencentCloudSDKException as error:
        if error.code == 4104:      # -> error.code in ("AuthFailure.SecretIdNotFound", ...)

No legacy request has to do with them: each condition is a unit of its own. To mend one brings code
to life that never ran before, so a person has to agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.decisions import as_number
from clb_migrate.analysis.values import Call, EnvelopeField, Site, Value
from clb_migrate.fixes.conditions import Asked, asked, condition
from clb_migrate.fixes.decisions import LEVELS, fields_of, is_repeatable
from clb_migrate.fixes.writer import ATOM, Piece, Writer

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

_NEGATIVE = ("!=", "is not", "not in")
_POSITIVE = ("==", "is", "in")
_TEXT = frozenset(("str", "same"))


class Stale:
    """The conditions of one solved group of modules that are never true."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        self.rules = uses.study.rules

    def run(self, frames: Sequence[Frame]) -> None:
        """Find them; their units come after those of requests, which they do not take part in."""
        for frame in frames:
            for register, node in enumerate(self.study.code(frame)):
                match node:
                    case ir.Compare():
                        self._compare(frame, register, node)
                    case ir.Case(subject, values):
                        others = [frame.registers[value] for value in values]
                        self._decide(frame, register, subject, "in", others)
                    case _:
                        pass

    def _compare(self, frame: Frame, register: int, node: ir.Compare) -> None:
        values = [frame.registers[operand] for operand in node.operands]
        places = [place for place, value in enumerate(values) if _codes_in(value)]
        for place in places:
            if len(values) == 2:
                others = [values[1 - place]]
                sign = node.operators[0]
                if place == 1 and sign in ("in", "not in"):
                    continue  # A part of a code is looked for, and no number.
                self._decide(frame, register, node.operands[place], sign, others)
            else:
                others = [value for at, value in enumerate(values) if at != place]
                self._decide(frame, register, node.operands[place], "chained", others)

    # -- one condition ----------------------------------------------------------------------

    def _decide(
        self, frame: Frame, register: int, operand: int, sign: str, others: Sequence[Value]
    ) -> None:
        """Look at what a code of API 3.0 is asked for."""
        study = self.study
        value = frame.registers[operand]
        fields = _codes_in(value)
        if not fields or fields_of(value):
            return  # Beside legacy codes it is a matter of their flow.
        constants = self._constants(others)
        numbers = [number for each in constants or () if (number := _legacy(each)) is not None]
        universe = self.rules.error_codes.common
        if not any(number in universe for number in numbers):
            return
        call = self._unit(frame, register)
        obstacle = self._obstacle(value, fields, sign, constants or [], numbers)
        if obstacle is not None:
            study.block([call], frame, register, *obstacle)
            return
        wanted = self._wanted(frame, register, call, numbers)
        if wanted is None:
            return
        for lost in wanted.lost:
            study.doubt(
                [call], frame, register, lost, "join the branches, or decide by the message"
            )
        negated = sign in _NEGATIVE
        study.doubt(
            [call], frame, register,
            f"this was always {'true' if negated else 'false'}, and will not be any more",
            "look at the code that now comes to life",
        )  # fmt: skip
        if isinstance(study.code(frame)[register], ir.Case):
            self._pattern(frame, register, operand, call, wanted)
        else:
            self._comparison(frame, register, operand, call, wanted, negated=negated)

    def _constants(self, others: Sequence[Value]) -> list[object] | None:
        found: list[object] = []
        for value in others:
            inner = self.uses.decisions._constants(list(value))
            if inner is None:
                return None
            for each in inner:
                if isinstance(each, range):
                    found += [code for code in self.rules.error_codes.common if code in each]
                else:
                    found.append(each)
        return found

    def _obstacle(
        self,
        value: Value,
        fields: Sequence[EnvelopeField],
        sign: str,
        constants: Sequence[object],
        numbers: Sequence[int],
    ) -> tuple[str, str] | None:
        """Return why a condition is not rewritten, and what a person does about it."""
        if sign not in (*_POSITIVE, *_NEGATIVE):
            return (
                "a code of API 3.0 is a text, which has no place among numbers",
                "name the codes of API 3.0 that are meant",
            )
        if any(name not in _TEXT for each in fields for name, _ in each.operations):
            return (
                "something is computed from a code of API 3.0, which is a text",
                "name the codes of API 3.0 that are meant",
            )
        if len(value) != len(fields):
            return (
                "what is compared may also be something else than a code of API 3.0",
                "keep the two apart",
            )
        if len(numbers) != len(constants):
            return (
                "numbers and texts are mixed here",
                "name the codes of API 3.0 that are meant",
            )
        if self.rules.envelope.success_code in numbers:
            return (
                "success is looked for among errors, which always have a code",
                "move what belongs to success behind the request",
            )
        return None

    def _wanted(
        self, frame: Frame, register: int, call: Call, numbers: Sequence[int]
    ) -> Asked | None:
        """Return what the numbers mean, if they mean one thing whichever service was asked."""
        table = self.rules.error_codes
        found = {asked(numbers, table, module) for module in (None, *self.rules.actions)}
        wanted = found.pop()
        if found:
            self.study.block(
                [call], frame, register, "services of API 2.0 meant different things by it",
                "name the codes of API 3.0 that are meant",
            )  # fmt: skip
            return None
        for obstacle in wanted.blocked:
            self.study.block([call], frame, register, obstacle.text, obstacle.step)
        return None if wanted.blocked else wanted

    def _unit(self, frame: Frame, register: int) -> Call:
        """Return what stands for a condition among the requests."""
        site = Site(frame.value.program, self.study.code(frame)[register].span)
        call = Call(frame.index, register, site)
        self.study.calls[call] = frame
        return call

    # -- text -------------------------------------------------------------------------------

    def _comparison(
        self,
        frame: Frame,
        register: int,
        operand: int,
        call: Call,
        wanted: Asked,
        *,
        negated: bool,
    ) -> None:
        study = self.study
        site = study.node(frame, register)
        subject = self._subject(frame, site)
        if site is None or subject is None:
            study.block(
                [call], frame, register, "this condition cannot be told from its surroundings",
                "name the codes of API 3.0 that are meant",
            )  # fmt: skip
            return
        repeatable = self._is_repeatable(subject)
        if condition(wanted, "code", negated=negated, repeatable=repeatable) is None:
            study.block(
                [call], frame, register, "the code would have to be read more than once here",
                "give the code a name first",
            )  # fmt: skip
            return

        def write(writer: Writer) -> Piece:
            written = condition(
                wanted,
                writer.text(subject, ATOM),
                negated=negated,
                repeatable=repeatable,
                quote=writer.quotes(site),
            )
            assert written is not None
            return Piece(written.text, LEVELS[written.outer])

        study.rewrite(frame, register, site, ("stale", wanted, negated), [call], write, operand)

    def _pattern(
        self, frame: Frame, register: int, operand: int, call: Call, wanted: Asked
    ) -> None:
        study = self.study
        site = study.node(frame, register)
        exact = [] if wanted.any_error else [branch.pattern.root for branch in wanted.accepted]
        if any(branch.pattern.family or branch.but for branch in wanted.accepted):
            exact = []
        if site is None or not exact:
            study.block(
                [call], frame, register, "a family of codes is meant by this pattern",
                "give the case a guard, or write if and elif",
            )  # fmt: skip
            return

        def write(writer: Writer) -> Piece:
            return Piece(" | ".join(writer.quoted(code, site) for code in exact))

        study.rewrite(frame, register, site, ("stale", wanted), [call], write, operand)

    def _subject(self, frame: Frame, site: cst.CSTNode | None) -> cst.BaseExpression | None:
        """Return the node of the code, without `str()` around it."""
        if not isinstance(site, cst.Comparison) or len(site.comparisons) != 1:
            return None
        for side in (site.left, site.comparisons[0].comparator):
            if _codes_in(self.uses.value_of(frame, side)):
                match side:
                    case cst.Call(func=cst.Name("str"), args=[cst.Arg(value=inner)]):
                        return inner
                    case _:
                        return side
        return None

    def _is_repeatable(self, node: cst.CSTNode) -> bool:
        """Tell whether a code can be read twice; the methods that read one do nothing else."""
        match node:
            case cst.Call(func=cst.Attribute(value=base, attr=cst.Name(name)), args=[]):
                return name in self.rules.sdk.current_code_methods and is_repeatable(base)
            case _:
                return is_repeatable(node)


def _codes_in(value: Value) -> list[EnvelopeField]:
    """Return the codes of API 3.0 in a value."""
    return [
        atom
        for atom in value
        if isinstance(atom, EnvelopeField)
        and atom.current
        and atom.role == "code"
        and atom.call is not None
    ]


def _legacy(constant: object) -> int | None:
    """Return the number a constant stands for, if it does."""
    return None if isinstance(constant, bool) else as_number(constant)
