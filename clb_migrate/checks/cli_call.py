"""# CLB206 cli-call

The legacy command-line program is run, through `subprocess`, `os` or a shell string.

    subprocess.check_output(["qcloudcli", "lb", "DescribeLoadBalancers"])    # reported
    os.system("qcloudcli lb DescribeLoadBalancers | tee out.json")           # reported
    subprocess.run(["tccli", "clb", "DescribeLoadBalancers"])                # fine: API 3.0

Change: run the 3.0 program, or call the 3.0 SDK. The new program prints only the content of
`Response`, writes errors to standard error, and exits with a code other than 0 after one.

Certainty: always `certain`.

Fix: none; what the new program prints and how it ends differs.
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
    id="CLB206",
    name="cli-call",
    summary="The legacy command-line program run by code.",
)


def check(observations: Observations, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each run of the legacy command-line program."""
    from clb_migrate.analysis.observations import CommandRun

    program = rules.sdk.replacement_command
    for run in observations.of(CommandRun):
        rows = [
            rules.actions[module][action]
            for module in run.modules
            for action in run.actions
            if action in rules.actions.get(module, {})
        ]
        products = [rules.modules[m].product for m in run.modules if m in rules.modules]
        replacement = [f"{program} {product}" for product in products if product] or [program]
        if rows and rows[0].replacement:
            replacement = [f"{replacement[0]} {rows[0].replacement}"]
        yield finding(
            RULE,
            run,
            f"{run.command} calls API 2.0; run {replacement[0]} instead",
            tuple(dict.fromkeys((run.command, *run.modules, *run.actions))),
            "The command line of API 2.0, which is out of service.",
            f"Use {program}, whose parameters are those of API 3.0.",
            replacement,
            "mind that the new program tells errors by its exit status and standard error",
        )
