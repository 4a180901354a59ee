"""The command as a process of its own: what it imports, its streams, its signals."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import clb_migrate

ROOT = Path(clb_migrate.__file__).parent.parent
COMMAND = (sys.executable, "-m", "clb_migrate")
LEGACY = "from QcloudApi.qcloudapi import QcloudApi\n"


def environment(**variables: str) -> Mapping[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", **variables}


def run(tree: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=tree,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def imported_by(tree: Path, *arguments: str) -> set[str]:
    code = (
        "import sys; from clb_migrate.cli import main\n"
        "sys.argv = ['clb-migrate', *sys.argv[1:]]\n"
        "try: main()\n"
        "except SystemExit as end: print('exit', end.code, file=sys.stderr)\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=tree,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    end, *modules = result.stderr.splitlines()
    assert end == "exit 0"
    return set(modules)


class TestImports:
    def test_a_clean_run_needs_no_parser_no_analysis_and_no_rule(self, tmp_path: Path) -> None:
        (tmp_path / ".gitignore").write_text("*.pyc\n")
        (tmp_path / "a.py").write_text("if code == 4100: pass\n")
        (tmp_path / "b.py").write_text("# -*- coding: latin-1 -*-\n", encoding="latin-1")
        (tmp_path / "requirements.txt").write_text("requests\n")
        modules = imported_by(tmp_path, "check", "--no-cache")
        assert "clb_migrate.run" in modules
        assert "libcst" not in modules
        assert "rich" not in modules
        forbidden = ("clb_migrate.analysis", "clb_migrate.checks")
        assert [module for module in modules if module.startswith(forbidden)] == []

    def test_a_clean_named_file_needs_even_less(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("x = 1\n")
        modules = imported_by(tmp_path, "check", "a.py")
        assert modules.isdisjoint({"libcst", "pathspec", "clb_migrate.explain"})

    def test_asking_for_the_version_loads_no_command(self, tmp_path: Path) -> None:
        modules = imported_by(tmp_path, "--version")
        assert not any(module.startswith("clb_migrate.cli.commands.") for module in modules)


class TestAsAProcess:
    def test_exit_codes(self, tmp_path: Path) -> None:
        (tmp_path / "clean.py").write_text("x = 1\n")
        (tmp_path / "legacy.py").write_text(LEGACY)
        assert run(tmp_path, "check", "clean.py").returncode == 0
        assert run(tmp_path, "check", "legacy.py").returncode == 1
        assert run(tmp_path, "check", "missing.py").returncode == 2
        assert run(tmp_path, "no-such-command").returncode == 2

    def test_version(self, tmp_path: Path) -> None:
        result = run(tmp_path, "--version")
        assert result.stdout == f"clb-migrate {clb_migrate.__version__}\n"
        assert result.returncode == 0

    def test_without_a_command_it_says_what_it_can(self, tmp_path: Path) -> None:
        result = run(tmp_path)
        assert result.returncode == 2
        assert result.stdout == ""
        assert "check" in result.stderr
        assert "explain" in result.stderr

    def test_a_wrong_command_is_one_line(self, tmp_path: Path) -> None:
        result = run(tmp_path, "chekc")
        assert result.returncode == 2
        assert result.stderr.startswith("clb-migrate: error: No such command 'chekc'")
        assert result.stderr.count("\n") == 1

    def test_a_locale_without_unicode(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text(LEGACY + "'中'\n", encoding="utf-8")
        (tmp_path / "中.py").write_text(LEGACY, encoding="utf-8")
        result = run(tmp_path, "check", PYTHONIOENCODING="ascii")
        assert result.returncode == 1
        assert r"\u4e2d.py:1:" in result.stdout
        assert result.stderr == ""


class TestStreams:
    def test_a_reader_that_has_seen_enough(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text(LEGACY * 2000)
        process = subprocess.Popen(
            [*COMMAND, "check"],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait(timeout=60) == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
    def test_a_full_disk(self, tmp_path: Path) -> None:
        with open("/dev/full", "wb") as full:
            result = subprocess.run(
                [*COMMAND, "check"],
                cwd=tmp_path,
                env=environment(),
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                timeout=60,
                check=False,
            )
        assert result.returncode == 2
        assert result.stderr == (
            "clb-migrate: error: cannot write to standard output: no space left on device\n"
        )

    def test_an_interruption(self, tmp_path: Path) -> None:
        process = subprocess.Popen(
            [*COMMAND, "check", "-"],
            cwd=tmp_path,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdin is not None
        try:
            # It is interrupted while it waits for the rest of its input.
            process.stdin.write(b"x = 1\n" * 100_000)
            process.stdin.flush()
            process.send_signal(signal.SIGINT)
            output, errors = process.communicate(timeout=60)
        finally:
            process.kill()
        assert process.returncode == 2
        assert output == b""
        assert errors.decode().split("\n")[-2:] == ["clb-migrate: error: interrupted", ""]
        assert b"Traceback" not in errors


class TestColour:
    def on_a_terminal(self, tree: Path, **variables: str) -> str:
        (tree / "a.py").write_text(LEGACY)
        terminal, end = pty.openpty()
        with (
            os.fdopen(terminal, "rb", buffering=0) as reader,
            subprocess.Popen(
                [*COMMAND, "check"],
                cwd=tree,
                env=environment(**variables),
                stdin=end,
                stdout=end,
                stderr=end,
            ),
        ):
            os.close(end)
            pieces = []
            try:
                while piece := reader.read(4096):
                    pieces.append(piece)
            except OSError:  # how Linux says that the other end was closed
                pass
        return b"".join(pieces).decode()

    def test_on_a_terminal(self, tmp_path: Path) -> None:
        assert "\x1b[1;31mCLB202\x1b[0m" in self.on_a_terminal(tmp_path)

    @pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_not_where_it_is_unwanted(self, tmp_path: Path, variables: Mapping[str, str]) -> None:
        shown = self.on_a_terminal(tmp_path, **variables)
        assert "CLB202" in shown
        assert "\x1b" not in shown

    def test_not_in_a_pipe(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text(LEGACY)
        assert "\x1b" not in run(tmp_path, "check").stdout
