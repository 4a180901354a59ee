"""# CLB301 request-parameter

One parameter of a legacy request whose name or value changes. Off unless selected: CLB204 tells the
same for the whole call.

    service.call("DescribeLoadBalancers", {"forward": 1})       # `forward` is reported: Forward

Change: send the 3.0 parameter; dotted keys become lists and dicts.

Certainty: always `certain`.

Fix: the parameter changes together with its call (CLB204).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.checks.wording import finding

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.findings import Finding
    from clb_migrate.table.rows import Rules

RULE = Rule(
    id="CLB301",
    name="request-parameter",
    summary="A request parameter whose name or value changes.",
    default=False,
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each parameter of a known action that changes."""
    from clb_migrate.analysis.observations import ParameterSent

    for sent in observations.of(ParameterSent):
        row = rules.actions[sent.module][sent.action]
        wanted = _general(sent.key)
        parameter = next((p for p in row.parameters if _general(p.name) == wanted), None)
        if parameter is None:
            continue
        legacy = [sent.key]
        message = f"{sent.key} of {sent.action} is {parameter.to} in API 3.0"
        if parameter.to is None:
            message = f"{sent.key} of {sent.action} has no counterpart in API 3.0"
        replacement = [parameter.to] if parameter.to else []
        transform = rules.transforms.get(parameter.transform or "")
        if transform is not None and sent.value is not None:
            value = transform.values.get(str(sent.value))
            if value is not None and str(value) != str(sent.value):
                message += f", and {sent.value!r} becomes {value!r}"
                legacy.append(str(sent.value))
                replacement.append(str(value))
        yield finding(
            RULE,
            sent,
            message,
            legacy,
            f"Request parameter of type {parameter.type or 'unknown'}.",
            parameter.note or "Send it under its 3.0 name.",
            replacement,
            parameter.note or (transform.note if transform is not None else "rename it"),
        )


def _general(key: str) -> str:
    """Return a dotted key without the numbers of its list elements."""
    return re.sub(r"\.(?:\d+|n)(?=\.|$)", "", key)
