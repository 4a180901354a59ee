"""A plain check of clean files ends before the command line is loaded, and says the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clb_migrate.cli.clean import passes
from tests.cli.conftest import Command

HOST = "host = 'lb.api.qcloud.com'\n"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("paths", [(), (".",), ("a.py",), ("a.py", "inner"), ("requirements.txt",)])
def test_it_says_what_the_command_says(
    paths: tuple[str, ...], tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "inner" / "b.py").write_text("# coding: latin-1\nx = 1\n")
    (tmp_path / "requirements.txt").write_text("requests\n")
    assert passes(["check", *paths])
    said = capsys.readouterr().out
    result = command("check", "--no-cache", *paths)
    assert (result.exit_code, result.stdout) == (0, said)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["check", "-"],
        ["check", "--no-cache"],
        ["check", ""],
        ["check", "missing.py"],
        ["check", "host.py"],
        ["check", "broken.py"],
        ["check", "undecodable.py"],
        ["check", "."],
        ["check", "asks.txt"],
        ["fix", "clean.py"],
        ["check", "quiet.py"],
        ["check", "quiet"],
        ["check", "quiet/requirements.txt"],
    ],
)
def test_whatever_is_not_surely_clean_is_left_to_the_command(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clean.py").write_text("x = 1\n")
    (tmp_path / "host.py").write_text(HOST)
    (tmp_path / "broken.py").write_text("def (:\n")
    (tmp_path / "undecodable.py").write_bytes(b"x = '\xff'\n")
    (tmp_path / "asks.txt").write_text(HOST)
    (tmp_path / "quiet").mkdir()
    for name in ("quiet.py", "quiet/a.py", "quiet/requirements.txt"):
        (tmp_path / name).write_text("x = 1  # clb: ignore[CLB101]\n")
    assert not passes(arguments)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("inner", [False, True])
def test_a_configuration_is_left_to_the_command(tmp_path: Path, *, inner: bool) -> None:
    folder = tmp_path / "inner" if inner else tmp_path
    folder.mkdir(exist_ok=True)
    (folder / "a.py").write_text("x = 1\n")
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert passes(["check", str(folder)])
    (tmp_path / "pyproject.toml").write_text("[tool.clb-migrate]\nsources = []\n")
    assert not passes(["check", str(folder)])


def test_a_dependency_on_a_legacy_sdk_is_left_to_the_command(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("qcloudapi-sdk-python==2.0.15\n")
    assert not passes(["check"])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read here")
def test_an_unreadable_file_is_left_to_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "a.py").chmod(0)
    assert not passes(["check"])
