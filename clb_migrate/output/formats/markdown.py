"""A summary in Markdown, for a comment on a pull request or the summary of a CI job.

Such places take some 65,000 characters, so it lists as many findings as fit, the surest first, and
says how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.findings import Finding
from clb_migrate.output import View
from clb_migrate.output.excerpt import printable
from clb_migrate.output.statistics import counts, summary

MACHINE_READABLE = False
SHOWS_FIXES = False

if TYPE_CHECKING:
    from clb_migrate.run import Report

_ROOM = 60_000
# Escapes with backslashes do not hold in HTML elements, nor in what is no Markdown of the standard.
_MEANS_SOMETHING = {ord(each): f"&#{ord(each)};" for each in "&<>\"'\\`*_[]~|$@#!{}"}
_TITLE = "### clb-migrate\n\n"


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield a heading, a sentence, a table of rules and one of findings."""
    yield from _overview(report)
    if not report.findings:
        return
    yield "\n| where | rule | certainty | what | API 3.0 |\n| --- | --- | --- | --- | --- |\n"
    room = _ROOM
    surest_first = sorted(report.findings, key=lambda each: -each.certainty)
    for number, finding in enumerate(surest_first):
        row = _row(finding)
        room -= len(row)
        if room < 0:
            left = len(surest_first) - number
            yield f"\nNot listed here, for want of room: {left} of {len(surest_first)}.\n"
            return
        yield row


def render_statistics(report: Report, _view: View) -> Iterator[str]:
    """Yield a heading, a sentence and a table of rules."""
    return _overview(report)


def _overview(report: Report) -> Iterator[str]:
    yield _TITLE + _text(summary(report)) + "\n"
    if report.findings:
        yield "\n| findings | rule | |\n| ---: | --- | --- |\n"
        for count in counts(report):
            yield f"| {count.findings} | {_text(count.rule)} | {_text(count.name)} |\n"
    for notice in report.notices:
        yield f"\nWarning: {_text(notice)}\n"


def _row(finding: Finding) -> str:
    place = f"{finding.location.path}:{finding.location.span.line}"
    replacement = "<br>".join(map(_code, finding.replacement)) or "no counterpart"
    cells = (
        _code(place),
        _text(finding.rule),
        finding.certainty.label,
        _text(finding.message),
        replacement if finding.legacy else "",
    )
    return f"| {' | '.join(cells)} |\n"


def _code(text: str) -> str:
    return f"<code>{_text(text)}</code>"


def _text(text: str) -> str:
    """Return text of one line that means nothing to Markdown or HTML."""
    return printable(text).translate(_MEANS_SOMETHING)
