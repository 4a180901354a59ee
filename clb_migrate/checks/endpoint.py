"""# CLB201 endpoint

A string holds a host of API 2.0, alone or in an address, also where it is put together from parts.

    HOST = "lb.api.qcloud.com"                          # reported
    url = f"https://{module}.api.qcloud.com/v2"         # reported
    url = "https://lb." + DOMAIN                        # reported, if DOMAIN is api.qcloud.com
    # lb.api.qcloud.com                                 # a comment or docstring: fine
    url = "https://examplebucket.cos.myqcloud.com"      # another service: fine

A host in a sentence (`"see lb.api.qcloud.com for help"`) is only `possible`.

Change: API 3.0 has other hosts, and with them other actions, parameters and answers; the host alone
is never all.

Certainty: `certain`, also for a host put together from parts; `possible` in a sentence.

Fix: a host in the configuration of a client goes with that client (CLB203). Every other one stays:
what is sent there needs more than another host.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.checks.wording import finding, listed, products

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.findings import Finding
    from clb_migrate.table.rows import Rules

RULE = Rule(
    id="CLB201",
    name="endpoint",
    summary="A host or address of API 2.0, which is out of service.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each string that holds a legacy host."""
    from clb_migrate.analysis.observations import Endpoint

    by_host = {row.host: name for name, row in rules.modules.items()}
    for endpoint in observations.of(Endpoint):
        module = by_host.get(endpoint.host.lower(), endpoint.module)
        instead = products([module] if module is not None else [], rules)
        if not instead:
            instead = rules.endpoints.current_suffixes
        yield finding(
            RULE,
            endpoint,
            f"{endpoint.host} is a host of API 2.0; API 3.0 has {listed(instead)}",
            (endpoint.host,),
            f"The endpoint of the legacy module {module}." if module else "A legacy endpoint.",
            "Move its calls to API 3.0.",
            instead,
            "move the calls that use it; parameters, signature and answers change as well",
        )
