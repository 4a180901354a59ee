"""A folder to check, and the command line to check it with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clb_migrate.cli.application import application

Command = Callable[..., Result]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command() -> Command:
    """Run the command line within this process; tests read `stdout` and `stderr` apart."""
    return lambda *arguments, **settings: CliRunner().invoke(application, arguments, **settings)
