"""# CLB205 signature

A v2 signature is made by hand: an HMAC over method, host, path and sorted parameters.

    text = "GETlb.api.qcloud.com/v2/index.php?" + query
    hmac.new(key, text.encode(), hashlib.sha1)          # reported
    hmac.new(secret, webhook_body, hashlib.sha256)      # fine: it signs something else

An HMAC over a text of unknown origin, beside a legacy call, is `likely`.

Change: let the 3.0 SDK sign (TC3-HMAC-SHA256); there is no nonce any more.

Certainty: `certain` where the signed text is proven to be a legacy request, else `likely`.

Fix: none; requests that are signed by hand are for a person to move.
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
    id="CLB205",
    name="signature",
    summary="A v2 request signature made by hand.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each signature of a v2 request."""
    from clb_migrate.analysis.observations import Signing

    for signing in observations.of(Signing):
        yield finding(
            RULE,
            signing,
            "a request of API 2.0 is signed by hand; API 3.0 signs otherwise",
            (signing.function,),
            "The signature that only API 2.0 takes.",
            "Let the 3.0 SDK sign.",
            rules.sdk.replacement_distributions,
            "replace the signed request by a call of the 3.0 SDK, which signs it",
        )
