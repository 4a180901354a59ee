"""Patterns in .gitignore syntax: the quick way says what the slow one says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from clb_migrate.source.ignore import Patterns, left_out, makes_sense

PARTS = st.sampled_from(["a", "b", "a.py", "b.py", "c.pyc", "build", "#x", "!y", "a b"])
PATHS = st.lists(PARTS, min_size=1, max_size=4)
PATTERNS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", "!", "/", "*", "**/", "\\", "a/", "!/", " ", "#"]),
    st.sampled_from(["a", "b.py", ".py", "*.py", "c.py?", "[ab].py", "build", "a b", "", "x", "y"]),
    st.sampled_from(["", "", "/", "/**", "/*", "/a"]),
    st.sampled_from(["", "", " ", "\\ "]),
).filter(makes_sense)


def first_left_out(path: list[str], lines: list[str], *, quick: bool) -> int | None:
    """Walk down `path`; return how deep one gets before something is left out."""
    patterns, spec = Patterns.of("/root/", lines), GitIgnoreSpec.from_lines(lines)
    for depth, name in enumerate(path):
        below = "/".join(path[: depth + 1]) + ("/" if depth < len(path) - 1 else "")
        said = (
            patterns.decision(f"/root/{below}", name) if quick else spec.check_file(below).include
        )
        if said:
            return depth
    return None


@settings(deadline=None)
@given(PATHS, st.lists(PATTERNS, max_size=5))
def test_names_that_are_known_at_once_change_nothing(path: list[str], lines: list[str]) -> None:
    assert first_left_out(path, lines, quick=True) == first_left_out(path, lines, quick=False)


@pytest.mark.parametrize(
    ("lines", "path", "decision"),
    [
        (["a.py"], "/root/x/a.py", True),
        (["*.py"], "/root/x/a.py", True),
        (["*.py", "!a.py"], "/root/x/a.py", False),
        (["!a.py"], "/root/x/a.py", False),
        (["!x/a.py"], "/root/x/a.py", False),
        (["/a.py"], "/root/x/a.py", None),
        (["a.py/"], "/root/x/a.py", None),
        (["# a.py", "", "b.py"], "/root/x/a.py", None),
    ],
)
def test_decisions(lines: list[str], path: str, decision: bool | None) -> None:
    assert Patterns.of("/root/", lines).decision(path, "a.py") is decision


def test_the_last_list_that_says_something_decides() -> None:
    outer, inner = Patterns.of("/root/", ["*.py"]), Patterns.of("/root/x/", ["!a.py", "b.pyc"])
    assert left_out("/root/x/b.py", "b.py", [outer, inner])
    assert not left_out("/root/x/a.py", "a.py", [outer, inner])
    assert not left_out("/root/x/a.txt", "a.txt", [outer, inner])


@pytest.mark.parametrize("line", ["", "#", "a", "!a", "**", "[", "a\\ "])
def test_lines_that_make_sense(line: str) -> None:
    assert makes_sense(line)


@pytest.mark.parametrize("line", ["!", "!  "])
def test_lines_that_do_not(line: str) -> None:
    assert not makes_sense(line)
