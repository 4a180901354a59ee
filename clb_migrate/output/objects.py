"""Findings and counts as plain objects, the same for every format that is made of JSON.

Lines and columns count from 1, ends are exclusive, and columns are code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from clb_migrate.findings import Finding, TrailStep
from clb_migrate.output.identities import fingerprints_of
from clb_migrate.output.statistics import counts

if TYPE_CHECKING:
    from clb_migrate.run import Report


def finding_objects(report: Report) -> Iterator[dict[str, Any]]:
    """Yield an object for each finding, with everything that is known of it."""
    for finding, fingerprint in zip(report.findings, fingerprints_of(report).found, strict=True):
        yield _finding(finding, fingerprint)


def count_objects(report: Report) -> Iterator[dict[str, Any]]:
    """Yield an object for each rule that found something."""
    for count in counts(report):
        yield {"rule": count.rule, "name": count.name, "count": count.findings}


def _finding(finding: Finding, fingerprint: str) -> dict[str, Any]:
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
        "fingerprint": fingerprint,
    }


def _step(step: TrailStep) -> dict[str, Any]:
    return {
        "path": step.location.path,
        "line": step.location.span.line,
        "column": step.location.span.column,
        "text": step.text,
    }
