"""JUnit XML, as a reader of it sees it."""

from __future__ import annotations

from xml.etree import ElementTree as xml

import pytest
from junitparser import JUnitXml, TestSuite

from clb_migrate.output import View
from clb_migrate.output.formats import junit
from clb_migrate.run import Report
from tests.output.reports import ALL_SURE, CHECK, EMPTY, FAILED, FULL, HOSTILE, REPORTS, WITHHELD


def suites(report: Report) -> list[TestSuite]:
    found = JUnitXml.fromstring("".join(junit.render(report, View())))
    return [*found]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("statistics", [False, True])
def test_counts_are_what_is_there(name: str, statistics: bool) -> None:
    render = junit.render_statistics if statistics else junit.render
    written = "".join(render(REPORTS[name], View()))
    assert written.isascii()
    root = xml.fromstring(written)
    for element in (root, *root.iter("testsuite")):
        assert element.get("tests") == str(len([*element.iter("testcase")]))
        assert element.get("failures") == str(len([*element.iter("failure")]))
        assert element.get("errors") == str(len([*element.iter("error")]))
    assert [*root.iter("testcase")]


def test_a_finding_is_a_failed_case_of_its_file() -> None:
    first, second = suites(FULL)
    assert (first.name, second.name) == ("app/cloud.py", "b.py")
    (case,) = first
    assert case.classname == "app/cloud.py"
    assert case.name == "CLB101 error-code-check at 5:8: compares the legacy code with 4104"
    (failure,) = case.result
    assert failure.type == "CLB101"
    assert failure.message == "compares the legacy code with 4104"
    assert failure.text.splitlines() == [
        "app/cloud.py:5:8: compares the legacy code with 4104",
        "The key does not exist",
        "Check the key used for the request.",
        "API 3.0: AuthFailure.InvalidSecretId, AuthFailure.SecretIdNotFound",
        "certainty: certain",
    ]


def test_nothing_found_is_a_case_that_passed() -> None:
    (suite,) = suites(EMPTY)
    (case,) = suite
    assert case.is_passed


def test_a_check_that_could_not_be_done_is_an_error() -> None:
    ((case,),) = suites(FAILED)
    (error,) = case.result
    assert error.message == "no such file or folder: 'missing'"
    assert not case.is_passed


def test_cases_have_names_of_their_own() -> None:
    names = [(case.classname, case.name) for suite in suites(ALL_SURE) for case in suite]
    assert len(set(names)) == 3


def test_what_xml_cannot_hold_is_written_as_an_escape() -> None:
    ((case,),) = suites(HOSTILE)
    (failure,) = case.result
    assert "\\x1b[2J\\x00\\u202e 错误 \U0001f4a5" in failure.message
    assert "50% ]]>&lt; | `x` <b>*y*</b>" in failure.text
    assert "\\ufffe" in failure.text


def test_notices() -> None:
    root = xml.fromstring("".join(junit.render(WITHHELD, View())))
    (told,) = root.iter("system-err")
    assert told.text == "pyproject.toml: sources: nothing in the files checked is x.y"


def test_statistics() -> None:
    report = Report((CHECK, CHECK, CHECK), 2, 1)
    root = xml.fromstring("".join(junit.render_statistics(report, View())))
    (failure,) = root.iter("failure")
    assert failure.get("message") == "3 findings of error-code-check, the first of them here"
