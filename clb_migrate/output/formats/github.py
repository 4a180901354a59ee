"""Workflow commands of GitHub Actions: each finding becomes an annotation of its line.

GitHub shows ten errors, ten warnings and ten notices of a step; `sarif` has no such limit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from clb_migrate.findings import Certainty, Finding
from clb_migrate.output import View
from clb_migrate.output.excerpt import printable
from clb_migrate.output.statistics import condensed

MACHINE_READABLE = True
SHOWS_FIXES = False

if TYPE_CHECKING:
    from clb_migrate.run import Report

_COMMANDS = {
    Certainty.CERTAIN: "error",
    Certainty.LIKELY: "warning",
    Certainty.POSSIBLE: "notice",
}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})
_TITLE = "clb-migrate"


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield a command for each finding and for each notice."""
    if report.failure:
        yield _command("error", {"title": _TITLE}, report.failure)
    for finding in report.findings:
        yield _command(_COMMANDS[finding.certainty], _properties(finding), _text(finding))
    for notice in report.notices:
        yield _command("warning", {"title": _TITLE}, notice)


def render_statistics(report: Report, view: View) -> Iterator[str]:
    """Yield a command for each rule that found something."""
    return render(condensed(report), view)


def _properties(finding: Finding) -> Mapping[str, str | int]:
    span = finding.location.span
    # Columns mean something to GitHub only where all is on one line.
    columns = {"col": span.column, "endColumn": span.end_column}
    return {
        "file": finding.location.path,
        "line": span.line,
        "endLine": span.end_line,
        **(columns if span.line == span.end_line else {}),
        "title": f"{finding.rule} {finding.name}",
    }


def _text(finding: Finding) -> str:
    return "\n".join(filter(None, (finding.message, finding.meaning, finding.action)))


def _command(name: str, properties: Mapping[str, str | int], text: str) -> str:
    told = ",".join(
        f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items()
    )
    lines = "\n".join(map(printable, text.split("\n")))
    return f"::{name} {told}::{lines.translate(_IN_TEXT)}\n"
