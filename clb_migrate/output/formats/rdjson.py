"""The diagnostic format of reviewdog, which comments on pull requests wherever they are.

Columns count bytes of UTF-8, from 1, as that format has it; ends are exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from clb_migrate.findings import Certainty, Finding, Location
from clb_migrate.output import View
from clb_migrate.output.excerpt import lines_of, printable
from clb_migrate.output.statistics import condensed

MACHINE_READABLE = True

if TYPE_CHECKING:
    from clb_migrate.run import Report

_SEVERITIES = {
    Certainty.CERTAIN: "ERROR",
    Certainty.LIKELY: "WARNING",
    Certainty.POSSIBLE: "INFO",
}
_Lines = Mapping[str, list[str]]


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield the object that holds all diagnostics."""
    lines = {path: lines_of(text) for path, text in report.texts.items()}
    result = {
        "source": {"name": "clb-migrate"},
        "diagnostics": [_diagnostic(finding, lines) for finding in report.findings],
    }
    yield json.dumps(result, indent=2) + "\n"


def render_statistics(report: Report, view: View) -> Iterator[str]:
    """Yield the object with a diagnostic for each rule that found something."""
    return render(condensed(report), view)


def _diagnostic(finding: Finding, lines: _Lines) -> dict[str, Any]:
    told = (finding.message, finding.meaning, finding.action)
    found: dict[str, Any] = {
        "message": "\n".join(printable(line) for text in told if text for line in text.split("\n")),
        "location": _location(finding.location, lines),
        "severity": _SEVERITIES[finding.certainty],
        "code": {"value": finding.rule},
    }
    if finding.trail:
        found["related_locations"] = [
            {"message": printable(step.text), "location": _location(step.location, lines)}
            for step in finding.trail
        ]
    return found


def _location(location: Location, lines: _Lines) -> dict[str, Any]:
    path, span = location.path, location.span
    known = lines.get(path, [])
    return {
        "path": path,
        "range": {
            "start": _position(known, span.line, span.column),
            "end": _position(known, span.end_line, span.end_column),
        },
    }


def _position(lines: list[str], line: int, column: int) -> dict[str, int]:
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    extra = len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": line, "column": column + extra}
