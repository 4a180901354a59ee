"""# CLB204 action-call

A request goes to API 2.0: through the SDK, as an HTTP request to a legacy address, or through a
function of the project that is given the action (then the call that names it is reported, too).

    service.call("DescribeLoadBalancers", {"forward": 1})       # reported
    url = service.generateUrl("DeleteLoadBalancers", params)    # reported
    requests.get("https://lb.api.qcloud.com/v2/index.php", params=params)   # reported
    fetch("DescribeLoadBalancers", params)      # reported, if fetch() passes it to the SDK

The finding tells the 3.0 action, and which parameters and response fields change.

A call that already asks for the 3.0 form of the answer (`Version`) is none: its client is (CLB203).

Change: call the 3.0 action. `clb-migrate explain ACTION` shows the whole row.

Certainty: always `certain`.

Fix: a call of the load balancer's module that is sent with the SDK is rewritten together with all
that reads its answer. It stays where the action or something in the call has no counterpart, and
where the request is signed by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.checks.wording import finding, listed

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import ActionCall, Observations
    from clb_migrate.findings import Finding
    from clb_migrate.table.rows import Action, Rules

RULE = Rule(
    id="CLB204",
    name="action-call",
    summary="A request to API 2.0.",
)

_MOST_CHANGES = 12
"""Parameters and fields one finding spells out."""


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each legacy request, and for each call that names its action."""
    from clb_migrate.analysis.observations import ActionCall

    for call in observations.of(ActionCall):
        if call.answers_current:
            continue
        rows = _rows(call, rules)
        if len(rows) == 1:
            yield _known(call, rows[0])
        else:
            yield _other(call, rows, rules)


def _rows(call: ActionCall, rules: Rules) -> list[Action]:
    # Where the module is not known, an action that only one module has tells it.
    modules: Sequence[str] = call.modules or tuple(rules.actions)
    found = [
        rules.actions[module][action]
        for action in call.actions
        for module in modules
        if action in rules.actions.get(module, {})
    ]
    return found if len(found) == len(call.actions) else []


def _known(call: ActionCall, row: Action) -> Finding:
    parameters = [
        f"{p.name} -> {p.to or 'none'}" for p in row.parameters if p.to != p.name or p.transform
    ]
    fields = [f"{f.name} -> {f.to or 'none'}" for f in row.response_fields if f.to != f.name]
    if row.replacement is None:
        message = f"{row.name} has no counterpart in API 3.0: {row.why_none}"
        steps = row.why_none
        if row.alternatives:
            steps += f"; look at {listed(row.alternatives)}"
    else:
        message = f"{row.name} is {row.replacement} in API 3.0"
        if row.name == row.replacement:
            message = f"{row.name} keeps its name in API 3.0, not its parameters and fields"
        steps = f"call {row.replacement}"
        if row.missing:
            steps += f"; also needed: {listed(row.missing, 'and')}"
    if row.access_rights:
        steps += f"; {row.access_rights}"
    changes = []
    if parameters:
        changes.append(f"parameters {_some(parameters)}")
    if fields:
        changes.append(f"fields {_some(fields)}")
    if changes:
        steps += f"; {'; '.join(changes)}"
    return finding(
        RULE,
        call,
        message,
        (row.name,),
        f"Action {row.name} of the legacy module {row.module}.",
        row.note or "See the table row for parameters and response fields.",
        (row.replacement,) if row.replacement else row.alternatives,
        steps,
    )


def _some(changes: Sequence[str]) -> str:
    shown = ", ".join(changes[:_MOST_CHANGES])
    left = len(changes) - _MOST_CHANGES
    return f"{shown} and {left} more" if left > 0 else shown


def _other(call: ActionCall, rows: Sequence[Action], rules: Rules) -> Finding:
    """A request of several actions, of one the table does not know, or of an unknown one."""
    modules = [rules.modules[m] for m in call.modules if m in rules.modules]
    products = tuple(
        f"{row.product} {row.version}" for row in modules if row.product and row.version
    )
    replacement = tuple(dict.fromkeys(row.replacement for row in rows if row.replacement))
    if call.actions:
        what = f"{listed(call.actions, 'and')} {'is' if len(call.actions) == 1 else 'are'} sent"
    else:
        what = "a request goes"
    where = f" (module {listed(call.modules)})" if call.modules else ""
    message = f"{what} to API 2.0{where}"
    if not call.actions:
        message += "; its action is named elsewhere"
    return finding(
        RULE,
        call,
        message,
        call.actions or call.modules,
        "A request to API 2.0, which is out of service.",
        "Send the 3.0 action that takes its place to the 3.0 host.",
        replacement or products,
        "look up the action in the guide of the product that took the module's place",
    )
