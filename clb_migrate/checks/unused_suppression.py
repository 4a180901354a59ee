"""# CLB902 unused-suppression

A comment that says what not to report, and there is nothing that it keeps from being reported: the
code was migrated, the comment stands in the wrong place, or it names another rule. So does a
comment that cannot be understood: an unknown rule, a bracket that is not closed, a block without an
end.

    total = 1  # clb: ignore[CLB101]          # reported: nothing is found on this line
    total = 1  # clb: ignore[CLB999]          # reported: there is no such rule
    total = 1  # noqa: CLB101                 # reported, like the first
    total = 1  # noqa                         # fine: it is meant for others, too
    if answer["code"] == 4105:  # clb: ignore[CLB101] -- until the mock is gone      # fine: used

A comment is used if it covers something that any rule finds, whether or not that rule was asked for
in this run, and however sure the finding is. What is found depends on the files given: check the
whole project. In files that cannot be parsed, nothing is called unused.

Where several rules are named and some of them are of use, the others are reported. Comments that
name this rule are never called unused.

Change: remove the comment, or mend it.

Certainty: always `certain`.

Fix: safe for what suppresses nothing: the comment goes, or the rule in it, and nothing else on the
line. What cannot be understood is left to you.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.findings import Applicability, Certainty, Finding, Fix, Location

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.table.rows import Rules

RULE = Rule(
    id="CLB902",
    name="unused-suppression",
    summary="A comment that suppresses nothing, or cannot be understood.",
)


def check(_observations: Observations, _rules: Rules) -> Iterator[Finding]:
    """Yield nothing: comments are judged by all findings (`clb_migrate.suppressions.unused`)."""
    return iter(())


def unused(location: Location, message: str) -> Finding:
    """Return the finding for a suppression, or a rule in one, that is of no use."""
    return _finding(
        location, message, "Remove it.", Fix(Applicability.SAFE, "remove what is not needed")
    )


def mistaken(location: Location, message: str, step: str) -> Finding:
    """Return the finding for a comment that suppresses nothing since it is not understood."""
    return _finding(
        location, message, f"{step[:1].upper()}{step[1:]}.", Fix(Applicability.MANUAL, step)
    )


def _finding(location: Location, message: str, action: str, fix: Fix) -> Finding:
    return Finding(
        rule=RULE.id,
        name=RULE.name,
        location=location,
        message=message,
        certainty=Certainty.CERTAIN,
        legacy=(),
        meaning="This comment keeps nothing from being reported.",
        action=action,
        replacement=(),
        fix=fix,
    )
