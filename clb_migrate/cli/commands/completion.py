"""`clb-migrate completion`: what lets a shell complete the command's words."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from clb_migrate.cli.help import Command
from clb_migrate.cli.streams import write_out


@click.command(
    cls=Command,
    configured=False,
    short_help="Print what completes words in a shell.",
    examples={
        'eval "$(clb-migrate completion bash)"': "Put this in ~/.bashrc.",
        'eval "$(clb-migrate completion zsh)"': "Put this in ~/.zshrc, below compinit.",
        "clb-migrate completion fish > ~/.config/fish/completions/clb-migrate.fish": "Run this.",
    },
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, *, shell: str) -> int:
    """Print the script with which SHELL completes commands, options, rules and what is known."""
    program = context.find_root()
    name = program.info_name or ""
    # The name under which click looks for what a shell asks.
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    write_out([found(program.command, {}, name, variable).source(), "\n"])
    return 0
