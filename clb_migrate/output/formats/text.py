"""Findings for people: where, what, the line of code, what it means and what to do, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from clb_migrate.findings import Finding
from clb_migrate.output import View
from clb_migrate.output.blocks import code_at, shown_place, trail_lines
from clb_migrate.output.excerpt import lines_of, printable
from clb_migrate.output.statistics import counts, summary
from clb_migrate.output.style import Colour, coloured, labelled

MACHINE_READABLE = False
SHOWS_FIXES = False

if TYPE_CHECKING:
    from clb_migrate.run import Report

_INDENT = 4
_MARGIN = 15


def render(report: Report, view: View) -> Iterator[str]:
    """Yield each finding as a block of lines, and a closing sentence."""
    lines: Mapping[str, list[str]] = {path: lines_of(text) for path, text in report.texts.items()}
    for finding in report.findings:
        yield from _heading(finding, view)
        yield from code_at(finding.location, lines.get(finding.location.path, []), view)
        yield from _explanation(finding, view)
        yield "\n"
    yield _closing(report, view)


def render_statistics(report: Report, view: View) -> Iterator[str]:
    """Yield a table of rules with the number of their findings, and a closing sentence."""
    rows = counts(report)
    width = max((len(str(row.findings)) for row in rows), default=0)
    for row in rows:
        rule = coloured(row.rule, Colour.RULE, view)
        yield f"{row.findings:>{width}}  {rule}  {row.name}\n"
    yield _closing(report, view)


def _closing(report: Report, view: View) -> str:
    if view.quiet:
        return ""
    colour = Colour.HEADING if report.findings else Colour.GOOD
    return coloured(summary(report), colour, view) + "\n"


def _heading(finding: Finding, view: View) -> Iterator[str]:
    place = coloured(shown_place(finding.location), Colour.HEADING, view)
    rule = coloured(finding.rule, Colour.RULE, view)
    yield f"{place}: {rule} {finding.name}: {printable(finding.message)}\n"


def _explanation(finding: Finding, view: View) -> Iterator[str]:
    replacement = ", ".join(finding.replacement) or "no counterpart"
    facts = {
        "meaning": finding.meaning,
        "action": finding.action,
        "API 3.0": replacement if finding.legacy else "",
        "fix": f"{finding.fix.applicability.value}: {finding.fix.reason}".removesuffix(": "),
        "certainty": finding.certainty.label,
    }
    for label, text in facts.items():
        if text:
            yield from labelled(label, text, view, indent=_INDENT, margin=_MARGIN)
    if finding.trail:
        yield from labelled("trail", "", view, indent=_INDENT, margin=_MARGIN)
        yield from trail_lines(finding.trail, view, indent=_INDENT + 2)
