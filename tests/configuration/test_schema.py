"""The JSON schema for editors: it says of a file what a run says of it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clb_migrate.checks.base import all_checks
from clb_migrate.cli.keys import TYPED, vocabulary
from clb_migrate.configuration import configuration_of
from clb_migrate.configuration.places import document_in
from clb_migrate.configuration.schema import schema
from clb_migrate.errors import UserError
from clb_migrate.manual.folder import CONFIGURATION, FOLDER, SCHEMA
from tests.cli.conftest import Command
from tests.cli.conftest import command as command  # noqa: PLC0414 - a fixture

MADE: Any = schema(vocabulary(), [(check.rule.id, check.rule.name) for check in all_checks()])

GOOD = [
    "",
    'select = ["CLB1", "endpoint", "ALL"]\nignore = ["CLB104"]\n',
    'exclude = ["vendor/", "*.gen.py"]\njobs = 0\ncache = false\ncache-dir = "x"\n',
    'output = ["text", "sarif=a.sarif"]\nbaseline = "b.json"\n',
    'output-format = "json"\noutput-file = "x"\n',
    'endpoint = "clb.intl.tencentcloudapi.com"\n',
    '[sources]\n"a.b()" = "legacy response"\na.c = "3.0 code"\n',
    '[per-path."tests/**"]\nignore = ["CLB103"]\nmin-confidence = "possible"\n',
    '[fix]\nunsafe-fixes = true\n[trace]\noutput-format = "json"\n',
    '[baseline]\nignore = ["CLB1"]\n',
]
BAD = [
    'selct = ["CLB1"]\n',
    'select = "CLB1"\n',
    'select = ["CLB1000"]\n',
    'ignore = ["endpiont"]\n',
    "jobs = -1\n",
    'jobs = "1"\n',
    "cache = 1\n",
    "no-cache = true\n",
    'min-confidence = "sure"\n',
    'output-format = "srif"\n',
    'output = ["text"]\noutput-format = "json"\n',
    "diff = true\n",
    'endpoint = "https://clb.tencentcloudapi.com"\n',
    '[sources]\n"a.b()" = "legacy respons"\n',
    '[per-path."tests/**"]\nignores = ["CLB103"]\n',
    '[per-path."!tests/**"]\nignore = ["CLB103"]\n',
    '[per-path]\n"tests/**" = ["CLB103"]\n',
    "[fix]\nstatistics = true\n",
    '[trace]\noutput-format = "sarif"\n',
]


def is_valid(text: str) -> bool:
    return bool(jsonschema.Draft7Validator(MADE).is_valid(tomllib.loads(text)))


def is_understood(folder: Path, text: str) -> bool:
    file = folder / "clb-migrate.toml"
    file.write_text(text)
    try:
        configuration_of(document_in(str(file)), vocabulary())
    except UserError:
        return False
    return True


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(MADE)


def test_what_is_committed_and_what_is_printed_are_in_step(command: Command) -> None:
    committed = (FOLDER / SCHEMA).read_text(encoding="utf-8")
    assert command("config", "--schema").stdout == committed
    assert json.loads(committed) == MADE


@pytest.mark.parametrize("text", GOOD)
def test_what_is_understood_is_valid(tmp_path: Path, text: str) -> None:
    assert is_understood(tmp_path, text)
    assert is_valid(text)


@pytest.mark.parametrize("text", BAD)
def test_what_is_refused_is_not_valid(tmp_path: Path, text: str) -> None:
    assert not is_understood(tmp_path, text)
    assert not is_valid(text)


def test_every_key_says_what_it_is_for() -> None:
    unsaid = [name for name, key in MADE["properties"].items() if not described(key)]
    assert unsaid == []


def described(key: Any) -> bool:
    return bool(key.get("description") or all(map(described, key.get("anyOf", [{}]))))


def test_what_is_about_one_run_is_no_key() -> None:
    assert TYPED.isdisjoint(vocabulary().keys)
    assert {"select", "jobs", "cache", "output", "color"} <= vocabulary().keys.keys()


def examples() -> list[tuple[str, dict[str, Any]]]:
    """Return what the page about configuration shows of configuration files."""
    page = (FOLDER / CONFIGURATION).read_text(encoding="utf-8")
    found = []
    for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL):
        table: dict[str, Any] = tomllib.loads(block)
        if "tool" in table:
            found.append((block, table["tool"]["clb-migrate"]))
        elif block.startswith("# clb-migrate.toml"):
            found.append((block, table))
    return found


def test_the_examples_of_the_page_are_valid() -> None:
    assert len(examples()) >= 5
    for block, table in examples():
        jsonschema.Draft7Validator(MADE).validate(table), block
