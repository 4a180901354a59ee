"""# CLB302 response-field

One field of a legacy response whose name or place changes. Off unless selected: CLB204 tells the
same for the whole call.

    for balancer in resp["loadBalancerSet"]:        # reported: LoadBalancerSet
        print(balancer["loadBalancerName"])         # reported: LoadBalancerName

Change: read the 3.0 field.

Certainty: always `certain`.

Fix: the field is read in its new place together with its call (CLB204).
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
    id="CLB302",
    name="response-field",
    summary="A response field whose name or place changes.",
    default=False,
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each field of a known action's response that changes."""
    from clb_migrate.analysis.observations import DataRead

    for read in observations.of(DataRead):
        row = rules.actions[read.module][read.action]
        path = ".".join(read.path).replace(".[]", "[]")
        field = next((f for f in row.response_fields if f.name == path), None)
        if field is None:
            continue
        message = f"{path} of {read.action} is {field.to} in API 3.0"
        if field.to is None:
            message = f"{path} of {read.action} has no counterpart in API 3.0"
        yield finding(
            RULE,
            read,
            message,
            (path,),
            f"Response field of type {field.type or 'unknown'}.",
            field.note or "Read it under its 3.0 name.",
            (field.to,) if field.to else (),
            field.note or "rename it",
        )
