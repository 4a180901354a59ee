"""A check says the same in any number of processes, and with what was kept from another run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command

LEGACY = """\
import json
from QcloudApi.qcloudapi import QcloudApi
answer = json.loads(QcloudApi("lb", {{}}).call("DescribeLoadBalancers", {{}}))
if answer["code"] == {code}:
    pass
"""
CODES = (4000, 4100, 4101, 4102, 4103, 4104, 4105, 4110, 4200, 4300, 4400, 4500, 5000, 5100, 6000)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for code in CODES:
        (tmp_path / f"check_{code}.py").write_text(LEGACY.format(code=code))
    return tmp_path


def test_the_report_is_the_same(command: Command, tree: Path) -> None:
    plain = command("check", "-j1", "--no-cache").stdout
    assert plain.count("CLB101") >= len(CODES)
    cache = ("--cache-dir", str(tree / ".kept"))
    assert command("check", "-j2", "--no-cache").stdout == plain
    for jobs in ("-j2", "-j1", "-j0"):
        assert command("check", jobs, *cache).stdout == plain


def test_a_profile_tells_of_stages_and_slow_files(command: Command, tree: Path) -> None:
    cache = ("--cache-dir", str(tree / ".kept"))
    first = command("check", "--profile", *cache).stderr
    assert re.search(r" s  in all, 15 files looked at, 15 parsed$", first, re.MULTILINE)
    assert re.search(r" s  linking$", first, re.MULTILINE)
    assert len(re.findall(r" s  check_\d+\.py$", first, re.MULTILINE)) == 10
    assert "0 parsed" in command("check", "--profile", *cache).stderr


def test_the_cache_can_be_deleted(command: Command, tree: Path) -> None:
    folder = str(tree / ".kept")
    command("check", "--cache-dir", folder)
    assert "15 entries deleted" in command("clean", "--cache-dir", folder).stdout
    assert "nothing kept" in command("clean", "--cache-dir", folder).stdout


def test_no_other_folder_is_deleted(command: Command, tree: Path) -> None:
    result = command("clean", "--cache-dir", str(tree))
    assert result.exit_code == 2
    assert "CACHEDIR.TAG" in result.stderr
    assert (tree / "check_4100.py").exists()
