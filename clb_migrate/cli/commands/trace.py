"""`clb-migrate trace`: how the tool sees the values on one line."""

from __future__ import annotations

import re

import click

from clb_migrate.cli import completing
from clb_migrate.cli.configuring import in_force, settings_of
from clb_migrate.cli.help import Command
from clb_migrate.cli.knowledge import known_rules
from clb_migrate.cli.options import words
from clb_migrate.cli.streams import terminal_view, write_out
from clb_migrate.run import Line, trace

_LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?:?")


def _place(ctx: click.Context, param: click.Parameter, value: str) -> Line:
    """Read `FILE:LINE` or `FILE:LINE:COLUMN`."""
    found = _LINE.fullmatch(value)
    if found is None:
        raise click.BadParameter(
            f"{value!r} is no FILE:LINE or FILE:LINE:COLUMN, such as app.py:12", ctx, param
        )
    column = found["column"]
    return Line(found["path"], int(found["line"]), None if column is None else int(column))


@click.command(
    cls=Command,
    short_help="Tell how the values on a line are seen.",
    examples={
        "clb-migrate trace app/views.py:41": "Every value on that line.",
        "clb-migrate trace app/views.py:41:12 app": "One expression, as `check app` sees it.",
    },
    exit_codes={0: "Something was told.", 2: "There is nothing to tell of."},
)
@click.argument(
    "place", callback=_place, metavar="FILE:LINE[:COLUMN]", shell_complete=completing.files
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files)
@click.option(
    "--exclude",
    callback=words,
    multiple=True,
    metavar="GLOBS",
    help="Leave out what matches these patterns, as `check --exclude` does.",
)
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(
    *, place: Line, paths: tuple[str, ...], exclude: tuple[str, ...], output_format: str
) -> int:
    """Tell how the values on a line are seen: where each comes from, or why that is not known.

    PATHs are the files and folders that are checked together with it (default: the current
    folder). With a COLUMN, only the expression there is told.
    """
    from clb_migrate.output.tracing import render_json, render_text

    checked = paths or (".",)
    rules = known_rules(in_force().rules)
    told = trace(place, checked, settings_of(exclude=exclude), rules)
    if output_format == "json":
        write_out(render_json(told))
    else:
        write_out(render_text(told, terminal_view()))
    return 0
