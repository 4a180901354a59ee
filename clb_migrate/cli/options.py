"""Options that several commands have: which rules and files are meant, and how the work is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from clb_migrate.findings import Certainty

Function = TypeVar("Function", bound=Callable[..., object])


def words(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split each value at its commas; fails where a word is missing."""
    found = tuple(word.strip() for value in values for word in value.split(","))
    if not all(found):
        raise click.BadParameter(f"an empty entry in {','.join(values)!r}", ctx, param)
    return found


def choosing(*, selecting: str, ignoring: str) -> Callable[[Function], Function]:
    """Add what chooses findings and files; the texts say what choosing a rule does."""
    return _all(
        click.option(
            "--min-confidence",
            type=click.Choice([each.label for each in sorted(Certainty, reverse=True)]),
            default=Certainty.LIKELY.label,
            show_default=True,
            help="The least sure findings to report.",
        ),
        click.option(
            "--select",
            callback=words,
            multiple=True,
            metavar="RULES",
            help=f"{selecting}: ids, beginnings of ids (CLB1), names, or ALL; with commas "
            "between them, or the option repeated.",
        ),
        click.option("--ignore", callback=words, multiple=True, metavar="RULES", help=ignoring),
        click.option(
            "--exclude",
            callback=words,
            multiple=True,
            metavar="GLOBS",
            help="Leave out what matches these patterns, in .gitignore syntax; with commas between "
            "them, or the option repeated.",
        ),
    )


def within_project(reporting: str) -> Callable[[Function], Function]:
    """Add what makes the files of a larger whole of the PATHs; the text says what is done there."""
    return click.option(
        "--project",
        metavar="FOLDER",
        help=f"Analyse this folder as a whole, {reporting}; what the folder's own "
        "check would pass over is passed over.",
    )


def working(function: Function) -> Function:
    """Add what says how the work is done; results do not depend on it."""
    return _all(
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=0),
            default=0,
            metavar="N",
            help="Parse in so many processes; 0, the default, takes all processors there are.",
        ),
        click.option(
            "--no-cache",
            is_flag=True,
            help="Keep no facts about files, and use none that are kept.",
        ),
        click.option(
            "--cache-dir",
            metavar="FOLDER",
            help="Where facts about files are kept from run to run.",
        ),
        click.option("--profile", is_flag=True, help="Tell on standard error where time goes."),
    )(function)


def _all(*options: Callable[[Function], Function]) -> Callable[[Function], Function]:
    """Add several options, which help lists in this order."""

    def add(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return add
