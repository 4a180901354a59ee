"""An array of objects, one for each finding; lines and columns count from 1, ends are exclusive.

Everything is ASCII, so that no encoding on the way can spoil it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from clb_migrate.findings import Finding, TrailStep
from clb_migrate.output import View
from clb_migrate.output.statistics import counts

MACHINE_READABLE = True

if TYPE_CHECKING:
    from clb_migrate.run import Report


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield the findings."""
    return _array(map(_finding, report.findings))


def render_statistics(report: Report, _view: View) -> Iterator[str]:
    """Yield how many findings each rule has."""
    return _array(
        {"rule": count.rule, "name": count.name, "count": count.findings}
        for count in counts(report)
    )


def _array(objects: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    separator = "["
    for each in objects:
        yield separator + "\n  " + json.dumps(each, indent=2).replace("\n", "\n  ")
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def _finding(finding: Finding) -> dict[str, Any]:
    span = finding.location.span
    return {
        "rule": finding.rule,
        "name": finding.name,
        "path": finding.location.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": finding.message,
        "confidence": finding.certainty.label,
        "legacy": list(finding.legacy),
        "meaning": finding.meaning,
        "action": finding.action,
        "replacement": list(finding.replacement),
        "trail": list(map(_step, finding.trail)),
        "fix": {"applicability": finding.fix.applicability.value, "reason": finding.fix.reason},
    }


def _step(step: TrailStep) -> dict[str, Any]:
    return {
        "path": step.location.path,
        "line": step.location.span.line,
        "column": step.location.span.column,
        "text": step.text,
    }
