"""`clb-migrate explain`: what the table knows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import click

from clb_migrate.checks.base import all_checks
from clb_migrate.cli import completing
from clb_migrate.cli.configuring import in_force
from clb_migrate.cli.help import Command
from clb_migrate.cli.knowledge import known_rules
from clb_migrate.cli.streams import terminal_view, write_out
from clb_migrate.explain import Topic, explain
from clb_migrate.explain.wording import NOTHING, head_of, label_of, remarks, text_of
from clb_migrate.output import View
from clb_migrate.output.style import Colour, coloured, labelled

_INDENT = 2
_LONGEST_LIST = 80


@click.command(
    cls=Command,
    short_help="Tell all about a code, rule, action or host.",
    examples={
        "clb-migrate explain 4104": "An error code of API 2.0, and what it becomes.",
        "clb-migrate explain AuthFailure.TokenFailure": "One of API 3.0, and what it stands for.",
        "clb-migrate explain CLB101": "A rule: what it reports, and what to do.",
        "clb-migrate explain DescribeLoadBalancers": "An action, its parameters and fields.",
        "clb-migrate explain lb.api.qcloud.com": "A host, and the module behind it.",
    },
    # A code may be negative.
    context_settings={"ignore_unknown_options": True},
    exit_codes={0: "Something was told.", 2: "Nothing is known about it."},
)
@click.argument("thing", shell_complete=completing.things)
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(*, thing: str, output_format: str) -> int:
    """Tell everything the table knows about THING, with sources.

    THING is an error code of either API (4100, AuthFailure.TokenFailure), a codeDesc, a rule
    (CLB101, endpoint), an action (DescribeLoadBalancers), a module or host (lb,
    lb.api.qcloud.com), a parameter, a region, or a name from an SDK.
    """
    topics = explain(thing, known_rules(in_force().rules), all_checks())
    if output_format == "json":
        rows = [{"kind": each.kind, "name": each.name, **each.facts} for each in topics]
        write_out([json.dumps(rows, indent=2) + "\n"])
    else:
        write_out(_text(topics, terminal_view()))
    return 0


def _text(topics: tuple[Topic, ...], view: View) -> Iterator[str]:
    for number, topic in enumerate(topics):
        if number:
            yield "\n"
        yield f"{coloured(topic.name, Colour.HEADING, view)}: {topic.kind}\n"
        for label, value in topic.facts.items():
            yield from _fact(label, value, view)


def _fact(key: str, value: Any, view: View) -> Iterator[str]:
    """Yield a label with its text beside it, or with its lines or entries below it."""
    label = label_of(key) + ":"
    entries = value if isinstance(value, list) else []
    words = ", ".join(each for each in entries if isinstance(each, str))
    beside = words if entries else text_of(value)
    if "\n" in beside or len(words) > _LONGEST_LIST or any(isinstance(e, dict) for e in entries):
        yield from labelled(label, "", view, indent=_INDENT, margin=_INDENT)
        for each in entries or beside.split("\n"):
            sign, text = ("-", _entry(each)) if entries else ("", each)
            yield from labelled(sign, text, view, indent=_INDENT + 2, margin=_INDENT + 4)
    else:
        margin = _INDENT + len(label) + 1
        yield from labelled(label, beside, view, indent=_INDENT, margin=margin)


def _entry(entry: str | Mapping[str, Any]) -> str:
    """Put a row in one line: what it is about, what that becomes, and the rest with its names."""
    if isinstance(entry, str):
        return entry
    arrow = f" -> {entry['to'] or NOTHING}" if "to" in entry else ""
    rest = remarks(entry)
    return f"{head_of(entry)}{arrow}" + (f"  ({rest})" if rest else "")
