"""JUnit XML: a suite for each file, a failed test case for each finding.

Where nothing is found there is one case that passed, since many readers refuse a report without
any. It is ASCII, so that no encoding on the way can spoil it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as xml

from clb_migrate.findings import Finding
from clb_migrate.output import View
from clb_migrate.output.excerpt import printable
from clb_migrate.output.statistics import condensed, summary

MACHINE_READABLE = True
SHOWS_FIXES = False

if TYPE_CHECKING:
    from clb_migrate.run import Report

_TOOL = "clb-migrate"


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield the document."""
    root = xml.Element("testsuites", _totals(_TOOL, len(report.findings) or 1, report))
    for path, findings in groupby(report.findings, lambda each: each.location.path):
        root.append(_suite(path, tuple(findings)))
    if not report.findings:
        suite = xml.SubElement(root, "testsuite", _totals(_TOOL, 1, report))
        case = xml.SubElement(suite, "testcase", _case("check", _TOOL))
        if report.failure:
            error = xml.SubElement(case, "error", type="failure", message=printable(report.failure))
            error.text = printable(report.failure)
    if report.notices:
        last = root[-1]
        xml.SubElement(last, "system-out").text = printable(summary(report))
        xml.SubElement(last, "system-err").text = "\n".join(map(printable, report.notices))
    xml.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield xml.tostring(root, encoding="us-ascii", xml_declaration=False).decode("ascii") + "\n"


def render_statistics(report: Report, view: View) -> Iterator[str]:
    """Yield a document with a failed test case for each rule that found something."""
    few = condensed(report)
    ordered = sorted(few.findings, key=lambda each: each.sort_key)
    return render(replace(few, findings=tuple(ordered)), view)


def _totals(name: str, tests: int, report: Report) -> dict[str, str]:
    return {
        "name": name,
        "tests": str(tests),
        "failures": str(len(report.findings)),
        "errors": "1" if report.failure else "0",
        "skipped": "0",
        "time": "0",
    }


def _suite(path: str, findings: Iterable[Finding]) -> xml.Element:
    cases = [_failed(finding) for finding in findings]
    number = str(len(cases))
    suite = xml.Element(
        "testsuite",
        name=printable(path),
        tests=number,
        failures=number,
        errors="0",
        skipped="0",
        time="0",
    )
    suite.extend(cases)
    return suite


def _failed(finding: Finding) -> xml.Element:
    path, span = finding.location.path, finding.location.span
    place = f"{span.line}:{span.column}"
    # Readers take cases of one class and one name for the same.
    name = f"{finding.rule} {finding.name} at {place}: {finding.message}"
    case = xml.Element("testcase", _case(name, path))
    case.set("file", printable(path))
    case.set("line", str(span.line))
    failure = xml.SubElement(case, "failure", type=finding.rule, message=printable(finding.message))
    failure.text = "\n".join(
        printable(line) for text in _explanation(finding) if text for line in text.split("\n")
    )
    return case


def _explanation(finding: Finding) -> Iterator[str]:
    span = finding.location.span
    yield f"{finding.location.path}:{span.line}:{span.column}: {finding.message}"
    yield finding.meaning
    yield finding.action
    if finding.legacy:
        yield f"API 3.0: {', '.join(finding.replacement) or 'no counterpart'}"
    yield f"certainty: {finding.certainty.label}"


def _case(name: str, group: str) -> dict[str, str]:
    return {"name": printable(name), "classname": printable(group), "time": "0"}
