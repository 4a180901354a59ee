"""What a trace of one line tells, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from clb_migrate.findings import Certainty, Finding, Location, TrailStep
from clb_migrate.output import View
from clb_migrate.output.blocks import code_at, shown_place, trail_lines
from clb_migrate.output.excerpt import lines_of, printable
from clb_migrate.output.style import Colour, coloured, labelled

if TYPE_CHECKING:
    from clb_migrate.analysis.tracing import Expression, Possibility
    from clb_migrate.run import Trace

_INDENT = 4
_MARGIN = 15


def render_text(trace: Trace, view: View) -> Iterator[str]:
    """Yield a block for each expression, then what a check reports on the line."""
    lines = lines_of(trace.text)
    for expression in trace.expressions:
        place = coloured(shown_place(expression.location), Colour.HEADING, view)
        yield f"{place}: {printable(expression.text)}\n"
        yield from code_at(expression.location, lines, view)
        for number, each in enumerate(expression.possibilities):
            yield from _possibility("or" if number else "is", each, view)
        yield "\n"
    yield from _reported(trace, view)


def _possibility(label: str, each: Possibility, view: View) -> Iterator[str]:
    yield from labelled(label, each.words, view, indent=_INDENT, margin=_MARGIN)
    told_at_once = len(each.trail) == 1 and each.words.endswith(each.trail[0].text)
    if each.called_from:
        calls = ", ".join(map(shown_place, each.called_from))
        yield from labelled("if called", f"from {calls}", view, indent=_INDENT, margin=_MARGIN)
    if told_at_once:
        place = shown_place(each.trail[0].location)
        yield from labelled("at", place, view, indent=_INDENT, margin=_MARGIN)
    elif each.trail:
        yield from labelled("trail", "", view, indent=_INDENT, margin=_MARGIN)
        yield from trail_lines(each.trail, view, indent=_INDENT + 2)
    if each.declare:
        told = f"if it is legacy, say so under [tool.clb-migrate.sources]: {each.declare}"
        yield from labelled("way out", told, view, indent=_INDENT, margin=_MARGIN)


def _reported(trace: Trace, view: View) -> Iterator[str]:
    where = printable(f"{trace.line.path}:{trace.line.line}")
    if trace.left_out:
        yield f"A check does not look at {printable(trace.line.path)}: {trace.left_out}.\n"
    if trace.given_up:
        yield f"The file was not followed to the end (CLB901): {printable(trace.given_up)}.\n"
    if not trace.findings:
        yield coloured(f"A check reports nothing at {where}.", Colour.HEADING, view) + "\n"
        return
    would = "would report, if it did," if trace.left_out else "reports"
    yield coloured(f"A check {would} at {where}:", Colour.HEADING, view) + "\n"
    for finding in trace.findings:
        rule = coloured(finding.rule, Colour.RULE, view)
        asked = ""
        if finding.certainty is Certainty.POSSIBLE:
            asked = f" (with --min-confidence {finding.certainty.label})"
        told = f"{finding.name} [{finding.certainty.label}]: {printable(finding.message)}"
        yield f"  {rule} {told}{asked}\n"


def render_json(trace: Trace) -> Iterator[str]:
    """Yield one object with everything the text tells; lines and columns count from 1."""
    told = {
        "path": trace.line.path,
        "line": trace.line.line,
        "column": trace.line.column,
        "checked": not trace.left_out,
        "left_out": trace.left_out,
        "given_up": trace.given_up,
        "values": [_expression(each) for each in trace.expressions],
        "findings": [_finding(each) for each in trace.findings],
    }
    yield json.dumps(told, indent=2) + "\n"


def _expression(expression: Expression) -> dict[str, Any]:
    span = expression.location.span
    return {
        "text": expression.text,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "is": [
            {
                "kind": each.kind,
                "description": each.words,
                "called_from": [_place(location) for location in each.called_from],
                "trail": [_step(step) for step in each.trail],
                "declare": each.declare,
            }
            for each in expression.possibilities
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        **_place(finding.location),
        "message": finding.message,
        "confidence": finding.certainty.label,
    }


def _step(step: TrailStep) -> dict[str, Any]:
    return {**_place(step.location), "text": step.text}


def _place(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.span.line,
        "column": location.span.column,
    }
