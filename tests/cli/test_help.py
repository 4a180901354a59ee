"""What `--help` teaches."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from clb_migrate.cli.application import application
from tests.cli.conftest import Command
from tests.cli.test_process import run

CONTEXT = click.Context(application)
COMMANDS = application.list_commands(CONTEXT)


def test_how_to_start_stands_in_front(command: Command) -> None:
    text = command("--help").stdout
    places = [text.index(f"clb-migrate {each}") for each in ("check ", "fix --diff", "fix  ")]
    assert places == sorted(places)
    assert places[-1] < text.index("Options:")
    assert not any(line.endswith("...") for line in text.splitlines() if line.startswith("  "))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_that_it_understands(command: Command, name: str) -> None:
    text = command(name, "--help", env={"COLUMNS": "100"}).stdout
    _, _, examples = text.partition("Examples:\n")
    lines = re.findall(r"^  (?:eval \"\$\()?(clb-migrate .+?)(?:\)\"|  | [<>]|$)", examples, re.M)
    assert lines, text
    for line in lines:
        _, verb, *arguments = shlex.split(line)
        found = application.get_command(CONTEXT, verb)
        assert found is not None
        found.make_context(verb, arguments, parent=CONTEXT)


@pytest.mark.parametrize("name", ["check", "fix"])
def test_options_stand_in_sections_and_exit_codes_at_the_end(command: Command, name: str) -> None:
    text = command(name, "--help").stdout
    headings = re.findall(r"^(\w[\w ]+):$", text, re.MULTILINE)
    assert headings.index("What is looked at") < headings.index("What is told")
    assert headings[-3:] == ["Options", "Examples", "Exit codes"]
    for code in "012":
        assert re.search(rf"^  {code}  \w", text, re.MULTILINE)


@pytest.mark.parametrize("columns", [50, 80, 100, 300])
def test_help_fits_the_terminal(tmp_path: Path, columns: int) -> None:
    # A command line of an example cannot be cut.
    words = run(tmp_path, "check", "--help", COLUMNS=str(columns)).stdout.partition("Examples:")[0]
    longest = max(len(line) for line in words.splitlines())
    assert longest <= min(columns, 100)
    assert longest > min(columns, 100) - 25
