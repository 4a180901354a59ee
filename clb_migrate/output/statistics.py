"""How many findings of which rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

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


def summary(report: Report) -> str:
    """Return one sentence on the whole run."""
    checked = f"({_counted(report.scanned, 'file')} checked)"
    if not report.findings:
        return f"All checks passed {checked}."
    files = len({finding.location.path for finding in report.findings})
    findings = _counted(len(report.findings), "finding")
    return f"Found {findings} in {_counted(files, 'file')} {checked}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
