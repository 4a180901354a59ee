"""# CLB101 error-code-check

A legacy error code decides something: it is compared, matched, asserted, looked for in a
collection, tested for a range or by its digits. So does `codeDesc` against a name other than that
of success.

    if resp["code"] == 4100:                # reported: AuthFailure.SignatureFailure in API 3.0
    if resp["code"] in (4100, 4105):        # reported once, with both codes
    if 4100 <= code < 4200:                 # reported, with the codes of that range
    if str(code).startswith("41"):          # reported
    if event["code"] == 4100:               # fine if `event` comes from elsewhere

API 3.0 answers with strings. A number never equals one, so such a check silently stops working.

Change: compare the 3.0 code with what the finding lists; `X.*` means `X` or anything after `X.`.

Certainty: `certain` where the code is proven to come from a legacy response; `likely` where it is
called `code` or alike, its origin is unknown, and its module uses API 2.0, itself or through what
it imports; `possible` where only the name and the number fit.

Fix: the condition is rewritten together with the call it belongs to, so that it is true for just
the 3.0 codes of these legacy codes. It stays where a code has no counterpart, and where codes are
treated differently that API 3.0 does not tell apart.
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
    id="CLB101",
    name="error-code-check",
    summary="A condition on a legacy error code, which API 3.0 never sends.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each condition on legacy codes other than success alone."""
    # Imported here so that listing the rules does not load the analysis.
    from clb_migrate.analysis.observations import Decision

    for decision in observations.of(Decision):
        if decision.success or decision.form == "lookup":
            continue
        told = explained(decision.codes, decision.names, decision.modules, rules)
        field = rules.envelope.code if decision.role == "code" else rules.envelope.description
        if not told.legacy:
            message = f"the legacy {field} is compared with a value that is not known here"
            steps = "find out which codes the other side holds; API 3.0 sends strings"
        elif told.replacement:
            subject = f"legacy {field} {listed(told.legacy)}"
            message = f"{subject} is {listed(told.replacement)} in API 3.0"
            steps = sentences(f"test the 3.0 code for {listed(told.replacement)}", told.steps)
        elif told.unknown:
            message = f"{listed(told.unknown)} is no common legacy {field}"
            steps = "find out what the service meant by it; API 3.0 sends strings"
        else:
            message = f"legacy {field} {listed(told.legacy)} has no counterpart in API 3.0"
            steps = sentences("", told.steps) or "decide by hand what shall happen instead"
        yield finding(
            RULE,
            decision,
            message,
            told.legacy,
            told.meaning or "A code of one service, not of the common table.",
            told.action or "Read the documentation of the service.",
            told.replacement,
            steps,
        )
