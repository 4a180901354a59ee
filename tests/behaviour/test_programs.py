"""The programs do after the fix what they did before, or stay as they are and it is said why."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from clb_migrate.findings import Applicability
from clb_migrate.fixes.results import Migration
from tests.behaviour.cloud import legacy
from tests.behaviour.cloud.errors import errors
from tests.behaviour.cloud.site import Weather
from tests.behaviour.running import Program, compare, fixed, programs, run, write
from tests.behaviour.scenarios import named
from tests.behaviour.test_cloud import LEGACY_HELPER

PROGRAMS = programs()
MAIN = "main.py"


def _those(*expected: str) -> pytest.MarkDecorator:
    chosen = [one for one in PROGRAMS if one.expect in expected]
    return pytest.mark.parametrize("program", chosen, ids=[one.name for one in chosen])


def _copied(program: Program, tmp_path: Path) -> Program:
    """A copy that can be written to, of the same name: file names are shown in messages."""
    place = tmp_path / program.name
    shutil.copytree(program.folder, place, ignore=shutil.ignore_patterns("__pycache__"))
    # What says how it is run is no part of it.
    (place / "program.toml").unlink()
    return program.at(place)


def _contents(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _told(migration: Migration) -> str:
    """Everything that is said of why flows stay, for people to read."""
    lines = [
        f"{reason.location.path}:{reason.location.span.line}: {reason.text} ({reason.step})"
        for flow in migration.flows
        for reason in flow.reasons
    ]
    lines += [f"{reason.text} ({reason.step})" for reason in migration.dependencies]
    return "\n".join(lines)


@_those("safe", "unsafe", "manual")
def test_every_program_works_before(program: Program) -> None:
    if not program.runs:
        return
    record = run(program, [Weather()])[0]
    assert record["outcome"] == "ended"
    assert record["exception"] is None
    assert "Traceback" not in record["stderr"]


@_those("safe")
def test_safe_programs_do_the_same_after(program: Program, tmp_path: Path) -> None:
    after = _copied(program, tmp_path)
    migration = fixed(after.folder, unsafe=False)
    stays = [flow for flow in migration.flows if not flow.applied]
    assert program.left or not stays, _told(migration)
    assert all(flow.reasons for flow in stays)
    assert {finding.name for finding in migration.left} <= set(program.left)
    write(migration)
    assert compare(program, after) == {}


@_those("manual")
def test_manual_programs_stay_as_they_are(program: Program, tmp_path: Path) -> None:
    after = _copied(program, tmp_path)
    original = _contents(after.folder)
    for unsafe in (False, True):
        migration = fixed(after.folder, unsafe=unsafe)
        write(migration)
        assert _contents(after.folder) == original
        assert any(flow.applicability is Applicability.MANUAL for flow in migration.flows)
        assert program.reason.lower() in _told(migration).lower()


@_those("unsafe")
def test_unsafe_programs_wait_for_consent(program: Program, tmp_path: Path) -> None:
    after = _copied(program, tmp_path)
    original = _contents(after.folder)
    migration = fixed(after.folder, unsafe=False)
    write(migration)
    assert _contents(after.folder) == original
    assert program.reason.lower() in _told(migration).lower()
    agreed = fixed(after.folder, unsafe=True)
    write(agreed)
    assert _contents(after.folder) != original
    for path in after.folder.rglob("*.py"):
        ast.parse(path.read_bytes())
    assert compare(program, after, [named("success")]) == {}


@_those("safe", "unsafe", "manual")
def test_a_second_fix_finds_nothing_to_do(program: Program, tmp_path: Path) -> None:
    from clb_migrate.run import Settings, check
    from clb_migrate.table.load import load_rules

    after = _copied(program, tmp_path)
    found = check([str(after.folder)], Settings(), load_rules()).findings
    migration = fixed(after.folder, unsafe=False)
    write(migration)
    left = check([str(after.folder)], Settings(), load_rules()).findings
    assert left == migration.left
    assert len(left) < len(found) if migration.changes else left == found
    assert fixed(after.folder, unsafe=False).changes == ()


# A row of the table, and what is made of it, are both found out when they are wrong.

TOKEN = """
r = call("DescribeLoadBalancers", {"forward": 1})
if r["code"] == 4105:
    print("the token is of no use")
elif r["code"] != 0:
    print("failed")
"""


def _rules_with(tmp_path: Path, right: str, wrong: str) -> Path:
    """The tables with two 3.0 codes changed for one another."""
    import clb_migrate.table.load

    place = tmp_path / "rules"
    shutil.copytree(clb_migrate.table.load.rules_folder(), place)
    table = place / "error_codes.toml"
    swapped = {f'"{right}"': f'"{wrong}"', f'"{wrong}"': f'"{right}"'}
    pattern = re.compile("|".join(map(re.escape, swapped)))
    text = table.read_text("utf-8")
    assert set(pattern.findall(text)) == set(swapped)
    table.write_text(pattern.sub(lambda match: swapped[match[0]], text), "utf-8")
    return place


def _token_programs(tmp_path: Path) -> tuple[Program, Program]:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / MAIN).write_text(LEGACY_HELPER + TOKEN, "utf-8")
    return Program(tmp_path / "old"), Program(tmp_path / "new")


def test_a_wrong_row_is_caught(tmp_path: Path) -> None:
    before, after = _token_programs(tmp_path)
    rules = _rules_with(tmp_path, "AuthFailure.TokenFailure", "AuthFailure.MFAFailure")
    migration = fixed(after.folder, unsafe=False, rules=rules)
    assert migration.changes
    write(migration)
    caught = compare(before, after)
    assert set(caught) == {
        f"{when}:AuthFailure.{code}"
        for when in ("first", "every")
        for code in ("TokenFailure", "MFAFailure")
    }


def test_a_wrong_condition_is_caught(tmp_path: Path) -> None:
    before, after = _token_programs(tmp_path)
    write(fixed(after.folder, unsafe=False))
    assert compare(before, after) == {}
    place = after.folder / MAIN
    text = place.read_text("utf-8")
    wrong = text.replace('== "AuthFailure.TokenFailure"', '.startswith("AuthFailure.")')
    assert wrong != text
    place.write_text(wrong, "utf-8")
    assert "first:AuthFailure.SignatureFailure" in compare(before, after)


# That there are programs enough.


@cache
def _sources() -> Mapping[str, str]:
    return {
        program.name: "\n".join(
            path.read_bytes().decode("latin-1") for path in sorted(program.folder.rglob("*.py"))
        )
        for program in PROGRAMS
    }


def test_there_are_programs_of_many_kinds() -> None:
    assert len([one for one in PROGRAMS if one.expect == "safe"]) >= 40
    modules = [one for one in PROGRAMS if len(list(one.folder.rglob("*.py"))) > 1]
    assert len(modules) >= 5


def test_they_send_many_actions() -> None:
    everything = "\n".join(_sources().values())
    sent = {name for name in legacy.actions() if re.search(rf"\b{name}\b", everything)}
    assert len(sent) >= 25


def test_they_know_every_legacy_code() -> None:
    everything = "\n".join(_sources().values())
    assert [code for code in errors().names if not re.search(rf"\b{code}\b", everything)] == []
