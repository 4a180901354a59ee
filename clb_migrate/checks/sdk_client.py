"""# CLB203 sdk-client

A client of a legacy SDK is made.

    service = QcloudApi("lb", config)                   # reported, with the module
    client = CommonClient("clb", "2018-03-17", ...)     # fine: API 3.0

Also reported if its calls already ask for the 3.0 form of the answer (`Version`): the client still
talks to the old hosts.

Change: make a client of the 3.0 SDK. Region names become long ones, the signature method and the
nonce go, a timeout moves to the HTTP profile.

Certainty: always `certain`.

Fix: the client is replaced together with the calls it serves; if some of them stay, the others get
a client of their own. A region or a key that is not known for sure makes that unsafe or manual.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.checks.wording import finding, listed

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.findings import Finding
    from clb_migrate.table.rows import Rules

RULE = Rule(
    id="CLB203",
    name="sdk-client",
    summary="A client of a legacy SDK.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each legacy client that is made."""
    from clb_migrate.analysis.observations import ClientMade

    for made in observations.of(ClientMade):
        rows = [rules.modules[m] for m in made.modules if m in rules.modules]
        name = made.client.rsplit(".", maxsplit=1)[-1]
        instead = tuple(
            f"{row.product} {row.version}" for row in rows if row.product and row.version
        )
        unknown = [module for module in made.modules if module not in rules.modules]
        told = f" for module {listed(made.modules)}" if made.modules else ""
        message = f"{name}{told} is a client of API 2.0"
        if instead:
            message += f"; API 3.0 has {listed(instead)}"
        elif unknown:
            message += f"; {listed(unknown)} is no module the legacy service has"
        yield finding(
            RULE,
            made,
            message,
            made.modules or (name,),
            "It signs and sends calls to API 2.0, which is out of service."
            if not made.answers_current
            else "Its answers have the 3.0 form already, its hosts are the old ones.",
            "Make a client of the 3.0 SDK instead.",
            instead or rules.sdk.replacement_distributions,
            "make a 3.0 client with the same credentials and the long name of the region",
        )
