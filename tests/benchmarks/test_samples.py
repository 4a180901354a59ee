"""Ratios pair by round, and say what they cannot know."""

from __future__ import annotations

import pytest

from tests.benchmarks.samples import Samples, ratio, short


def test_a_ratio_pairs_the_rounds() -> None:
    # The machine was twice as slow in the last round, for both.
    found = ratio(Samples((4.0, 6.0, 10.0)), Samples((2.0, 2.0, 4.0)))
    assert (found.median, found.least, found.most) == (2.5, 2.0, 3.0)
    assert str(found) == "2.50 (2.00-3.00)"


def test_a_command_with_fewer_rounds_pairs_with_the_first() -> None:
    assert str(ratio(Samples((30.0,)), Samples((2.0, 9.0, 9.0)))) == "15.0"


def test_what_was_cut_off_is_a_lower_bound() -> None:
    assert str(ratio(Samples((300.0,), cut_off=True), Samples((2.0,)))) == ">150"


@pytest.mark.parametrize(
    ("value", "written"), [(0.1234, "0.12"), (9.99, "9.99"), (12.34, "12.3"), (1234.5, "1234")]
)
def test_numbers_are_short(value: float, written: str) -> None:
    assert short(value) == written
