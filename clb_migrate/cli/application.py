"""The `clb-migrate` command: finds its subcommands, and says how each of them ends.

The exit code is 0 when nothing was found, 1 when something was, and 2 when the work could not be
done: a wrong option, a path that does not exist, an interruption, an error of our own. The last
kind is told in one line on standard error; `CLB_MIGRATE_TRACEBACK=1` shows where an error of our
own happened.

A subcommand is a module in `commands` with a click command called `command`, which returns its exit
code. It is imported when it is used.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from clb_migrate import __version__
from clb_migrate.cli import commands
from clb_migrate.cli.help import WIDTH, colour_option
from clb_migrate.errors import UserError

NAME = "clb-migrate"
FAILED = 2
TRACEBACK_VARIABLE = "CLB_MIGRATE_TRACEBACK"


class Application(click.Group):
    """A group whose commands lie in the folder `commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """Return the names of all commands, sorted; imports none of them."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command; None where there is no such one."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{commands.__name__}.{cmd_name}")
        command: click.Command = module.command
        return command

    def main(  # type: ignore[override]  # click's overloads tell apart what always exits here
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run, and leave with the exit code."""
        extra["standalone_mode"] = False
        try:
            code = super().main(args, prog_name or NAME, **extra)
        except click.UsageError as error:
            where = error.ctx.command_path if error.ctx else NAME
            code = _failed(f"{error.format_message()} (see `{where} --help`)")
        except click.ClickException as error:
            code = _failed(error.format_message())
        except UserError as error:
            code = _failed(str(error))
        except (click.Abort, KeyboardInterrupt):
            code = _failed("interrupted")
        except SystemExit:
            raise
        except BaseException as error:  # a panic of the parser is no Exception
            if os.environ.get(TRACEBACK_VARIABLE, "0") not in ("", "0"):
                raise
            code = _failed(
                f"internal error: {type(error).__name__}: {error} "
                f"(please report it; {TRACEBACK_VARIABLE}=1 shows where it happened)"
            )
        sys.exit(code)


def _failed(message: str) -> int:
    click.echo(f"{NAME}: error: {' '.join(message.split())}", err=True)
    return FAILED


@click.group(
    NAME,
    cls=Application,
    params=[colour_option()],
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDTH},
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.pass_context
def application(context: click.Context) -> int:
    """Find the code that still speaks Tencent Cloud's API 2.0, and what it becomes in API 3.0.

    \b
    How to start, in the folder of your project:
      clb-migrate check         see what has to change, and why
      clb-migrate fix --diff    see what of it this tool would change
      clb-migrate fix           change that; what is left for you is told, with steps

    What a finding is about, `clb-migrate explain` tells: a rule (CLB101), an error code (4100), an
    action (DescribeLoadBalancers). `clb-migrate COMMAND --help` has examples of each command.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return FAILED
    return 0
