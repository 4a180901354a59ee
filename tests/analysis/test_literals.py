"""Literals have the values Python gives them, read quickly or not."""

from __future__ import annotations

from ast import literal_eval

import libcst as cst
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clb_migrate.analysis.literals import literal


def value_of(code: str) -> object:
    node = cst.parse_expression(code)
    assert isinstance(node, (cst.SimpleString, cst.Integer, cst.Float, cst.Imaginary))
    return literal(node)


@pytest.mark.parametrize(
    "code",
    [
        "''",
        '""""""',
        "'''a\n'b'''",
        '"""a"""',
        "'\"'",
        r"'\x41\n'",
        r"r'\d'",
        "b'a'",
        "u'a'",
        "'''a\r\nb'''",
        "'é漢'",
        "0",
        "00",
        "4100",
        "4_100",
        "0x1004",
        "0o17",
        "1.5",
        "1e3",
    ],
)
def test_python_agrees(code: str) -> None:
    assert value_of(code) == literal_eval(code)
    assert type(value_of(code)) is type(literal_eval(code))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12))
def test_any_text_comes_back(text: str) -> None:
    assert value_of(repr(text)) == text


@pytest.mark.parametrize("code", [r"'\x4'", "1j", r"'\N{no such name}'"])
def test_no_value(code: str) -> None:
    assert value_of(code) is None


def test_a_number_too_long_for_python_has_no_value() -> None:
    assert value_of("9" * 5000) is None
