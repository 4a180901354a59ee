"""SARIF, against its schema and by what its readers need."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from clb_migrate import __version__
from clb_migrate.checks.base import all_checks
from clb_migrate.findings import Location, Span
from clb_migrate.output import View
from clb_migrate.output.edits import Edit
from clb_migrate.output.formats import sarif
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
    applied,
    schema,
)

REGION = ("startLine", "startColumn", "endLine", "endColumn")


def run_of(report: Report) -> Any:
    (run,) = json.loads("".join(sarif.render(report, View())))["runs"]
    return run


def results_of(report: Report) -> Any:
    return run_of(report)["results"]


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_valid(name: str) -> None:
    validator = schema("sarif-2.1.0")
    for render in (sarif.render, sarif.render_statistics):
        written = "".join(render(REPORTS[name], View()))
        assert written.isascii()
        validator.validate(json.loads(written))


def test_the_schema_is_one_that_refuses() -> None:
    log = json.loads("".join(sarif.render(FULL, View())))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert [*schema("sarif-2.1.0").iter_errors(log)]


def test_nothing_found_is_told_as_no_results_not_as_none() -> None:
    run = run_of(EMPTY)
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_check_that_could_not_be_done() -> None:
    (invocation,) = run_of(FAILED)["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "error"
    assert notification["message"]["text"] == "no such file or folder: 'missing'"


def test_the_tool_and_all_its_rules() -> None:
    driver = run_of(EMPTY)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("clb-migrate", __version__)
    assert "informationUri" not in driver
    assert [rule["id"] for rule in driver["rules"]] == [each.rule.id for each in all_checks()]
    assert len({rule["name"] for rule in driver["rules"]}) == len(driver["rules"])
    rules = {rule["id"]: rule for rule in driver["rules"]}
    rule = rules["CLB101"]
    assert rule["name"] == "ErrorCodeCheck"
    assert rule["fullDescription"]["text"].startswith("A legacy error code decides something: ")
    assert "\n" not in rule["fullDescription"]["text"]
    assert rule["help"]["markdown"].startswith("# CLB101 error-code-check\n\n")
    assert "#" not in rule["help"]["text"].split("\n")[0]
    assert rule["defaultConfiguration"]["enabled"] is True
    assert rules["CLB301"]["defaultConfiguration"]["enabled"] is False


def test_a_result() -> None:
    result = results_of(FULL)[0]
    rules = run_of(FULL)["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "CLB101"
    assert result["message"]["text"] == (
        "compares the legacy code with 4104. The key does not exist. "
        "Check the key used for the request."
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "app/cloud.py", "uriBaseId": "%SRCROOT%"},
                "region": {
                    "startLine": 5,
                    "startColumn": 8,
                    "endLine": 5,
                    "endColumn": 30,
                    "snippet": {"text": 'answer["code"] == 4104'},
                },
            }
        }
    ]
    assert result["properties"]["certainty"] == "certain"
    assert result["properties"]["legacy"] == ["4104"]
    assert result["properties"]["replacement"] == [*CHECK.replacement]


def test_levels() -> None:
    assert [each["level"] for each in results_of(ALL_SURE)] == ["error", "warning", "note"]


def test_a_trail_is_a_code_flow_that_ends_at_the_finding() -> None:
    (flow,) = results_of(FULL)[0]["codeFlows"]
    steps = [step["location"] for step in flow["threadFlows"][0]["locations"]]
    assert [step["message"]["text"] for step in steps] == [
        "imports the legacy SDK",
        "parses the answer",
        "compares the legacy code with 4104",
    ]
    assert steps[0]["physicalLocation"]["region"]["snippet"]["text"] == "QcloudApi.qcloudapi"
    assert "codeFlows" not in results_of(FULL)[1]


def test_a_trail_that_ends_at_the_finding_is_not_lengthened() -> None:
    step = replace(CHECK.trail[0], location=CHECK.location)
    (result,) = results_of(Report((replace(CHECK, trail=(step,)),), 1, 1))
    assert len(result["codeFlows"][0]["threadFlows"][0]["locations"]) == 1


def test_fingerprints_tell_results_of_a_file_apart_and_do_not_follow_lines() -> None:
    twice = replace(CHECK, location=Location("app/cloud.py", Span(7, 8, 7, 30)))
    code = CODE + CODE.splitlines()[4] + "\n"
    found = results_of(Report((CHECK, twice), 1, 1, {"app/cloud.py": code}))
    first, second = (each["partialFingerprints"]["clbMigrate/v1"] for each in found)
    assert first != second
    lower = replace(CHECK, location=Location("app/cloud.py", Span(6, 8, 6, 30)))
    moved = results_of(Report((lower,), 1, 1, {"app/cloud.py": "\n" + CODE}))
    assert moved[0]["partialFingerprints"]["clbMigrate/v1"] == first


def test_what_is_suppressed_or_in_a_baseline_is_told_as_such() -> None:
    found = [each["suppressions"] for each in results_of(WITHHELD)]
    assert found == [
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "done next week"}],
        [{"kind": "external", "status": "accepted"}],
    ]


def test_a_notice_is_a_notification() -> None:
    (invocation,) = run_of(WITHHELD)["invocations"]
    assert invocation["executionSuccessful"] is True
    assert [each["level"] for each in invocation["toolExecutionNotifications"]] == ["warning"]


def test_columns_are_code_points_and_lines_end_as_in_python() -> None:
    run = run_of(HOSTILE)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["startColumn"] == 8
    assert region["snippet"]["text"] == "错"


def uri_of(path: str) -> Any:
    (result,) = results_of(
        Report((replace(CHECK, location=Location(path, Span(1, 1, 1, 2))),), 1, 1)
    )
    return result["locations"][0]["physicalLocation"]["artifactLocation"]


@pytest.mark.parametrize(
    "path",
    [NASTY_PATH, "a b.py", "c:d.py", "100%.py", "#x?y.py", "../up.py", "中.py", "\\udcff.py"],
)
def test_paths_are_relative_references(path: str) -> None:
    location = uri_of(path)
    parts = urlsplit(location["uri"])
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote(parts.path) == path
    assert location["uri"].isascii()
    assert " " not in location["uri"]
    assert location["uriBaseId"] in run_of(EMPTY)["originalUriBaseIds"]


def test_a_path_outside_of_the_folder_is_absolute(tmp_path: Path) -> None:
    path = tmp_path / "a b.py"
    assert uri_of(str(path)) == {"uri": path.as_uri()}


def test_a_region_of_several_lines() -> None:
    finding = replace(CHECK, location=Location("a.py", Span(1, 3, 2, 3)))
    (result,) = results_of(Report((finding,), 1, 1, {"a.py": "ab(c,\r\n d)\r\n"}))
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "(c,\n d"}


def edits_in(change: Any) -> list[Edit]:
    return [
        Edit(Span(*(each["deletedRegion"][key] for key in REGION)), each["insertedContent"]["text"])
        for each in change["replacements"]
    ]


def test_a_fix_has_all_that_its_flow_changes() -> None:
    first, second, third = results_of(FIXED)
    assert "fixes" not in second
    (fix,) = first["fixes"]
    assert fix["description"]["text"] == "Migrate DescribeLoadBalancers to API 3.0, in 2 files."
    uris = [change["artifactLocation"]["uri"] for change in fix["artifactChanges"]]
    assert uris == ["app/cloud.py", "a%20b.txt"]
    assert FIXED.proposed is not None
    repairs = [repair for found in FIXED.proposed.repairs.values() for repair in found]
    told = [*fix["artifactChanges"], *third["fixes"][0]["artifactChanges"]]
    meant = [change for repair in repairs for change in repair.changes]
    for each, change in zip(told, meant, strict=True):
        assert applied(change.before.decode(), edits_in(each)) == change.after.decode()


def test_what_fix_would_do_is_told_of_each_result() -> None:
    found = [each["properties"]["fix"]["applicability"] for each in results_of(FIXED)]
    assert found == ["safe", "manual", "unsafe"]


def test_statistics_have_a_result_for_each_rule() -> None:
    report = Report((CHECK, CHECK, *FULL.findings[1:]), 2, 1)
    run = json.loads("".join(sarif.render_statistics(report, View())))["runs"][0]
    assert [each["message"]["text"] for each in run["results"]] == [
        "2 findings of error-code-check, the first of them here.",
        "1 finding of unreadable-file.",
    ]
