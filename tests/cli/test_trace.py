"""`clb-migrate trace`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.test_process import imported_by

CLOUD = """\
import json
from QcloudApi.qcloudapi import QcloudApi

def describe():
    return json.loads(QcloudApi("lb", {}).call("DescribeLoadBalancers", {}))
"""
MAIN = """\
from cloud import describe
from vendor.api import fetch

resp = describe()
if resp["code"] == 4105:
    raise SystemExit

def handle(answer):
    return answer["code"] == 4100

def other():
    return fetch()["code"] == 4100
"""

REPORT = """\
main.py:5:4: resp["code"]
  5 | if resp["code"] == 4105:
    |    ^^^^^^^^^^^^
    is         legacy code of DescribeLoadBalancers (lb)
    trail
      cloud.py:2:6   imports QcloudApi.qcloudapi.QcloudApi
      cloud.py:5:23  makes a legacy client for module lb
      cloud.py:5:23  calls DescribeLoadBalancers
      cloud.py:5:12  parses it with json.loads
      main.py:4:8    returned by describe()
      main.py:5:4    reads "code" of the legacy response

main.py:5:4: resp
  5 | if resp["code"] == 4105:
    |    ^^^^
    is         legacy response of DescribeLoadBalancers (lb)
    trail
      cloud.py:2:6   imports QcloudApi.qcloudapi.QcloudApi
      cloud.py:5:23  makes a legacy client for module lb
      cloud.py:5:23  calls DescribeLoadBalancers
      cloud.py:5:12  parses it with json.loads
      main.py:4:8    returned by describe()

A check reports at main.py:5:
  CLB101 error-code-check [certain]: legacy code 4105 is AuthFailure.TokenFailure in API 3.0
"""


@pytest.fixture(autouse=True)
def project(tree: Path) -> None:
    (tree / "cloud.py").write_text(CLOUD)
    (tree / "main.py").write_text(MAIN)


def traced(command: Command, *arguments: str) -> dict[str, Any]:
    result = command("trace", *arguments, "--output-format", "json")
    assert result.exit_code == 0, result.stderr
    told: dict[str, Any] = json.loads(result.stdout)
    return told


class TestText:
    def test_a_value_with_its_trail_and_the_findings(self, command: Command) -> None:
        result = command("trace", "main.py:5")
        assert result.exit_code == 0
        assert result.stderr == ""
        assert result.stdout == REPORT

    def test_an_unknown_origin_with_the_way_out(self, command: Command) -> None:
        result = command("trace", "main.py:12")
        why = "comes from vendor.api.fetch(), which is not among the files checked"
        assert f"unknown origin: {why}\n    at         main.py:12:12\n" in result.stdout
        declaration = '[tool.clb-migrate.sources]: "vendor.api.fetch()" = "legacy response"'
        assert declaration in result.stdout
        assert "CLB101 error-code-check [likely]" in result.stdout

    def test_and_the_way_out_is_one(self, tree: Path, command: Command) -> None:
        (tree / "pyproject.toml").write_text(
            '[tool.clb-migrate.sources]\n"vendor.api.fetch()" = "legacy response"\n'
        )
        told = traced(command, "main.py:12")
        assert [each["is"][0]["kind"] for each in told["values"]] == [
            "legacy code",
            "legacy response",
        ]
        assert told["findings"][0]["confidence"] == "certain"

    def test_a_parameter_that_nothing_calls(self, tree: Path, command: Command) -> None:
        result = command("trace", "main.py:9")
        reason = "parameter answer of handle(), which nothing in the files checked calls"
        assert f"unknown origin: {reason}" in result.stdout
        (declared,) = {
            what["declare"]
            for value in traced(command, "main.py:9")["values"]
            for what in value["is"]
            if what["declare"]
        }
        (tree / "pyproject.toml").write_text(f"[tool.clb-migrate.sources]\n{declared}\n")
        assert traced(command, "main.py:9")["findings"][0]["confidence"] == "certain"


class TestJson:
    def test_the_same_content(self, command: Command) -> None:
        told = traced(command, "main.py:5:4")
        assert told == {
            "path": "main.py",
            "line": 5,
            "column": 4,
            "checked": True,
            "left_out": "",
            "given_up": "",
            "values": [
                {
                    "text": "resp",
                    "line": 5,
                    "column": 4,
                    "end_line": 5,
                    "end_column": 8,
                    "is": [
                        {
                            "kind": "legacy response",
                            "description": "legacy response of DescribeLoadBalancers (lb)",
                            "called_from": [],
                            "trail": told["values"][0]["is"][0]["trail"],
                            "declare": "",
                        }
                    ],
                }
            ],
            "findings": [
                {
                    "rule": "CLB101",
                    "name": "error-code-check",
                    "path": "main.py",
                    "line": 5,
                    "column": 4,
                    "message": "legacy code 4105 is AuthFailure.TokenFailure in API 3.0",
                    "confidence": "certain",
                }
            ],
        }
        assert told["values"][0]["is"][0]["trail"][-1] == {
            "path": "main.py",
            "line": 4,
            "column": 8,
            "text": "returned by describe()",
        }


class TestWhatACheckLooksAt:
    def test_a_file_that_names_no_api(self, tree: Path, command: Command) -> None:
        (tree / "known.py").write_text("def known(code):\n    return code == 4100\n")
        result = command("trace", "known.py:2")
        assert result.exit_code == 0
        assert (
            "parameter code of known(), which nothing in the files checked calls" in result.stdout
        )
        assert (
            "A check does not look at known.py: it names neither API (no host, SDK or command of "
            "theirs), and imports connect it with nothing that does.\n"
        ) in result.stdout
        assert "[possible]" in result.stdout

    def test_a_file_that_others_make_it_look_at(self, command: Command) -> None:
        assert traced(command, "main.py:4")["checked"] is True

    def test_a_file_that_is_not_among_them(self, command: Command) -> None:
        told = traced(command, "main.py:5", "cloud.py")
        assert told["left_out"] == "it is not among the files checked"
        assert told["values"][0]["is"][0]["kind"] == "legacy code"
        assert traced(command, "main.py:5", "--exclude", "main.py")["checked"] is False

    def test_another_folder_to_start_from(
        self, tree: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tree / "elsewhere").mkdir()
        here = traced(command, "main.py:5")
        monkeypatch.chdir(tree / "elsewhere")
        there = traced(command, "../main.py:5", "..")
        assert json.dumps(there).replace("../", "") == json.dumps(here)


class TestWhatCannotBeTold:
    @pytest.mark.parametrize(
        ("place", "message"),
        [
            ("main.py", "'main.py' is no FILE:LINE"),
            ("main.py:x", "'main.py:x' is no FILE:LINE"),
            ("missing.py:1", "no such file: 'missing.py'"),
            ("main.py:99", "main.py has 12 lines; there is no line 99"),
            ("main.py:0", "main.py has 12 lines; there is no line 0"),
            ("main.py:5:80", "line 5 of main.py has 24 columns; there is no column 80"),
            ("main.py:3", "there is no value to tell of at main.py:3"),
            ("main.py:6:1", "there is no value to tell of at main.py:6:1"),
            ("requirements.txt:1", "requirements.txt is not a Python file"),
            (".:1", "cannot read .: it is a folder, not a file"),
            ("notes.md:1", "cannot parse notes.md:3:"),
            ("old.py:1", "cannot parse old.py:2:"),
            ("latin.py:1", "cannot read latin.py: byte 0xe9 is not valid utf-8"),
        ],
    )
    def test_is_one_line(self, tree: Path, command: Command, place: str, message: str) -> None:
        (tree / "requirements.txt").write_text("requests\n")
        (tree / "notes.md").write_text("# Notes\n\nall of *this*\n")
        (tree / "old.py").write_text("print 1\nprint 2 +\n")
        (tree / "latin.py").write_bytes(b"x = '\xe9'\n")
        result = command("trace", place)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith("clb-migrate: error: ")
        assert message in result.stderr
        assert result.stderr.count("\n") == 1


def test_help_needs_no_parser(tree: Path) -> None:
    modules = imported_by(tree, "trace", "--help")
    assert "libcst" not in modules
    assert not any(module.startswith("clb_migrate.analysis") for module in modules)
