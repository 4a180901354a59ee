"""The report sets goals beside what was measured, and hides nothing that is missing."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.benchmarks.cases import RUFF, Goal, goals, growth_case, sizes, tree_case
from tests.benchmarks.machine import processor
from tests.benchmarks.plots import svg, text_bars
from tests.benchmarks.report import Report, goal_row, markdown, table
from tests.benchmarks.samples import Case, Samples
from tests.benchmarks.tools import OURS
from tests.benchmarks.trees import Tree

CASE: Case = {OURS: Samples((1.0, 1.0)), RUFF: Samples((4.0, 6.0)), "<slow>": Samples((90.0,))}


def test_a_table() -> None:
    assert [*table(("a", "b"), [("1", "2")])] == ["| a | b |", "| --- | --- |", "| 1 | 2 |"]


@pytest.mark.parametrize(
    ("goal", "row"),
    [
        (Goal("quick", "x", RUFF, OURS, 4, aim=5), ("at least 4 (aim 5)", "5.00 (4.00-6.00)", "")),
        (Goal("quick", "x", RUFF, OURS, 8), ("at least 8", "5.00 (4.00-6.00)", "**missed**")),
        (Goal("small", "x", OURS, RUFF, 1, at_least=False), ("at most 1", "0.21 (0.17-0.25)", "")),
        (
            Goal("small", "x", RUFF, OURS, 1, at_least=False),
            ("at most 1", "5.00 (4.00-6.00)", "**missed**"),
        ),
        (Goal("peer", "x", "semgrep", OURS, 20), ("at least 20", "not measured", "-")),
    ],
)
def test_goals_stand_beside_what_was_measured(goal: Goal, row: tuple[str, str, str]) -> None:
    wanted, measured, verdict = row
    expected = {"": "reached", "-": ""}.get(verdict, verdict)
    assert goal_row(goal, {"x": CASE}) == (goal.what, wanted, measured, expected)


def test_what_was_cut_off_never_stays_within_a_bound() -> None:
    goal = Goal("growth", "x", "large", "small", 3, at_least=False)
    case = {"large": Samples((2.0,), cut_off=True), "small": Samples((1.0,))}
    assert goal_row(goal, {"x": case})[2:] == (">2.00", "**missed**")


def test_every_goal_names_a_case_that_is_measured() -> None:
    wanted = {goal.case: {goal.over, goal.under} for goal in goals(20_000, 5_000)}
    assert wanted[tree_case(20_000, 0.0)] <= {OURS, RUFF, "ripgrep"}
    assert wanted[growth_case(0.0)] <= {f"{size} files" for size in sizes(20_000)}
    assert sizes(20_000) == (5_000, 10_000, 20_000, 40_000)


def test_the_report() -> None:
    name, grown = tree_case(2_000, 0.0), growth_case(0.0)
    small = Tree(Path("small"), 500, 0, 5_000_000)
    told = markdown(
        Report(
            "2026-01-02, 2 cores",
            0.5,
            2,
            {OURS: "1.2.3"},
            ["semgrep"],
            tuple(goals(2_000, 500)),
            {
                name: CASE,
                grown: {"500 files": Samples((2.0,)), "1000 files": Samples((5.0,))},
                "share, 1 % legacy": {OURS: Samples((3.0,))},
                "memory, clean tree": {OURS: Samples((50e6,))},
            },
            {name: small, f"{grown}: 500 files": small},
            ["fixit ended with 2: bad option"],
        )
    )
    for line in (
        "Not installed, so left out: semgrep.",
        "Left out: fixit ended with 2: bad option",
        "### Clean tree, 2,000 files (5 MB, 0 of them legacy)",
        f"| {RUFF} | 5.00 (4.00-6.00) | 5.00 (4.00-6.00) |",
        "| <slow> | 90.0 | 90.0 |",
        "| 500 files | 5 | 2.00 | 1.00 | 2.50 |",
        "| 1000 files | 0 | 5.00 | 2.50 |  |",
        "| 1 % legacy | 3.00 |",
        f"| clean tree | {OURS} | 50.0 |",
    ):
        assert line in told.splitlines()


def test_bars_are_ordered_and_logarithmic() -> None:
    lines = text_bars({"b": Samples((10.0,)), "a": Samples((100.0,)), "c": Samples((1.0,))})
    assert [line.split()[0] for line in lines.splitlines()] == ["c", "b", "a"]
    assert [line.count("█") for line in lines.splitlines()] == [2, 21, 40]
    assert text_bars({}) == ""


def test_the_picture_is_valid_and_marks_our_own() -> None:
    root = ElementTree.fromstring(svg({"a & b": CASE}, OURS))
    texts = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[:3] == ["a & b, seconds", OURS, "1.00"]
    assert "<slow>" in texts
    bars = [each.get("fill") for each in root.iter("{http://www.w3.org/2000/svg}rect")]
    assert bars.count("#2f6fde") == 1
    ElementTree.fromstring(svg({}, OURS))


def test_the_processor_is_named() -> None:
    assert processor("flags : a\nmodel name\t: Fast One\nmodel name\t: Other\n") == "Fast One"
    assert processor("") == "an unknown processor"
