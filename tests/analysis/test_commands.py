"""The word where a command stands, not any mention of the program."""

from __future__ import annotations

import pytest

from clb_migrate.analysis.commands import legacy_command, shell_commands


@pytest.mark.parametrize(
    "line",
    [
        "qcloudcli lb DescribeLoadBalancers",
        "/usr/local/bin/qcloudcli lb DescribeLoadBalancers",
        "cd /tmp && sudo -E qcloudcli lb DescribeLoadBalancers | jq .code",
        "REGION=gz timeout 30 qcloudcli lb DescribeLoadBalancers",
        "bash -c 'qcloudcli lb DescribeLoadBalancers > out.json'",
        "docker exec -i tools qcloudcli lb DescribeLoadBalancers",
        "echo $(qcloudcli lb DescribeLoadBalancers)",
    ],
)
def test_runs(line: str) -> None:
    found = [legacy_command(words, ["qcloudcli"]) for words in shell_commands(line)]
    assert ["qcloudcli", "lb", "DescribeLoadBalancers"] in [f[:3] for f in found if f]


@pytest.mark.parametrize(
    "line",
    [
        "grep -q qcloudcli /etc/crontab",
        "rm -rf /opt/qcloudcli",
        "which qcloudcli",
        "pip uninstall qcloudcli",
        "echo 'qcloudcli lb DescribeLoadBalancers is gone'",
        "bash deploy.sh qcloudcli",
        "tccli clb DescribeLoadBalancers",
        "qcloudcli2 lb DescribeLoadBalancers",
        "",
        "echo 'unfinished",
    ],
)
def test_mentions(line: str) -> None:
    assert not [
        words for words in shell_commands(line) if legacy_command(words, ["qcloudcli"]) is not None
    ]
