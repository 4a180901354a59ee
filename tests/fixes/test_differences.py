"""Differences: `patch` and `git apply` make the new bytes of the old ones."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from clb_migrate.fixes.differences import unified
from clb_migrate.fixes.results import FileChange

CASES = {
    "plain": (b"a\nb\nc\n", b"a\nB\nc\n"),
    "crlf": (b"a\r\nb\r\nc\r\n", b"a\r\nB\r\nc\r\n"),
    "cr_alone": (b"a\rb\rc\n", b"a\rB\rc\n"),
    "bom": (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfA\nb\n"),
    "latin_1": (
        b"# -*- coding: latin-1 -*-\nx = '\xe9'\n",
        b"# -*- coding: latin-1 -*-\ny = '\xe9'\n",
    ),
    "no_newline": (b"a\nb", b"a\nB"),
    "newline_added": (b"a\nb", b"a\nb\n"),
    "newline_lost": (b"a\nb\n", b"a\nb"),
    "from_nothing": (b"", b"a\n"),
    "form_feed": (b"a\x0cb\nc\x1dd\n", b"a\x0cb\nc\x1dD\n"),
    "far_apart": (b"1\n" * 30 + b"2\n" * 30, b"0\n" + b"1\n" * 29 + b"2\n" * 29 + b"3\n"),
}


def patch_for(name: str, before: bytes, after: bytes) -> bytes:
    return b"".join(unified([FileChange("/" + name, name, before, after)]))


def test_how_it_looks() -> None:
    assert patch_for("app/a.py", b"a\r\nb", b"a\r\nB") == (
        b"--- app/a.py\n+++ app/a.py\n@@ -1,2 +1,2 @@\n a\r\n"
        b"-b\n\\ No newline at end of file\n+B\n\\ No newline at end of file\n"
    )


def test_no_change_is_no_difference() -> None:
    assert patch_for("a.py", b"a\n", b"a\n") == b""


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("case", CASES)
def test_git_applies_it(case: str, tmp_path: Path) -> None:
    before, after = CASES[case]
    for number, name in enumerate(["a.py", "a b.py", "中.py", 'quo"te\t.py']):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / name).write_bytes(before)
        result = subprocess.run(
            ["git", "apply", "-p0", "--whitespace=nowarn", "--unidiff-zero", "-"],
            cwd=folder,
            input=patch_for(name, before, after),
            capture_output=True,
            check=False,
        )
        assert result.stderr == b""
        assert (folder / name).read_bytes() == after
