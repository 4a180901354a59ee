"""A condition is about the codes for which it holds."""

from __future__ import annotations

import pytest

from clb_migrate.analysis.codes import judge
from clb_migrate.analysis.values import Operation

CODES = (0, 4000, 4100, 4101, 4110, 4200, 4400, 5100, 6000)


@pytest.mark.parametrize(
    ("operations", "tests", "expected"),
    [
        ((), [(">=", 4100), ("<", 4200)], (4100, 4101, 4110)),
        ((("//", 100),), [("==", 41)], (4100, 4101, 4110)),
        ((("int", None), ("%", 1000)), [("==", 100)], (4100, 5100)),
        ((("str", None), ("slice", (None, 2))), [("==", "41")], (4100, 4101, 4110)),
        ((("str", None), ("index", 0)), [("==", "6")], (6000,)),
        ((("str", None),), [("startswith", ("44", "60"))], (4400, 6000)),
        ((), [("in", range(4100, 4102))], (4100, 4101)),
        ((), [("<", 0)], ()),
    ],
)
def test_codes_that_pass(
    operations: tuple[Operation, ...], tests: list[tuple[str, object]], expected: tuple[int, ...]
) -> None:
    verdict = judge(operations, tests, CODES, 0, ())
    assert verdict.codes == expected
    assert not verdict.success


@pytest.mark.parametrize("test", [(">", 0), ("<", 4000), (">=", 4000)])
def test_what_only_separates_success(test: tuple[str, object]) -> None:
    assert judge((), [test], CODES, 0, ()).success


@pytest.mark.parametrize("test", [("==", "41"), ("<", None), ("in", "4100")])
def test_wrong_types_pass_nothing_or_do_not_raise(test: tuple[str, object]) -> None:
    assert not judge((("//", 100),), [test], CODES, 0, ()).codes
