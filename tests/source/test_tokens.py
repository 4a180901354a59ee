"""Tokens of either Python, and when a text is too much for a recursive parser."""

from __future__ import annotations

import pytest

from clb_migrate.source.tokens import Kind, logical_lines, nested_too_deeply, scan


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("print`a`<>0777L", ["print", "`", "a", "`", "<>", "0777L"]),
        ("if'a'in'b':x", ["if", "'a'", "in", "'b'", ":", "x"]),
        ("x=1if y else.5", ["x", "=", "1", "if", "y", "else", ".5"]),
        ("x=1..real,1.e5,1_0j", ["x", "=", "1.", ".", "real", ",", "1.e5", ",", "1_0j"]),
        ('ur\'a\'+Rb"""b"c"""', ["ur'a'", "+", 'Rb"""b"c"""']),
        (r"'a\'b' '' 'c\\'", [r"'a\'b'", "''", r"'c\\'"]),
        ("a\\\n+b", ["a", "+", "b"]),
        ("a**=b//c->d...", ["a", "**=", "b", "//", "c", "->", "d", "..."]),
        ("'a\\\r\nb'", ["'a\\\r\nb'"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    tokens, complete = scan(text)
    assert complete
    assert [token.text for token in tokens if token.kind is not Kind.END] == words
    assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize("text", ["'a", 'x = """a', "a $ b", "'a\nb'", "a ? b"])
def test_what_is_no_token(text: str) -> None:
    assert not scan(text)[1]


def test_logical_lines() -> None:
    tokens, _ = scan("a  # note\n\n# note\nb(\n  c,\n)\r\nd; e\rf")
    words = [[token.text for token in line] for line in logical_lines(tokens)]
    assert words == [["a"], ["b", "(", "c", ",", ")"], ["d", ";", "e"], ["f"]]


@pytest.mark.parametrize(
    "text",
    [
        "x = [" + "1, " * 5_000 + "]\n",
        "x = {" + "'a': -1, " * 5_000 + "}\n",
        "x = 1\n" * 2_000,
        "x = " + "'a'\\\n" * 900 + "'b'\n",
        "f(" + "a, not b, [c for c in d], " * 1000 + ")\n",
        "if a: b\n" + "elif a: b\n" * 2000,
        # A bracket that is never closed is a mistake, not depth.
        "f(a\n" + "b = c(d) + e\n" * 2000,
    ],
)
def test_long_is_not_deep(text: str) -> None:
    assert not nested_too_deeply(text)


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "(" * 300 + ")" * 300,
        "x = " + "[a, (not b, -" * 150,
        "x = " + "not " * 2000 + "a",
        "x = a" + ".b()" * 500,
        "x = f'{" + "(" * 2000 + ")" * 2000 + "}'",
        "".join(" " * depth + "if a:\n" for depth in range(200)),
    ],
)
def test_deep(text: str) -> None:
    assert nested_too_deeply(text)
