"""The result as Markdown: the goals beside what was measured, then every case with its ratios."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.benchmarks import cases as names
from tests.benchmarks.cases import Goal
from tests.benchmarks.plots import text_bars
from tests.benchmarks.samples import Case, Samples, ratio, short
from tests.benchmarks.tools import OURS
from tests.benchmarks.trees import Tree


@dataclass(frozen=True, slots=True)
class Report:
    """All that is told of a benchmark."""

    machine: str
    load: float
    runs: int
    versions: Mapping[str, str]
    missing: Sequence[str]
    """Peers that are not installed."""
    goals: Sequence[Goal]
    cases: Mapping[str, Case]
    trees: Mapping[str, Tree] = field(default_factory=dict)
    notes: Sequence[str] = ()


def markdown(report: Report) -> str:
    """Return the whole report, ready to be pasted."""
    versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    lines = [
        "## Speed",
        "",
        f"Measured by `python -m tests.benchmarks` on {report.machine}. Medians of "
        f"{report.runs} runs in turn (least to most), page cache warm; load when it began "
        f"{report.load:.1f}.",
        f"Versions: {versions}.",
        "",
        *table(
            ("ratio of wall time, or of memory", "goal", "measured", ""),
            (goal_row(goal, report.cases) for goal in report.goals),
        ),
    ]
    if report.missing:
        lines += ["", f"Not installed, so left out: {', '.join(report.missing)}."]
    for note in report.notes:
        lines += ["", f"Left out: {note}"]
    for name, case in report.cases.items():
        if not name.startswith(("share", "memory", "growth")) and name != names.PARSING:
            lines += _times(name, case, report.trees.get(name))
    lines += _growth(report)
    lines += _shares(report.cases)
    lines += _memory(report.cases)
    return "\n".join(lines) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"


def spread(samples: Samples, unit: float = 1.0) -> str:
    """Write the median of figures, and from where to where they go."""
    least, most = min(samples.values) / unit, max(samples.values) / unit
    told = f"{'>' if samples.cut_off else ''}{short(samples.median / unit)}"
    return told if least == most else f"{told} ({short(least)}-{short(most)})"


def goal_row(goal: Goal, cases: Mapping[str, Case]) -> tuple[str, ...]:
    """Return what a goal asks for, what was measured, and whether that is enough."""
    measured = goal.measured(cases)
    if measured is None:
        return goal.what, goal.wanted, "not measured", ""
    verdict = "reached" if goal.reached(measured) else "**missed**"
    return goal.what, goal.wanted, str(measured), verdict


def _times(name: str, case: Case, tree: Tree | None) -> Iterator[str]:
    size = f" ({tree.megabytes:.0f} MB, {tree.legacy} of them legacy)" if tree else ""
    yield from ("", f"### {name[:1].upper()}{name[1:]}{size}", "")
    ours = case.get(OURS)
    rows = (
        (label, spread(samples), str(ratio(samples, ours)) if ours else "")
        for label, samples in case.items()
    )
    yield from table(("command", "seconds", f"times {OURS}'s"), rows)
    yield from ("", "```text", text_bars(case), "```")


def _growth(report: Report) -> Iterator[str]:
    grown = {name: case for name, case in report.cases.items() if name.startswith("growth")}
    for name, case in grown.items():
        yield from ("", f"### {name[:1].upper()}{name[1:]}", "")
        first = next(iter(case.values()), None)
        rows = []
        for label, samples in case.items():
            tree = report.trees.get(f"{name}: {label}")
            size = tree.megabytes if tree else 0.0
            speed = short(size / samples.median) if size else ""
            times = str(ratio(samples, first)) if first else ""
            rows.append((label, f"{size:.0f}", spread(samples), times, speed))
        yield from table(("tree", "MB", "seconds", "times the smallest", "MB/s"), rows)


def _shares(cases: Mapping[str, Case]) -> Iterator[str]:
    found = {name: case for name, case in cases.items() if name.startswith("share")}
    if not found:
        return
    yield from ("", "### Share of legacy files", "")
    labels = list(dict.fromkeys(label for case in found.values() for label in case))
    rows = (
        (
            name.removeprefix("share, "),
            *(spread(case[label]) if label in case else "" for label in labels),
        )
        for name, case in found.items()
    )
    yield from table(("tree", *(f"{label}, seconds" for label in labels)), rows)


def _memory(cases: Mapping[str, Case]) -> Iterator[str]:
    found = {name: case for name, case in cases.items() if name.startswith("memory")}
    if not found:
        return
    yield from ("", "### Peak memory of all processes together", "")
    rows = (
        (name.removeprefix("memory, "), label, spread(samples, 1e6))
        for name, case in found.items()
        for label, samples in case.items()
    )
    yield from table(("tree", "command", "MB"), rows)
