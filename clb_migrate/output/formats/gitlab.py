"""A code quality report for GitLab: merge requests show what came and what went."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from clb_migrate.findings import Certainty, Finding
from clb_migrate.output import View
from clb_migrate.output.excerpt import printable
from clb_migrate.output.identities import fingerprints_of
from clb_migrate.output.statistics import condensed

MACHINE_READABLE = True
SHOWS_FIXES = False

if TYPE_CHECKING:
    from clb_migrate.run import Report

_SEVERITIES = {
    Certainty.CERTAIN: "major",
    Certainty.LIKELY: "minor",
    Certainty.POSSIBLE: "info",
}


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield an array with an object for each finding."""
    known = zip(report.findings, fingerprints_of(report).found, strict=True)
    yield json.dumps([_issue(*each) for each in known], indent=2) + "\n"


def render_statistics(report: Report, view: View) -> Iterator[str]:
    """Yield an array with an object for each rule that found something."""
    return render(condensed(report), view)


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    path, span = finding.location.path, finding.location.span
    # GitLab keeps one of several issues with one fingerprint, in whatever files they are.
    identity = sha256(f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "type": "issue",
        "categories": ["Compatibility"],
        "check_name": finding.rule,
        "description": printable(finding.message),
        "fingerprint": identity,
        "severity": _SEVERITIES[finding.certainty],
        "location": {"path": path, "lines": {"begin": span.line, "end": span.end_line}},
    }
