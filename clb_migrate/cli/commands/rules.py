"""`clb-migrate rules`: what can be reported."""

from __future__ import annotations

import json

import click

from clb_migrate.checks.base import all_checks
from clb_migrate.cli.help import Command
from clb_migrate.cli.streams import terminal_view, write_out
from clb_migrate.output.style import Colour, coloured


@click.command(
    cls=Command,
    configured=False,
    short_help="List the rules.",
    examples={
        "clb-migrate rules": "A line for each rule.",
        "clb-migrate explain CLB101": "All about one of them.",
    },
)
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(*, output_format: str) -> int:
    """List the rules: id, name, whether they are on by default, and what they report."""
    rules = [each.rule for each in all_checks()]
    if output_format == "json":
        rows = [
            {
                "id": rule.id,
                "name": rule.name,
                "default": rule.default,
                "summary": rule.summary,
            }
            for rule in rules
        ]
        write_out([json.dumps(rows, indent=2) + "\n"])
        return 0
    view = terminal_view()
    width = max(len(rule.name) for rule in rules)
    write_out(
        f"{coloured(rule.id, Colour.RULE, view)}  {rule.name:<{width}}  "
        f"{'on ' if rule.default else 'off'}  {rule.summary}\n"
        for rule in rules
    )
    return 0
