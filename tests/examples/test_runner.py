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
from tests.examples.runner import (
    Expectation,
    Place,
    differences,
    expectations_in,
    flaws,
    minimum_of,
    places_in,
)

LINES = {
    "app.py": (
        "from QcloudApi.qcloudapi import QcloudApi",
        "answer = something(else_)",
        "if answer['code'] == 4100:",
    )
}


PLACES = {"import": ("app.py", 1), "call": ("lib/client.py", 8), "check": ("app.py", 3)}


def source(text: str, path: str = "app.py") -> Source:
    return Source(path, text.encode(), text)


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
    marked = source("\n\nif code == 4100:  # expect: " + text + "\n")
    return list(expectations_in(marked, PLACES))


def passing(*places: Place) -> Finding:
    """The finding with a trail through these lines."""
    steps = [TrailStep(Location(path, Span(line, 1, line, 2)), "a step") for path, line in places]
    return dataclasses.replace(FINDING, trail=tuple(steps))


def test_a_marker_is_read() -> None:
    assert expected("CLB101 4100 4105; CLB104 likely") == [
        Expectation("app.py", 3, "CLB101", frozenset({"4100", "4105"}), Certainty.CERTAIN),
        Expectation("app.py", 3, "CLB104", frozenset(), Certainty.LIKELY),
    ]


def test_a_marker_in_a_string_is_text() -> None:
    assert list(expectations_in(source('help = "# expect: CLB101"\n'))) == []


def test_a_marker_may_name_the_way_of_the_trail() -> None:
    assert expected("CLB101 4100 via import call; CLB104") == [
        Expectation(
            path="app.py",
            line=3,
            rule="CLB101",
            legacy=frozenset({"4100"}),
            certainty=Certainty.CERTAIN,
            via=(("app.py", 1), ("lib/client.py", 8)),
        ),
        Expectation("app.py", 3, "CLB104", frozenset(), Certainty.CERTAIN),
    ]


def test_lines_get_names_alone_or_behind_another_marker() -> None:
    app = source("import lib  # here: first\n# here is nothing\nlib.call()  # here: last-call\n")
    lib = source("\nask()  # expect: CLB204  # here: ask\n", "lib.py")
    assert places_in([app, lib]) == {
        "first": ("app.py", 1),
        "last-call": ("app.py", 3),
        "ask": ("lib.py", 2),
    }
    assert [wanted.rule for wanted in expectations_in(lib)] == ["CLB204"]


def test_one_name_for_two_lines_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"lib\.py:1: call names"):
        places_in([source("f()  # here: call\n"), source("g()  # here: call\n", "lib.py")])


def test_a_name_that_no_line_has_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"app\.py:3: no line is named elsewhere"):
        expected("CLB101 via import elsewhere")


@pytest.mark.parametrize(
    "comment",
    [
        "# expect: 4100",
        "# expect:",
        "# expect CLB101",
        "# expect: CLB101 likely possible",
        "# expect: CLB101 via",
        "# expect: CLB101  # expect CLB104",
        "# here:",
        "# here: two words",
    ],
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


@pytest.mark.parametrize("text", ["import", "call", "import call", "import call check"])
def test_a_trail_may_pass_other_lines_too(text: str) -> None:
    trail = [PLACES["import"], ("app.py", 2), PLACES["call"], PLACES["call"], PLACES["check"]]
    assert list(differences(expected("CLB101 4100 via " + text), [passing(*trail)])) == []


@pytest.mark.parametrize(
    "trail",
    [
        pytest.param(["import", "check"], id="missing"),
        pytest.param(["call", "import", "check"], id="in another order"),
        pytest.param([], id="no trail"),
    ],
)
def test_a_trail_that_goes_another_way_is_a_difference(trail: list[str]) -> None:
    finding = passing(*(PLACES[label] for label in trail))
    (difference,) = differences(expected("CLB101 4100 via import call"), [finding])
    assert "via app.py:1 lib/client.py:8, found app.py:3:1: CLB101 4100" in difference


def test_the_line_of_a_trail_is_one_of_that_file() -> None:
    finding = passing(("app.py", 1), ("app.py", 8))
    assert list(differences(expected("CLB101 via import call"), [finding])) != []


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
    way = passing(PLACES["import"], PLACES["call"])
    assert list(differences(expected("CLB101; CLB101 via call"), [way, FINDING])) == []


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
