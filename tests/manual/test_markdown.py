"""Text that stays text, and code that becomes code."""

from __future__ import annotations

import re

import pytest

from clb_migrate.manual.markdown import fenced, prose, relative, table


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, 4100 (and more)", "plain words, 4100 (and more)"),
        ("AuthFailure.* and <b>", r"AuthFailure.\* and \<b>"),
        ("vpc_numeric_to_uniq", "vpc_numeric_to_uniq"),
        ("_private_", r"\_private\_"),
        ("set[].id", r"set\[\].id"),
        ("`a*b[0]` stays", "`a*b[0]` stays"),
    ],
)
def test_prose(text: str, shown: str) -> None:
    assert prose(text) == shown


def test_words_are_linked_outside_of_code() -> None:
    linked = prose("see 4100 or `4100`", re.compile(r"\d+"), lambda word: f"{word}.md")
    assert linked == "see [4100](4100.md) or `4100`"


def test_words_without_a_page_stay() -> None:
    assert prose("see 4100", re.compile(r"\d+"), lambda _word: None) == "see 4100"


def test_a_table() -> None:
    assert [*table(("a", ""), [("x|y", ""), ("1\n2", "3")])] == [
        "| a | |",
        "| --- | --- |",
        r"| x\|y | |",
        "| 1 2 | 3 |",
    ]


@pytest.mark.parametrize(
    ("target", "page", "seen"),
    [
        ("codes/1.md", "codes/2.md", "1.md"),
        ("codes/1.md", "rules/A.md", "../codes/1.md"),
        ("codes/1.md", "index.md", "codes/1.md"),
    ],
)
def test_where_a_page_is(target: str, page: str, seen: str) -> None:
    assert relative(target, page) == seen


def test_indented_code_becomes_fenced() -> None:
    text = "One.\n\n    a = 1\n\n    if a:\n        b = 2\n\nTwo."
    fence = "```python\na = 1\n\nif a:\n    b = 2\n```"
    assert fenced(text) == f"One.\n\n{fence}\n\nTwo."


def test_code_at_the_end() -> None:
    assert fenced("One.\n\n    a = 1\n") == "One.\n\n```python\na = 1\n```"
