"""# CLB105 stale-error-code

A legacy number is compared with the code of API 3.0, which is a string: the check can never be
true. It is what remains when calls were moved and their checks were not.

    except TencentCloudSDKException as error:
        if error.code == 4100:              # reported
    if answer["Response"]["Error"]["Code"] == 4100:     # reported
    if error.code == "AuthFailure.SignatureFailure":    # fine

Change: compare with the 3.0 code that the finding lists.

Certainty: `certain` where the code is proven to come from API 3.0; `likely` where only the path to
it (`Response`, `Error`, `Code`) or a name says so; `possible` where that may be chance.

Fix: unsafe, so only with `--unsafe-fixes`: the 3.0 code is compared, and code comes to life that
never ran.
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
    id="CLB105",
    name="stale-error-code",
    summary="A legacy number compared with a 3.0 code: never true.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each comparison of a legacy number with a 3.0 code."""
    from clb_migrate.analysis.observations import StaleDecision

    for decision in observations.of(StaleDecision):
        told = explained(decision.codes, (), (), rules)
        instead = f"; it means {listed(told.replacement)}" if told.replacement else ""
        yield finding(
            RULE,
            decision,
            f"a 3.0 code is a string and never equals {listed(told.legacy)}{instead}",
            told.legacy,
            told.meaning,
            told.action,
            told.replacement,
            sentences(f"compare with {listed(told.replacement) or 'a 3.0 code'}", told.steps),
        )
