"""Formats that put findings beside the lines of a merge request: GitHub, GitLab, reviewdog."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from clb_migrate.findings import Location, Span
from clb_migrate.output import View
from clb_migrate.output.formats import github, gitlab, rdjson
from clb_migrate.run import Report
from tests.output.reports import (
    ALL_SURE,
    CHECK,
    CODE,
    EMPTY,
    FAILED,
    FIXED,
    FULL,
    HOSTILE,
    NASTY_PATH,
    REPORTS,
    WITHHELD,
    schema,
)


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as a runner does: one a line, undone in the runner's order."""

    def text(data: str) -> str:
        return data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")

    def value(data: str) -> str:
        return text(data.replace("%3A", ":").replace("%2C", ","))

    found = []
    for line in "".join(github.render(report, View())).splitlines():
        match = re.fullmatch(r"::(\w+)(?: (.*?))?::(.*)", line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        found.append((match[1], {key: value(data) for key, data in pairs}, text(match[3])))
    return found


class TestGitHub:
    def test_a_finding(self) -> None:
        assert commands(FULL)[0] == (
            "error",
            {
                "file": "app/cloud.py",
                "line": "5",
                "endLine": "5",
                "col": "8",
                "endColumn": "30",
                "title": "CLB101 error-code-check",
            },
            "compares the legacy code with 4104\nThe key does not exist\n"
            "Check the key used for the request.",
        )

    def test_certainties(self) -> None:
        assert [each[0] for each in commands(ALL_SURE)] == ["error", "warning", "notice"]

    def test_columns_only_on_one_line(self) -> None:
        finding = replace(CHECK, location=Location("a.py", Span(1, 3, 2, 3)))
        ((_, properties, _),) = commands(Report((finding,), 1, 1))
        assert "col" not in properties
        assert properties["endLine"] == "2"

    def test_nothing_found(self) -> None:
        assert commands(EMPTY) == []

    def test_what_the_code_says_cannot_become_a_command(self) -> None:
        finding, notice = commands(HOSTILE)
        assert finding[1]["file"] == NASTY_PATH
        assert finding[2].startswith("50% ]]>&lt; | `x` <b>*y*</b> \\x1b[2J\\x00\\u202e 错误")
        assert notice[0] == "warning"
        assert finding[2].count("\n") == 5  # one more for each of its three texts

    def test_a_check_that_could_not_be_done(self) -> None:
        assert commands(FAILED) == [
            ("error", {"title": "clb-migrate"}, "no such file or folder: 'missing'")
        ]

    def test_statistics(self) -> None:
        report = Report((CHECK, CHECK), 2, 1)
        (line,) = github.render_statistics(report, View())
        assert line.endswith("::2 findings of error-code-check, the first of them here\n")


def issues(report: Report) -> Any:
    return json.loads("".join(gitlab.render(report, View())))


class TestGitLab:
    @pytest.mark.parametrize("name", REPORTS)
    def test_it_is_valid(self, name: str) -> None:
        for render in (gitlab.render, gitlab.render_statistics):
            written = "".join(render(REPORTS[name], View()))
            assert written.isascii()
            schema("codequality").validate(json.loads(written))

    def test_a_finding(self) -> None:
        issue = issues(FULL)[0]
        assert issue["check_name"] == "CLB101"
        assert issue["description"] == "compares the legacy code with 4104"
        assert issue["location"] == {"path": "app/cloud.py", "lines": {"begin": 5, "end": 5}}

    def test_nothing_found(self) -> None:
        assert issues(EMPTY) == issues(FAILED) == []

    def test_severities(self) -> None:
        assert [each["severity"] for each in issues(ALL_SURE)] == ["major", "minor", "info"]

    def test_a_fingerprint_is_unique_over_files(self) -> None:
        texts = dict.fromkeys(("a.py", "b.py"), CODE)
        there = [replace(CHECK, location=Location(path, CHECK.location.span)) for path in texts]
        found = issues(Report((*there, there[1]), 2, 2, texts))
        assert len({each["fingerprint"] for each in found}) == 3

    def test_paths_are_as_they_are(self) -> None:
        assert issues(HOSTILE)[0]["location"]["path"] == NASTY_PATH


def diagnostics(report: Report) -> Any:
    return json.loads("".join(rdjson.render(report, View())))["diagnostics"]


class TestReviewdog:
    @pytest.mark.parametrize("name", REPORTS)
    def test_it_is_valid(self, name: str) -> None:
        for render in (rdjson.render, rdjson.render_statistics):
            written = "".join(render(REPORTS[name], View()))
            assert written.isascii()
            schema("rdjson").validate(json.loads(written))

    def test_a_finding(self) -> None:
        found = diagnostics(FULL)[0]
        assert found["code"] == {"value": "CLB101"}
        assert found["message"].startswith("compares the legacy code with 4104\n")
        assert found["location"] == {
            "path": "app/cloud.py",
            "range": {"start": {"line": 5, "column": 8}, "end": {"line": 5, "column": 30}},
        }
        assert [each["message"] for each in found["related_locations"]] == [
            "imports the legacy SDK",
            "parses the answer",
        ]

    def test_nothing_found(self) -> None:
        assert diagnostics(EMPTY) == []

    def test_severities(self) -> None:
        found = [each["severity"] for each in diagnostics(ALL_SURE)]
        assert found == ["ERROR", "WARNING", "INFO"]

    def test_columns_count_bytes(self) -> None:
        # `'💥ü' , ` is six characters and ten bytes; 错 is one character and three bytes.
        line = next(iter(HOSTILE.texts.values()))
        assert line[7:8] == "错"
        (found,) = diagnostics(HOSTILE)
        start = len(line[:7].encode()) + 1
        assert found["location"]["range"] == {
            "start": {"line": 1, "column": start},
            "end": {"line": 1, "column": start + 3},
        }

    def test_a_flow_within_one_file_is_a_suggestion(self) -> None:
        first, second, third = diagnostics(FIXED)
        # Half of what a flow changes would be worse than nothing.
        assert "suggestions" not in first
        assert "suggestions" not in second
        assert third["suggestions"] == [
            {
                "range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 8}},
                "text": '\u4e2d = ""',
            }
        ]

    def test_what_is_withheld_is_not_told(self) -> None:
        assert len(diagnostics(WITHHELD)) == 1
