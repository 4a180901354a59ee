"""The runner itself: it must notice what is missing, unwanted, or wrongly described."""

from __future__ import annotations

import dataclasses

import pytest

from clb_migrate.findings import (
    Applicability,
    Certainty,
    Finding,
    Fix,
    Location,
    Span,
    TrailStep,
)
from clb_migrate.source.read import Source
from tests.examples.runner import Expectation, differences, expectations_in, flaws, minimum_of

LINES = {
    "app.py": (
        "from QcloudApi.qcloudapi import QcloudApi",
        "answer = something(else_)",
        "if answer['code'] == 4100:",
    )
}


def source(text: str) -> Source:
    return Source("app.py", text.encode(), text)


def place(line: int) -> Location:
    return Location("app.py", Span(line, 1, line, 2))


FINDING = Finding(
    rule="CLB101",
    name="error-code-check",
    location=place(3),
    message="The legacy code 4100 is compared.",
    certainty=Certainty.CERTAIN,
    legacy=("4100",),
    meaning="",
    action="",
    replacement=(),
    fix=Fix(Applicability.MANUAL, ""),
    trail=(TrailStep(place(1), "imported here"), TrailStep(place(3), "compared here")),
)


def expected(text: str) -> list[Expectation]:
    return list(expectations_in(source("\n\nif code == 4100:  # expect: " + text + "\n")))


def test_a_marker_is_read() -> None:
    assert expected("CLB101 4100 4105; CLB104 likely") == [
        Expectation("app.py", 3, "CLB101", frozenset({"4100", "4105"}), Certainty.CERTAIN),
        Expectation("app.py", 3, "CLB104", frozenset(), Certainty.LIKELY),
    ]


def test_a_marker_in_a_string_is_text() -> None:
    assert list(expectations_in(source('help = "# expect: CLB101"\n'))) == []


@pytest.mark.parametrize(
    "comment",
    ["# expect: 4100", "# expect:", "# expect CLB101", "# expect: CLB101 likely possible"],
)
def test_a_malformed_marker_is_an_error(comment: str) -> None:
    with pytest.raises(ValueError, match=r"app\.py:1"):
        list(expectations_in(source(f"x = 1  {comment}\n")))


def test_the_first_line_sets_the_least_certainty() -> None:
    assert minimum_of(source("# min-confidence: possible\n")) is Certainty.POSSIBLE
    assert minimum_of(source("x = 1\n# min-confidence: possible\n")) is Certainty.LIKELY


@pytest.mark.parametrize("text", ["CLB101", "CLB101 4100", "CLB101 certain 4100"])
def test_what_was_expected_is_no_difference(text: str) -> None:
    assert list(differences(expected(text), [FINDING])) == []


@pytest.mark.parametrize("text", ["CLB101 4105", "CLB101 4100 4105", "CLB101 4100 likely"])
def test_a_wrong_value_or_certainty_is_one_difference(text: str) -> None:
    assert len(list(differences(expected(text), [FINDING]))) == 1


def test_a_missing_finding_is_a_difference() -> None:
    assert list(differences(expected("CLB101 4100"), [])) == [
        "missing  app.py:3: CLB101 4100 certain"
    ]


def test_an_unwanted_finding_is_a_difference() -> None:
    assert list(differences([], [FINDING])) == ["unwanted app.py:3:1: CLB101 4100 certain"]


def test_findings_of_one_line_are_counted() -> None:
    assert list(differences(expected("CLB101 4100"), [FINDING, FINDING])) != []
    assert list(differences(expected("CLB101; CLB101"), [FINDING])) != []


def test_the_pickiest_expectation_chooses_first() -> None:
    other = dataclasses.replace(FINDING, legacy=("4105",))
    assert list(differences(expected("CLB101; CLB101 4100"), [FINDING, other])) == []


def test_a_finding_in_order_has_no_flaw() -> None:
    assert list(flaws(FINDING, LINES)) == []


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param(dataclasses.replace(FINDING, message=" "), id="no message"),
        pytest.param(dataclasses.replace(FINDING, location=place(4)), id="outside the file"),
        pytest.param(dataclasses.replace(FINDING, trail=()), id="no trail"),
        pytest.param(
            dataclasses.replace(FINDING, trail=(TrailStep(place(0), "where?"),)),
            id="a step without position",
        ),
        pytest.param(
            dataclasses.replace(FINDING, trail=(TrailStep(place(1), ""),)),
            id="a step without words",
        ),
        pytest.param(
            dataclasses.replace(FINDING, trail=(TrailStep(place(2), "assigned"),)),
            id="no legacy source",
        ),
    ],
)
def test_flaws_are_told(finding: Finding) -> None:
    assert len(list(flaws(finding, LINES))) == 1


def test_only_proven_findings_of_a_response_need_a_trail() -> None:
    assert not list(flaws(dataclasses.replace(FINDING, trail=(), rule="CLB202"), LINES))
    likely = dataclasses.replace(FINDING, trail=(), certainty=Certainty.LIKELY)
    assert not list(flaws(likely, LINES))
