"""Options that several commands have: which rules and files are meant, how the work is done, and
how much is told of it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TypeVar

import click
from click.core import ParameterSource

from clb_migrate.cache import FOLDER_VARIABLE, default_folder
from clb_migrate.cli import completing
from clb_migrate.cli.help import Option
from clb_migrate.findings import Certainty

Function = TypeVar("Function", bound=Callable[..., object])

WHAT = "What is looked at"
HOW = "How the work is done"
TELLING = "What is told"
"""Sections of the help."""


class Volume(Enum):
    """How much a run tells, beside its result."""

    QUIET = auto()
    """Nothing."""
    NORMAL = auto()
    VERBOSE = auto()
    """On standard error: what it went by, which files were parsed, and how long it took."""

    @classmethod
    def of(cls, *, quiet: bool, verbose: bool) -> Volume:
        """Return what two options ask for together; raises `UsageError` where they disagree."""
        if quiet and verbose:
            raise click.UsageError("--quiet and --verbose exclude each other")
        return cls.QUIET if quiet else cls.VERBOSE if verbose else cls.NORMAL


def words(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split each value that was typed at its commas; fails where a word is missing."""
    is_typed = ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE
    found = tuple(
        word.strip() for value in values for word in (value.split(",") if is_typed else [value])
    )
    if not all(found):
        raise click.BadParameter(f"an empty entry in {','.join(values)!r}", ctx, param)
    return found


def choosing(*, selecting: str, ignoring: str) -> Callable[[Function], Function]:
    """Add what chooses findings and files; the texts say what choosing a rule does."""
    return _all(
        click.option(
            "--min-confidence",
            cls=Option,
            section=WHAT,
            type=click.Choice([each.label for each in sorted(Certainty, reverse=True)]),
            default=Certainty.LIKELY.label,
            show_default=True,
            help="The least sure findings to report.",
        ),
        click.option(
            "--select",
            cls=Option,
            section=WHAT,
            shell_complete=completing.rules,
            callback=words,
            multiple=True,
            metavar="RULES",
            help=f"{selecting}: ids, beginnings of ids (CLB1), names, or ALL; with commas "
            "between them, or the option repeated.",
        ),
        click.option(
            "--ignore",
            cls=Option,
            section=WHAT,
            shell_complete=completing.rules,
            callback=words,
            multiple=True,
            metavar="RULES",
            help=ignoring,
        ),
        click.option(
            "--exclude",
            cls=Option,
            section=WHAT,
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
        cls=Option,
        section=WHAT,
        shell_complete=completing.folders,
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
            cls=Option,
            section=HOW,
            type=click.IntRange(min=0),
            default=0,
            metavar="N",
            help="Parse in so many processes; 0, the default, takes all processors there are.",
        ),
        click.option(
            "--no-cache",
            cls=Option,
            section=HOW,
            is_flag=True,
            help="Keep no facts about files, and use none that are kept.",
        ),
        cache_folder,
        click.option(
            "--profile",
            cls=Option,
            section=HOW,
            is_flag=True,
            help="Tell on standard error where time goes.",
        ),
    )(function)


def cache_folder(function: Function) -> Function:
    """Add what says where the cache is."""
    return click.option(
        "--cache-dir",
        cls=Option,
        section=HOW,
        shell_complete=completing.folders,
        metavar="FOLDER",
        envvar=FOLDER_VARIABLE,
        default=default_folder,
        help="Where facts about files are kept from run to run.",
    )(function)


def telling(*, quietly: str) -> Callable[[Function], Function]:
    """Add what says how much is told; the text says what is left out when quiet."""
    return _all(
        click.option("-q", "--quiet", cls=Option, section=TELLING, is_flag=True, help=quietly),
        click.option(
            "-v",
            "--verbose",
            cls=Option,
            section=TELLING,
            is_flag=True,
            help="Tell on standard error what is gone by, which files are parsed and how long it "
            "takes.",
        ),
    )


def _all(*options: Callable[[Function], Function]) -> Callable[[Function], Function]:
    """Add several options, which help lists in this order."""

    def add(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return add
