"""# CLB103 error-code-table

Legacy codes that got a name: constants, enum members, collections and dispatch tables, as far as a
check of a legacy code uses them.

    AUTH_FAILURE = 4100                     # reported, if some check compares a code with it
    RETRY = {4400, 6000}                    # reported, if a code is looked for in it
    MESSAGES = {4100: "check the key"}      # reported, if it is asked for a code's entry
    PORT = 5000                             # fine: no code ever meets it

Change: put the 3.0 codes in the place of the numbers, together with the checks that use them. Where
a number stands for a family of 3.0 codes, a look-up by equality does not do any more.

Certainty: that of the check that uses the names: `certain`, `likely` or `possible`.

Fix: the names get 3.0 codes together with all checks that use them, and several where one number
stands for several. The table stays if one of these checks has to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.checks.wording import explained, finding, listed, sentences

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.findings import Finding
    from clb_migrate.table.rows import Rules

RULE = Rule(
    id="CLB103",
    name="error-code-table",
    summary="A constant, enum or table of legacy codes that serves checks.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each definition that checks of legacy codes use."""
    from clb_migrate.analysis.observations import CodeTable

    for table in observations.of(CodeTable):
        told = explained(table.codes, table.names, table.modules, rules)
        kind = "is looked up by" if table.dispatch else "serves checks of"
        message = f"this {kind} legacy codes: {listed(told.legacy, 'and')}"
        steps = "change it together with the checks that use it"
        if any(text.endswith(".*") for text in told.replacement):
            steps += "; a family of 3.0 codes cannot be looked up by equality"
        yield finding(
            RULE,
            table,
            message,
            told.legacy,
            told.meaning or "Codes of one service, not of the common table.",
            told.action or "Read the documentation of the service.",
            told.replacement,
            sentences(steps, told.steps),
        )
