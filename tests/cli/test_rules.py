"""`clb-migrate rules`."""

from __future__ import annotations

import json

from clb_migrate.checks.base import all_checks
from tests.cli.conftest import Command


def test_every_rule_has_a_line(command: Command) -> None:
    result = command("rules")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == len(all_checks())
    assert lines[0].split()[:3] == ["CLB101", "error-code-check", "on"]
    assert any(line.split()[:3] == ["CLB301", "request-parameter", "off"] for line in lines)


def test_json(command: Command) -> None:
    rows = json.loads(command("rules", "--output-format", "json").stdout)
    assert rows == [
        {
            "id": each.rule.id,
            "name": each.rule.name,
            "default": each.rule.default,
            "summary": each.rule.summary,
        }
        for each in all_checks()
    ]
