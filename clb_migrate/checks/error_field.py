"""# CLB104 error-field

`code`, `codeDesc` or `message` of a legacy response is read outside a check: kept in a name,
printed, logged, put into an exception, or looked for (`"code" in resp`).

    code = resp["code"]                     # reported: this line must change, whatever follows
    print(resp["message"])                  # reported
    if resp["code"] == 4100:                # that is CLB101
    print(resp["requestId"])                # fine: no field of the envelope

A 3.0 response has no such fields at the top: they are `Error.Code` and `Error.Message`, and there
only after a failure.

Change: read them from `Error`, with a default for success.

Certainty: always `certain`: only responses count that are proven to be legacy.

Fix: the read is rewritten together with the call it belongs to; a name then holds the 3.0 code,
which is empty on success.
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
    id="CLB104",
    name="error-field",
    summary="code, codeDesc or message of a legacy response read outside a check.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each read of the envelope that no check speaks for."""
    from clb_migrate.analysis.observations import FieldRead

    envelope = rules.envelope
    root, *rest = envelope.current_code_path
    code, message = ".".join(rest), ".".join(envelope.current_message_path[1:])
    fields = {
        "code": (envelope.code, code, "The number that tells the outcome."),
        "description": (envelope.description, code, "The outcome as a name."),
        "message": (
            envelope.message,
            message,
            "The outcome in words.",
        ),
    }
    for read in observations.of(FieldRead):
        field, place, meaning = fields[read.role]
        yield finding(
            RULE,
            read,
            f'"{field}" of a legacy response; API 3.0 has {place}, only after a failure',
            (field,),
            meaning,
            "A success has none of these fields in API 3.0.",
            (place,),
            f"read {place} of the object under {root}, with a default for success",
        )
