"""Commands whose `--help` teaches: options in sections, examples, and what the exit code means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

WIDTH = 100
"""Columns that help takes at most; on a narrower terminal it takes what there is."""

_LONGEST_EXAMPLE = 46
"""Columns; what a longer one does stands below it."""

GENERAL = "Options"
"""The section of what belongs to no other."""


class Option(click.Option):
    """An option that help lists in a section of its own."""

    def __init__(self, *names: Any, section: str = GENERAL, **settings: Any) -> None:
        super().__init__(*names, **settings)
        self.section = section


def _set_colour(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    """Note what was asked for where click keeps it, for commands below as well."""
    if value is not None:
        ctx.color = {"always": True, "never": False}.get(value)


def colour_option() -> Option:
    """Return the option `--color`, which holds for the command it is given to and those below."""
    return Option(
        ["--color"],
        type=click.Choice(["auto", "always", "never"]),
        callback=_set_colour,
        expose_value=False,
        is_eager=True,
        section=GENERAL,
        help="When output is coloured.  [default: auto, on terminals; NO_COLOR and FORCE_COLOR "
        "are heeded]",
    )


def configuration_options() -> tuple[Option, ...]:
    """Return the options that say which configuration file holds, for any command."""
    return (
        Option(
            ["--config"],
            metavar="FILE",
            expose_value=False,
            help="The configuration file: a pyproject.toml, or one like clb-migrate.toml.  "
            "[default: the nearest one above the PATHs]",
        ),
        Option(
            ["--isolated"],
            is_flag=True,
            expose_value=False,
            help="Heed no configuration file.",
        ),
    )


class Command(click.Command):
    """A command with examples and exit codes in its help, and with the option `--color`.

    `examples` are command lines, each with what it does; `exit_codes` are meanings. What is
    `configured` heeds the configuration file of the project.
    """

    def __init__(
        self,
        *arguments: Any,
        examples: Mapping[str, str] | None = None,
        exit_codes: Mapping[int, str] | None = None,
        configured: bool = True,
        **settings: Any,
    ) -> None:
        super().__init__(*arguments, **settings)
        self.examples = examples or {}
        self.exit_codes = exit_codes or {}
        self.configured = configured
        if configured:
            from clb_migrate.cli.keys import add_opposites

            self.params += configuration_options()
            add_opposites(self)
        self.params.append(colour_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed, with what the configuration file says behind it."""
        if self.configured:
            from clb_migrate.cli.configuring import configure

            configure(self, ctx, args)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options section by section, in the order in which sections first come."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None and isinstance(param, click.Option):
                section = param.section if isinstance(param, Option) else GENERAL
                # That each flag has an opposite is said once, where configuration is told of.
                names = record[0].partition(" / ")[0]
                sections.setdefault(section, []).append((names, record[1]))
        # What every command has comes last.
        for section in sorted(sections, key=lambda each: each == GENERAL):
            with formatter.section(section):
                formatter.write_dl(sections[section])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples and the exit codes."""
        if self.examples:
            with formatter.section("Examples"):
                formatter.write_dl(
                    [*self.examples.items()], col_max=min(_LONGEST_EXAMPLE, formatter.width // 2)
                )
        if self.exit_codes:
            with formatter.section("Exit codes"):
                formatter.write_dl([(str(code), text) for code, text in self.exit_codes.items()])
        super().format_epilog(ctx, formatter)
