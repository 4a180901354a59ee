"""What a shell is offered for a word that has been typed in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's interface
    """Complete the last of several rules with commas between them: ids, names, or `ALL`."""
    from click.shell_completion import CompletionItem

    from clb_migrate.checks.base import all_checks
    from clb_migrate.selection import EVERY

    before, comma, word = incomplete.rpartition(",")
    known = [(EVERY, "every rule")]
    for check in all_checks():
        known += [(check.rule.id, check.rule.summary), (check.rule.name, check.rule.summary)]
    return [
        CompletionItem(f"{before}{comma}{name}", help=told)
        for name, told in known
        if name.casefold().startswith(word.casefold())
    ]


def things(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's interface
    """Complete what the table knows: codes, rules, actions, modules, hosts and names."""
    from click.shell_completion import CompletionItem

    from clb_migrate.checks.base import all_checks
    from clb_migrate.cli.knowledge import known_rules
    from clb_migrate.explain import known_words

    key = incomplete.casefold()
    words = dict.fromkeys(known_words(known_rules(), all_checks()))
    return [CompletionItem(word) for word in words if word.casefold().startswith(key)]


def files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's interface
    """Let the shell complete names of files and folders."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def folders(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's interface
    """Let the shell complete names of folders."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]
