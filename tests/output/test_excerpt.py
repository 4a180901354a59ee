"""The line of code and the mark below it."""

from __future__ import annotations

import pytest

from clb_migrate.findings import Span
from clb_migrate.output.excerpt import excerpt, lines_of, printable


def shown(line: str, start: int, end: int) -> tuple[str, str]:
    """Mark the characters from `start` to `end` (0-based) of a line."""
    found = excerpt([line], Span(1, start + 1, 1, end + 1))
    assert found is not None
    return found.code, found.mark


@pytest.mark.parametrize(
    ("line", "start", "end", "code", "mark"),
    [
        ("if code == 4100:", 3, 15, "if code == 4100:", "   ^^^^^^^^^^^^"),
        ("        code == 4100", 8, 12, "code == 4100", "^^^^"),
        ("\tif code:\t# x", 4, 8, "if code:    # x", "   ^^^^"),
        ("x = '错误' if code else 0", 12, 16, "x = '错误' if code else 0", " " * 14 + "^^^^"),
        ("x = '错误'", 4, 8, "x = '错误'", "    ^^^^^^"),
        ("e\u0301 = code", 5, 9, "e\u0301 = code", "    ^^^^"),
        ("code", 0, 0, "code", "^"),
        ("code", 4, 4, "code", "    ^"),
        ("  code", 0, 1, "code", "^"),
    ],
)
def test_marks(line: str, start: int, end: int, code: str, mark: str) -> None:
    assert shown(line, start, end) == (code, mark)


def test_the_first_line_of_several() -> None:
    found = excerpt(["if (code ==", "    4100):"], Span(1, 4, 2, 9))
    assert found is not None
    assert (found.code, found.mark) == ("if (code ==", "   ^^^^^^^^")


def test_a_long_line_is_cut_around_the_mark() -> None:
    line = "x" * 500 + "CODE" + "y" * 500
    code, mark = shown(line, 500, 504)
    assert code.startswith("...xxx")
    assert code.endswith("yyy...")
    assert len(code) <= 170
    assert code[len(mark) - 4 : len(mark)] == "CODE"
    assert mark.strip() == "^^^^"


def test_the_start_of_a_long_line_stays() -> None:
    code, mark = shown("CODE" + "y" * 500, 0, 4)
    assert code.startswith("CODEyyy")
    assert mark == "^^^^"


def test_a_mark_is_no_longer_than_the_line_shown() -> None:
    code, mark = shown("x" * 1000, 0, 1000)
    assert len(mark) <= len(code)


@pytest.mark.parametrize("lines", [[], [""], ["  "], ["x"]])
def test_lines_that_are_not_there(lines: list[str]) -> None:
    assert excerpt(lines, Span(2 if lines == ["x"] else 1, 1, 2, 1)) is None


def test_lines_are_pythons_lines() -> None:
    assert lines_of("a\r\nb\rc\nd\x0ce\u2028f\x85g") == ["a", "b", "c", "d\x0ce\u2028f\x85g"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("ü 中\u3000文", "ü 中\u3000文"),
        ("a\tb", "a    b"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\u202eb", r"a\u202eb"),
        ("a\x00b", r"a\x00b"),
        ("\x85", r"\x85"),
    ],
)
def test_printable(text: str, expected: str) -> None:
    assert printable(text) == expected
