"""From two texts to what is replaced in the first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clb_migrate.findings import Span
from clb_migrate.output.edits import Edit, edits, merged
from tests.output.reports import applied

TEXTS = st.lists(
    st.sampled_from(["a", "b", "ä", "", " ", "\n", "\r\n", "\r", "\x0c", "\u2028"])
).map("".join)


@given(TEXTS, TEXTS)
def test_edits_do_what_they_were_made_from(before: str, after: str) -> None:
    found = edits(before, after)
    assert applied(before, found) == after
    if found:
        assert applied(before, [merged(before, found)]) == after


@given(TEXTS)
def test_nothing_changes_nothing(text: str) -> None:
    assert edits(text, text) == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a\nb\nc\n", "a\nX\nc\n", [Edit(Span(2, 1, 3, 1), "X\n")]),
        ("a\nb\nc\n", "a\nc\n", [Edit(Span(2, 1, 3, 1), "")]),
        ("a\nb\n", "a\nX\nb\n", [Edit(Span(2, 1, 2, 1), "X\n")]),
        ("a\r\nb\r\n", "a\r\nX\r\n", [Edit(Span(2, 1, 2, 2), "X")]),
        ("a\n", "a\nX\n", [Edit(Span(1, 2, 1, 2), "\nX")]),
        ("a\nb", "a\nX", [Edit(Span(2, 1, 2, 2), "X")]),
        ("", "X\n", [Edit(Span(1, 1, 1, 1), "X\n")]),
    ],
)
def test_whole_lines_are_replaced(before: str, after: str, expected: list[Edit]) -> None:
    assert [*edits(before, after)] == expected


def test_one_edit_for_several_keeps_what_is_between() -> None:
    before, after = "a\nb\nc\nd\n", "a\nX\nc\nY\n"
    assert merged(before, edits(before, after)) == Edit(Span(2, 1, 4, 2), "X\nc\nY")
