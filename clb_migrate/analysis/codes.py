"""What a condition says about legacy codes, found by trying it on every code there is.

A check may compare a code, a slice of its digits, or what is left of it after arithmetic. Rather
than knowing each form, the operations between the response and the check are replayed on every
legacy code of the table, and the codes for which the condition holds are what it asks for.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from clb_migrate.analysis.values import Operation


def _slice(value: object, bounds: Hashable) -> object:
    assert isinstance(bounds, tuple)
    return str(value)[bounds[0] : bounds[1]] if isinstance(value, str) else None


_STEPS: dict[str, Callable[[object, Hashable], object]] = {
    "int": lambda value, _: int(value),  # type: ignore[call-overload]  # fails on what is no number, which is the answer
    "float": lambda value, _: float(value),  # type: ignore[arg-type]  # as above
    "str": lambda value, _: str(value),
    "slice": _slice,
    "index": lambda value, at: value[at],  # type: ignore[index]  # only strings have places
    "+": lambda value, other: value + other,  # type: ignore[operator]  # a wrong pair is no match
    "-": lambda value, other: value - other,  # type: ignore[operator]  # as above
    "*": lambda value, other: value * other,  # type: ignore[operator]  # as above
    "/": lambda value, other: value / other,  # type: ignore[operator]  # as above
    "//": lambda value, other: value // other,  # type: ignore[operator]  # as above
    "%": lambda value, other: value % other,  # type: ignore[operator]  # as above
    "lower": lambda value, _: str(value).lower(),
    "upper": lambda value, _: str(value).upper(),
    "same": lambda value, _: value,
}

_TESTS: dict[str, Callable[[Any, Any], object]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "is": operator.eq,
    "is not": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def replay(operations: Sequence[Operation], start: int | str) -> object:
    """Apply the operations to a code; raises `ValueError` where they do not fit it."""
    value: object = start
    for name, argument in operations:
        try:
            value = _STEPS[name](value, argument)
        except (TypeError, ValueError, IndexError, ZeroDivisionError, KeyError) as error:
            raise ValueError(name) from error
    return value


def forms(operations: Sequence[Operation], code: int) -> list[object]:
    """Return what becomes of `code`, which a service may send as a number or as text."""
    found = []
    for start in (code, str(code)):
        try:
            found.append(replay(operations, start))
        except ValueError:
            continue
    return found


def satisfied(
    operations: Sequence[Operation], code: int, tests: Iterable[tuple[str, object]]
) -> bool:
    """Tell whether one form of `code` passes all `tests`, given as (operator, other side)."""
    conditions = list(tests)
    return any(
        all(_holds(form, sign, other) for sign, other in conditions)
        for form in forms(operations, code)
    )


def _holds(form: object, sign: str, other: object) -> bool:
    try:
        if sign in ("in", "not in"):
            assert isinstance(other, (frozenset, range, str))
            found = form in other
            return found is (sign == "in")
        if sign == "startswith":
            return str(form).startswith(other)  # type: ignore[arg-type]  # a string or a tuple of them
        if sign == "endswith":
            return str(form).endswith(other)  # type: ignore[arg-type]  # as above
        return bool(_TESTS[sign](form, other))
    except TypeError:
        return False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a condition separates: `success` alone (0 from the rest), and the codes it names."""

    success: bool
    codes: tuple[int, ...]


def judge(
    operations: Sequence[Operation],
    tests: Sequence[tuple[str, object]],
    universe: Iterable[int],
    success: int,
    named: Iterable[int],
) -> Verdict:
    """Try a condition on every code of `universe` and on those `named` in it.

    `named` are the numbers that stand in the condition itself; an (in)equality or a membership is
    about exactly these, a range or arithmetic about the codes that pass it.
    """
    mentioned = tuple(dict.fromkeys(named))
    codes = sorted({*universe, *mentioned, success})
    passing = {code for code in codes if satisfied(operations, code, tests)}
    rest = set(codes) - {success}
    separates_success = passing in ({success}, rest)
    if mentioned:
        only_success = set(mentioned) == {success}
        return Verdict(only_success, tuple(mentioned))
    if separates_success:
        return Verdict(True, (success,))
    return Verdict(False, tuple(sorted(passing)))
