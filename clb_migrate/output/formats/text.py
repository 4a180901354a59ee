"""Findings for people: where, what, the line of code, what it means and what to do, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from clb_migrate.findings import Finding, Location, TrailStep
from clb_migrate.output import View
from clb_migrate.output.excerpt import excerpt, lines_of, printable
from clb_migrate.output.statistics import counts, summary
from clb_migrate.output.style import Colour, coloured, labelled

MACHINE_READABLE = False

if TYPE_CHECKING:
    from clb_migrate.run import Report

_INDENT = 4
_MARGIN = 15


def render(report: Report, view: View) -> Iterator[str]:
    """Yield each finding as a block of lines, and a closing sentence."""
    lines: Mapping[str, list[str]] = {path: lines_of(text) for path, text in report.texts.items()}
    for finding in report.findings:
        yield from _heading(finding, view)
        yield from _code(finding, lines.get(finding.location.path, []), view)
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
    colour = Colour.HEADING if report.findings else Colour.GOOD
    return coloured(summary(report), colour, view) + "\n"


def _heading(finding: Finding, view: View) -> Iterator[str]:
    place = coloured(_place(finding.location), Colour.HEADING, view)
    rule = coloured(finding.rule, Colour.RULE, view)
    yield f"{place}: {rule} {finding.name}: {printable(finding.message)}\n"


def _code(finding: Finding, lines: list[str], view: View) -> Iterator[str]:
    found = excerpt(lines, finding.location.span)
    if found is None:
        return
    number = str(finding.location.span.line)
    border = coloured("|", Colour.LABEL, view)
    yield f"  {coloured(number, Colour.LABEL, view)} {border} {found.code}\n"
    yield f"  {' ' * len(number)} {border} "
    # Only the carets: a terminal would underline the space before them, too.
    mark = found.mark.lstrip()
    yield found.mark[: -len(mark)] + coloured(mark, Colour.MARK, view) + "\n"


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
        yield from _trail(finding.trail, view)


def _trail(trail: tuple[TrailStep, ...], view: View) -> Iterator[str]:
    width = max(len(_place(step.location)) for step in trail)
    for step in trail:
        place = coloured(f"{_place(step.location):<{width}}", Colour.LABEL, view)
        yield f"{' ' * (_INDENT + 2)}{place}  {printable(step.text)}\n"


def _place(location: Location) -> str:
    return printable(f"{location.path}:{location.span.line}:{location.span.column}")
