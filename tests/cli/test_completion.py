"""Completion as a shell does it: a real bash where there is one, and what all shells are told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_process import environment

BASH = shutil.which("bash")


def completed(tree: Path, *words: str) -> Sequence[str]:
    """Return what bash offers for the last of `words`, after the script was read."""
    folder = tree / "programs"
    folder.mkdir()
    program = folder / "clb-migrate"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m clb_migrate "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(clb-migrate completion bash)"\n'
        'COMP_WORDS=(clb-migrate "$@"); COMP_CWORD=$#\n'
        "_clb_migrate_completion clb-migrate\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    assert BASH is not None
    result = subprocess.run(
        [BASH, "--norc", "-c", script, "bash", *words],
        cwd=tree,
        env=environment(PATH=f"{folder}:/usr/bin:/bin"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.split()


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
class TestInBash:
    def test_commands(self, tmp_path: Path) -> None:
        assert completed(tmp_path, "c") == ["check", "clean", "completion", "config"]

    def test_options_of_a_command(self, tmp_path: Path) -> None:
        assert {"--select", "--statistics", "--stdin-filename"} <= {
            *completed(tmp_path, "check", "--s")
        }

    def test_values_of_an_option(self, tmp_path: Path) -> None:
        assert completed(tmp_path, "check", "--min-confidence", "l") == ["likely"]

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_the_last_of_several_rules(self, tmp_path: Path, option: str) -> None:
        offered = completed(tmp_path, "fix", option, "endpoint,CLB10")
        assert "endpoint,CLB101" in offered
        assert all(each.startswith("endpoint,CLB10") for each in offered)

    def test_what_the_table_knows(self, tmp_path: Path) -> None:
        offered = completed(tmp_path, "explain", "410")
        assert {"4100", "4101", "4105"} <= {*offered}
        assert "4000" not in offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_asks_this_program(command: Command, shell: str) -> None:
    result = command("completion", shell, prog_name="clb-migrate")
    assert result.exit_code == 0, result.stderr
    assert "_CLB_MIGRATE_COMPLETE" in result.stdout
    assert "clb-migrate" in result.stdout


def test_files_are_left_to_the_shell(command: Command) -> None:
    asked = {
        "_CLB_MIGRATE_COMPLETE": "zsh_complete",
        "COMP_WORDS": "clb-migrate check src/",
        "COMP_CWORD": "2",
    }
    assert command(env=asked, prog_name="clb-migrate").stdout.split("\n")[:2] == ["file", "src/"]


def test_no_other_shell(command: Command) -> None:
    result = command("completion", "tcsh")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "tcsh" in result.stderr
