"""One line for each finding, for editors and `grep`: `path:line:column: rule [certainty] text`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.output import View
from clb_migrate.output.excerpt import printable
from clb_migrate.output.statistics import counts

MACHINE_READABLE = False
SHOWS_FIXES = False

if TYPE_CHECKING:
    from clb_migrate.run import Report


def render(report: Report, _view: View) -> Iterator[str]:
    """Yield a line for each finding."""
    for finding in report.findings:
        span = finding.location.span
        yield (
            printable(
                f"{finding.location.path}:{span.line}:{span.column}: {finding.rule} "
                f"[{finding.certainty.label}] {finding.message}"
            )
            + "\n"
        )


def render_statistics(report: Report, _view: View) -> Iterator[str]:
    """Yield a line for each rule that found something, separated by tabs."""
    for count in counts(report):
        yield f"{count.findings}\t{count.rule}\t{count.name}\n"
