"""The diagnostic format of reviewdog, which comments on pull requests wherever they are.

Columns count bytes of UTF-8, from 1, as that format has it; ends are exclusive. A suggestion is one
stretch of the file of its finding, and people take it by itself: so there are suggestions for flows
that change one file only, each from the first line that changes to the last.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from clb_migrate.findings import Certainty, Finding, Location, Span
from clb_migrate.output import View
from clb_migrate.output.edits import edits, merged, texts_of
from clb_migrate.output.excerpt import lines_of, printable
from clb_migrate.output.statistics import condensed

MACHINE_READABLE = True
SHOWS_FIXES = True

if TYPE_CHECKING:
    from clb_migrate.fixes.results import FileChange
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
        "diagnostics": [
            _diagnostic(finding, lines) | _suggestions(report, position, lines)
            for position, finding in enumerate(report.findings)
        ],
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


def _suggestions(report: Report, position: int, lines: _Lines) -> dict[str, Any]:
    repairs = report.proposed.repairs.get(position, ()) if report.proposed else ()
    path = report.findings[position].location.path
    found = [
        _suggestion(change, lines)
        for repair in repairs
        for change in repair.changes
        if len(repair.changes) == 1 and change.shown == path
    ]
    return {"suggestions": found} if found else {}


def _suggestion(change: FileChange, lines: _Lines) -> dict[str, Any]:
    before, after = texts_of(change)
    edit = merged(before, edits(before, after))
    return {"range": _range(edit.span, lines.get(change.shown, [])), "text": edit.text}


def _location(location: Location, lines: _Lines) -> dict[str, Any]:
    return {
        "path": location.path,
        "range": _range(location.span, lines.get(location.path, [])),
    }


def _range(span: Span, lines: list[str]) -> dict[str, Any]:
    return {
        "start": _position(lines, span.line, span.column),
        "end": _position(lines, span.end_line, span.end_column),
    }


def _position(lines: list[str], line: int, column: int) -> dict[str, int]:
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    extra = len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": line, "column": column + extra}
