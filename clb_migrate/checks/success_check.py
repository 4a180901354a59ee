"""# CLB102 success-check

A legacy response is judged by code 0: compared with 0, tested for truth, or its `codeDesc` compared
with `Success`.

    if resp["code"] != 0:                   # reported
    if not resp["code"]:                    # reported
    if resp["codeDesc"] == "Success":       # reported
    if "Success" in body:                   # reported, if `body` is the text of a legacy response
    if process.returncode == 0:             # fine

A 3.0 response has no such field: it tells failure by an `Error`, success by having none.

Change: test `"Error" not in response` (the object under `Response`), or let the exception tell.

Certainty: `certain` where the response is proven to be legacy; `likely` where only a name says so,
in a module that uses API 2.0, itself or through what it imports; `possible` elsewhere, and where a
plain variable meets nothing but 0.

Fix: the check is rewritten together with the call it belongs to: it looks for the `Error`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.checks.wording import finding

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.findings import Finding
    from clb_migrate.table.rows import Rules

RULE = Rule(
    id="CLB102",
    name="success-check",
    summary="A response judged by legacy code 0, by its truth, or by codeDesc.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each condition that only tells success from failure."""
    from clb_migrate.analysis.observations import Decision

    envelope = rules.envelope
    row = rules.error_codes.get(envelope.success_code)
    error = envelope.current_code_path[-2]
    for decision in observations.of(Decision):
        if not decision.success or decision.form == "lookup":
            continue
        by_name = decision.role == "description"
        legacy = envelope.success_name if by_name else str(envelope.success_code)
        field = envelope.description if by_name else envelope.code
        replacement = f'"{error}" not in response'
        yield finding(
            RULE,
            decision,
            f"success is told by the legacy {field}, which a 3.0 response does not have",
            (legacy,),
            row.meaning if row is not None else envelope.success_name,
            row.action if row is not None else "",
            (replacement,),
            f"test {replacement}; with the 3.0 SDK a failure raises an exception instead",
        )
