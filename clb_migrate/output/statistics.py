"""How many findings of which rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clb_migrate.withholding import Origin

if TYPE_CHECKING:
    from clb_migrate.run import Report


@dataclass(frozen=True, slots=True)
class Count:
    """A rule and the number of its findings."""

    rule: str
    name: str
    findings: int


def counts(report: Report) -> tuple[Count, ...]:
    """Return the rules that found something, the most frequent first."""
    found = Counter((finding.rule, finding.name) for finding in report.findings)
    return tuple(
        Count(rule, name, number)
        for (rule, name), number in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


def condensed(report: Report) -> Report:
    """Return a report with one finding for each rule that found something: how many there are.

    For formats that know nothing but findings. It stands where the first of them does.
    """
    found = []
    for count in counts(report):
        first = next(each for each in report.findings if each.rule == count.rule)
        number = _counted(count.findings, "finding")
        message = f"{number} of {count.name}, the first of them here"
        certainty = max(each.certainty for each in report.findings if each.rule == count.rule)
        found.append(
            replace(
                first,
                message=message if count.findings > 1 else f"{number} of {count.name}",
                certainty=certainty,
                legacy=(),
                meaning="",
                action="",
                replacement=(),
                trail=(),
            )
        )
    return replace(report, findings=tuple(found), withheld=(), proposed=None)


def summary(report: Report) -> str:
    """Return one sentence on the whole run."""
    if report.failure:
        return f"Nothing was checked: {report.failure}"
    checked = checked_files(report.scanned, report.asked, _withheld(report))
    if not report.findings:
        return f"All checks passed {checked}."
    files = len({finding.location.path for finding in report.findings})
    findings = _counted(len(report.findings), "finding")
    return f"Found {findings} in {_counted(files, 'file')} {checked}."


def checked_files(scanned: int, asked: int | None, more: Iterable[str] = ()) -> str:
    """Return what was looked at, in brackets: so many files, and how many of them were meant.

    `more` is told behind it, as phrases.
    """
    told = [f"{_counted(scanned, 'file')} checked"]
    if asked is not None:
        told.append(f"{asked or 'none'} of them reported on")
    return f"({', '.join([*told, *more])})"


def _withheld(report: Report) -> Iterator[str]:
    """Yield how many findings are not reported, and where that is said."""
    found = Counter(each.withholding.origin for each in report.withheld)
    for origin, where in _WHERE.items():
        if found[origin]:
            yield f"{found[origin]} {where}"


_WHERE = {Origin.IN_SOURCE: "suppressed", Origin.EXTERNAL: "in the baseline"}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
