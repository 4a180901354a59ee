"""# CLB202 sdk-import

A legacy SDK is imported, installed or as a copy kept in the project.

    from QcloudApi.qcloudapi import QcloudApi           # reported
    from vendor.QcloudApi.qcloudapi import QcloudApi    # reported: a copy of it
    from mylib import QcloudApi                         # fine: nothing says that it is the SDK
    from tencentcloud.common import credential          # fine: API 3.0

Change: import the 3.0 SDK where its calls are migrated.

Certainty: always `certain`.

Fix: the import goes when nothing in the module needs it any more; the 3.0 SDK is imported beside it
until then.
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
    id="CLB202",
    name="sdk-import",
    summary="An import of a legacy SDK.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each import of a legacy SDK."""
    from clb_migrate.analysis.observations import SdkImport

    instead = rules.sdk.replacement_distributions
    for seen in observations.of(SdkImport):
        yield finding(
            RULE,
            seen,
            f"{seen.name} is the legacy SDK, which calls API 2.0",
            (seen.name,),
            "This SDK sends every call to API 2.0, which is out of service.",
            f"Use {listed(instead)} instead.",
            instead,
            "remove the import when the last call through it has moved",
        )
