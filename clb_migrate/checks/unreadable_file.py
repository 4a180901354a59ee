"""# CLB901 unreadable-file

A file could not be read or parsed, so nothing is known about what it does with API 2.0: bytes that
are no text in the declared encoding, an unknown encoding, a NUL byte, a syntax error, a missing
permission, a pipe where a file should be. The other files are analysed all the same.

    # -*- coding: no-such-encoding -*-      # reported: Python cannot read this file either
    code == 4100)                           # reported: a parenthesis too many

A file that holds none of the words that make anything legacy is not parsed, so its syntax errors
are not reported: there is nothing to find in it. They are if the file is named on the command line,
if this rule is selected by its id or name, or if the file has a comment that says what not to
report and a word that makes a finding possible.

Change: mend the file, or leave it out with `--exclude`.

Certainty: always `certain`.

Fix: none; nothing in the file is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.findings import Applicability, Certainty, Finding, Fix, Location, Span
from clb_migrate.source.read import Unreadable

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.table.rows import Rules

RULE = Rule(
    id="CLB901",
    name="unreadable-file",
    summary="A file that cannot be read or parsed, and so was not analysed.",
)


def check(observations: Observations, _rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each file that could not be parsed, or not followed to the end."""
    for unparsed in observations.unreadable:
        yield _finding(unparsed.location, unparsed.reason)


def unreadable(file: Unreadable) -> Finding:
    """Return the finding for a file that could not even be read."""
    span = Span(file.line, file.column, file.line, file.column)
    return _finding(Location(file.path, span), f"cannot read this file: {file.reason}")


def _finding(location: Location, message: str) -> Finding:
    return Finding(
        rule=RULE.id,
        name=RULE.name,
        location=location,
        message=message,
        certainty=Certainty.CERTAIN,
        legacy=(),
        meaning="Whether this file uses API 2.0 is not known.",
        action="Mend the file and check it again, or exclude it.",
        replacement=(),
        fix=Fix(Applicability.MANUAL, "the file must be mended first"),
    )
