"""Where the reports of a check go: one to standard output, and as many as wanted to files.

A file that is named holds this run afterwards, whatever came of it: where the check could not be
done it says so, as far as its format can. A report left from an earlier run would be taken for one
of this run by whoever reads it next.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from clb_migrate.cli.streams import terminal_view, write_file, write_out
from clb_migrate.errors import UserError
from clb_migrate.output import View, format_names, load_format
from clb_migrate.output.statistics import summary

if TYPE_CHECKING:
    from clb_migrate.run import Report

_USUAL = "text"


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file for it; None is standard output."""

    format: str
    file: str | None = None


def outputs_of(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[Output, ...]:
    """Read each `FORMAT` or `FORMAT=FILE`; fails for an unknown format and an empty file name."""
    formats = click.Choice(format_names())
    found = []
    for value in values:
        name, separator, file = value.partition("=")
        known = formats.convert(name, param, ctx)
        if separator and not file:
            raise click.BadParameter(f"a file name is missing behind {value!r}", ctx, param)
        found.append(Output(known, file or None))
    return tuple(found)


def completed(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """Return the formats that begin so, for a shell."""
    return [name for name in format_names() if name.startswith(begun)]


def asked_for(
    outputs: Sequence[Output], output_format: str | None, output_file: str | None
) -> tuple[Output, ...]:
    """Return where which report goes: as `outputs` say, or the one of the other two options.

    Raises `click.UsageError` where both are given, and where two reports would go to one place.
    """
    if not outputs:
        return (Output(output_format or _USUAL, output_file),)
    if output_format is not None or output_file is not None:
        other = "--output-format" if output_format is not None else "--output-file"
        raise click.UsageError(
            f"--output and {other} cannot be used together; write --output FORMAT=FILE for each"
        )
    taken: dict[str | None, Output] = {}
    for output in outputs:
        place = None if output.file is None else os.path.realpath(output.file)
        if place in taken:
            both = f"{taken[place].format} and {output.format}"
            where = "standard output" if output.file is None else f"{output.file!r}"
            raise click.UsageError(
                f"{both} cannot both go to {where}; give each a file: --output FORMAT=FILE"
            )
        taken[place] = output
    return tuple(outputs)


def show_fixes(outputs: Sequence[Output]) -> bool:
    """Tell whether one of the formats shows what `fix` would do."""
    return any(load_format(output.format).SHOWS_FIXES for output in outputs)


def write_reports(
    outputs: Sequence[Output], report: Report, *, statistics: bool, quiet: bool = False
) -> None:
    """Write every report; where standard output gets none, people are told the sum of it.

    Raises `UserError` once all are written that can be.
    """
    failures = []
    # The terminal last, so that nothing slow comes after what people see.
    for output in sorted(outputs, key=lambda each: each.file is None):
        try:
            _write(output, report, statistics=statistics, quiet=quiet)
        except UserError as error:
            failures.append(str(error))
    if failures:
        raise UserError("; ".join(failures))
    if not quiet and all(output.file is not None for output in outputs):
        click.echo(summary(report), err=True)


def write_failure(outputs: Sequence[Output], reason: str) -> None:
    """Write that there is no report, to all files and to programs that read standard output.

    A program reads its report before it looks at the exit code. People are told elsewhere.
    """
    from clb_migrate.run import Report

    empty = Report((), 0, 0, failure=reason)
    for output in outputs:
        if output.file is not None or load_format(output.format).MACHINE_READABLE:
            try:
                _write(output, empty, statistics=False)
            except UserError:
                continue  # What went wrong first is what is told.


def _write(output: Output, report: Report, *, statistics: bool, quiet: bool = False) -> None:
    view = terminal_view(quiet=quiet) if output.file is None else View(quiet=quiet)
    pieces = _rendered(output, report, view, statistics=statistics)
    if output.file is None:
        write_out(pieces)
    else:
        write_file(output.file, pieces)


def _rendered(output: Output, report: Report, view: View, *, statistics: bool) -> Iterator[str]:
    module = load_format(output.format)
    render = module.render_statistics if statistics else module.render
    return render(report, view)
