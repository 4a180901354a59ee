"""SARIF 2.1.0, which GitHub code scanning, Azure DevOps and many editors read.

Paths are relative to the folder the check was run in, which is `%SRCROOT%` to readers. Trails are
code flows, and what is suppressed or in a baseline is there, marked as such. What `fix` can prove
is a fix of the first finding of its flow, with all that the flow changes in whatever files; each is
right by itself. A check that could not
be done is told in `invocations`, as are notices.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from clb_migrate import __version__
from clb_migrate.findings import Certainty, Finding, Fix, Location, Span
from clb_migrate.output import View
from clb_migrate.output.edits import Edit, edits_of
from clb_migrate.output.excerpt import lines_of
from clb_migrate.output.identities import fingerprints_of
from clb_migrate.output.statistics import condensed
from clb_migrate.withholding import Origin, Withholding

MACHINE_READABLE = True
SHOWS_FIXES = True

if TYPE_CHECKING:
    from clb_migrate.checks.base import Check
    from clb_migrate.fixes.results import Repair
    from clb_migrate.run import Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Certainty.CERTAIN: "error", Certainty.LIKELY: "warning", Certainty.POSSIBLE: "note"}
_FINGERPRINT = "clbMigrate/v1"
_Lines = Mapping[str, Sequence[str]]
_Object = dict[str, Any]


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield the log."""
    from clb_migrate.checks.base import all_checks

    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, all_checks())]}
    yield json.dumps(log, indent=2) + "\n"


def render_statistics(report: Report, view: View) -> Iterator[str]:
    """Yield a log with one result for each rule that found something."""
    return render(condensed(report), view)


def _run(report: Report, checks: Sequence[Check]) -> _Object:
    return {
        "tool": {
            "driver": {
                "name": "clb-migrate",
                "fullName": f"clb-migrate {__version__}",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": list(map(_rule, checks)),
            }
        },
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder that clb-migrate was run in."}}
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": list(_results(report, checks)),
    }


def _rule(check: Check) -> _Object:
    rule = check.rule
    heading, _, page = check.documentation.strip().partition("\n")
    paragraph = " ".join(page.strip().partition("\n\n")[0].split())
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": paragraph or rule.summary},
        "help": {"text": page.strip() or rule.summary, "markdown": f"{heading}\n{page}".strip()},
        "defaultConfiguration": {"enabled": rule.default, "level": "error"},
        "properties": {"tags": ["migration"], "problem.severity": "error"},
    }


def _invocation(report: Report) -> _Object:
    told = [("error", report.failure)] if report.failure else []
    told += [("warning", notice) for notice in report.notices]
    return {
        "executionSuccessful": not report.failure,
        "toolExecutionNotifications": [
            {"level": level, "message": {"text": text}} for level, text in told
        ],
    }


def _results(report: Report, checks: Sequence[Check]) -> Iterator[_Object]:
    numbers = {check.rule.id: number for number, check in enumerate(checks)}
    lines = {path: lines_of(text) for path, text in report.texts.items()}
    known = fingerprints_of(report)
    for position, finding in enumerate(report.findings):
        result = _result(finding, known.found[position], numbers, lines)
        if report.proposed is not None:
            label = report.proposed.labels.get(position, finding.fix)
            result["properties"]["fix"] = _fix_property(label)
            fixes = [_fix(repair) for repair in report.proposed.repairs.get(position, ())]
            result |= {"fixes": fixes} if fixes else {}
        yield result
    for each, fingerprint in zip(report.withheld, known.withheld, strict=True):
        if each.withholding.origin is not Origin.NOT_ASKED:
            yield _result(each.finding, fingerprint, numbers, lines, each.withholding)


def _result(
    finding: Finding,
    fingerprint: str,
    numbers: Mapping[str, int],
    lines: _Lines,
    withholding: Withholding | None = None,
) -> _Object:
    result: _Object = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": _LEVELS[finding.certainty],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _physical(finding.location, lines)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        # One result with suppressions asks for them in all.
        "suppressions": [] if withholding is None else [_suppression(withholding)],
        "properties": {
            "certainty": finding.certainty.label,
            "legacy": list(finding.legacy),
            "replacement": list(finding.replacement),
            "meaning": finding.meaning,
            "action": finding.action,
            "fix": _fix_property(finding.fix),
        },
    }
    if finding.trail:
        result["codeFlows"] = [{"threadFlows": [{"locations": _flow(finding, lines)}]}]
    return result


def _fix_property(fix: Fix) -> _Object:
    return {"applicability": fix.applicability.value, "reason": fix.reason}


def _fix(repair: Repair) -> _Object:
    return {
        "description": {"text": f"{repair.description}."},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(change.shown),
                "replacements": list(map(_replacement, edits_of(change))),
            }
            for change in repair.changes
        ],
    }


def _replacement(edit: Edit) -> _Object:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _message(finding: Finding) -> str:
    told = filter(None, (finding.message, finding.meaning, finding.action))
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in told)


def _suppression(withholding: Withholding) -> _Object:
    suppression = {"kind": withholding.origin.value, "status": "accepted"}
    if withholding.reason:
        suppression["justification"] = withholding.reason
    return suppression


def _flow(finding: Finding, lines: _Lines) -> list[_Object]:
    steps = [(step.location, step.text) for step in finding.trail]
    if steps[-1][0] != finding.location:
        steps.append((finding.location, finding.message))
    return [
        {"location": {"physicalLocation": _physical(place, lines), "message": {"text": text}}}
        for place, text in steps
    ]


def _physical(location: Location, lines: _Lines) -> _Object:
    region = _region(location.span)
    code = _code_in(location.span, lines.get(location.path, ()))
    if code:
        region["snippet"] = {"text": code}
    return {"artifactLocation": _artifact(location.path), "region": region}


def _artifact(path: str) -> _Object:
    if os.path.isabs(path):
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": _ROOT}


def _region(span: Span) -> _Object:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _code_in(span: Span, lines: Sequence[str]) -> str:
    found = list(lines[span.line - 1 : span.end_line])
    if len(found) != span.end_line - span.line + 1:
        return ""
    found[-1] = found[-1][: span.end_column - 1]
    found[0] = found[0][span.column - 1 :]
    return "\n".join(found)
