"""The recipes in the documentation: files that their readers accept, commands that run."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from tests.hooks.repositories import ROOT, hooks

PAGE = (ROOT / "clb_migrate/docs/continuous-integration.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.+?)^```$", PAGE, re.MULTILINE | re.DOTALL)
FILES = [
    (match[1], text)
    for _, text in BLOCKS
    if (match := re.match(r"# (\S+\.(?:ya?ml|ini|py))\n", text))
]
COMMANDS = [
    match[0].strip().removeprefix("- ")
    for language, text in BLOCKS
    if language != "python"
    for match in re.finditer(r"^(?:(?!#).)*\bclb-migrate (?:check|fix) .*$", text, re.MULTILINE)
]


def plain(command: str) -> str:
    """Return what a shell is to run: without the key before it, and what only others have."""
    command = re.sub(r"^(?:run: |commands = )", "", command)
    return command.replace("{posargs:.}", ".").partition(" | reviewdog")[0]


RUNNABLE = [plain(each) for each in COMMANDS]


def accepted(*command: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


VALIDATED: dict[str, Callable[[str], None]] = {
    ".pre-commit-config.yaml": lambda path: accepted("pre_commit", "validate-config", path),
    ".github/workflows/clb-migrate.yml": lambda path: accepted(
        "check_jsonschema", "--builtin-schema", "vendor.github-workflows", path
    ),
    ".gitlab-ci.yml": lambda path: accepted(
        *("check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"),
        *("--data-transform", "gitlab-ci", path),
    ),
    "tox.ini": lambda path: configparser.ConfigParser(interpolation=None).read_string(
        Path(path).read_text(encoding="utf-8")
    ),
    "noxfile.py": lambda path: accepted("py_compile", path),
}


def test_there_is_a_recipe_for_each() -> None:
    assert {name for name, _ in FILES} == {*VALIDATED}
    assert len(COMMANDS) >= 6


@pytest.mark.parametrize(("name", "text"), FILES, ids=[name for name, _ in FILES])
def test_the_file_is_valid(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    VALIDATED[name](str(path))


@pytest.mark.parametrize("text", [text for name, text in FILES if name.startswith(".pre-commit")])
def test_a_configuration_names_hooks_there_are(text: str) -> None:
    named = set(re.findall(r"- id: (\S+)", text))
    assert named
    assert named <= {each["id"] for each in hooks()}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample, staged in a repository, and a command to run it with."""
    shutil.copytree(ROOT / "tests/sample", tmp_path / "sample")
    command = tmp_path / "bin" / "clb-migrate"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m clb_migrate "$@"\n')
    command.chmod(0o755)
    for arguments in (("init", "--quiet"), ("add", "--all")):
        subprocess.run(["git", *arguments], cwd=tmp_path / "sample", check=True)
    return tmp_path / "sample"


def run(sample: Path, command: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(sample.parent / "bin"), os.environ["PATH"]])
    return subprocess.run(
        ["sh", "-c", command],
        cwd=sample,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("command", RUNNABLE)
def test_the_command_finds_what_is_there(sample: Path, command: str) -> None:
    result = run(sample, command)
    # xargs says in its own way that a command ended with 1.
    assert result.returncode == (123 if "xargs" in command else 1), result.stderr
    assert "error:" not in result.stderr
    assert "lbkeeper/access.py" in result.stdout


@pytest.mark.parametrize(("arguments", "given"), [([], "."), (["src"], "src")])
def test_the_session_of_nox_checks(
    arguments: list[str], given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stands in for nox, which would ask an index for the tool."""
    sessions: list[tuple[str, Callable[[object], None]]] = []
    nox = ModuleType("nox")
    nox.session = lambda name: lambda function: sessions.append((name, function))  # type: ignore[attr-defined]  # a module made here
    monkeypatch.setitem(sys.modules, "nox", nox)
    exec(dict(FILES)["noxfile.py"], {})
    ((name, session),) = sessions
    done: list[tuple[str, ...]] = []
    session(
        SimpleNamespace(
            posargs=arguments, install=lambda *_names: None, run=lambda *words: done.append(words)
        )
    )
    assert (name, done) == ("clb-migrate", [("clb-migrate", "check", given)])
