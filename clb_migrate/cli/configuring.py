"""What the configuration file of a project says, put behind what is typed.

The file is read before a command starts: what it says takes the place of defaults. If something is
wrong with it, the command starts without it and is told so as soon as it asks what is in force, so
that reports which were asked for can say it, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from clb_migrate.configuration import (
    Configuration,
    configuration_of,
    document_for,
    document_in,
)
from clb_migrate.errors import UserError
from clb_migrate.findings import Certainty
from clb_migrate.run import Settings

if TYPE_CHECKING:
    from clb_migrate.asking import Asked
    from clb_migrate.withholding import Withholder

_KEPT = "clb_migrate.configuration"
_TYPED = "clb_migrate.typed"
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of reading a file."""

    configuration: Configuration = field(default_factory=Configuration)
    error: UserError | None = None


def configure(command: click.Command, context: click.Context, arguments: Sequence[str]) -> None:
    """Let the configuration that holds for `arguments` be what is in force, and the default.

    Raises `click.UsageError` where the arguments make no sense.
    """
    typed, _, order = command.make_parser(context).parse_args([*arguments])
    if context.resilient_parsing or any(param.name in ("help", "version") for param in order):
        return
    context.meta[_TYPED] = typed
    try:
        configuration = _configuration(typed)
        context.default_map = _defaults(command, context, configuration, order)
        context.meta[_KEPT] = _Read(configuration)
    except UserError as error:
        context.meta[_KEPT] = _Read(error=error)


def in_force() -> Configuration:
    """Return the configuration of the command that runs; raises `UserError` if it is wrong."""
    read: _Read = click.get_current_context().meta.get(_KEPT, _Read())
    if read.error is not None:
        raise read.error
    return read.configuration


def places_of(paths: Sequence[str], stdin_filename: str | None = None) -> tuple[str, ...]:
    """Return the paths whose folder is asked what holds for a run."""
    named = tuple(path for path in paths if path != STANDARD_INPUT)
    return named or (stdin_filename or ".",)


def typed_values() -> Mapping[str, Any]:
    """Return what was typed for the command that runs, word for word, by the names of click."""
    values: Mapping[str, Any] = click.get_current_context().meta.get(_TYPED, {})
    return values


def settings_of(
    *,
    exclude: tuple[str, ...],
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    min_confidence: str = Certainty.LIKELY.label,
    withholders: tuple[Withholder, ...] = (),
    asked: Asked | None = None,
) -> Settings:
    """Return what a run is asked for, by the options of the command that runs and its file.

    What is typed for all paths overrules what the file selects for some. Raises `UserError` if the
    file is wrong.
    """
    configuration = in_force()
    entries = configuration.paths.entries
    if _is_typed("select"):
        entries = tuple(replace(each, select=()) for each in entries)
    if _is_typed("min_confidence"):
        entries = tuple(replace(each, certainty=None) for each in entries)
    return Settings(
        select=select,
        ignore=ignore,
        exclude=exclude,
        exclude_from="" if _is_typed("exclude") else configuration.folder,
        certainty=Certainty.from_label(min_confidence),
        paths=replace(configuration.paths, entries=entries),
        sources=configuration.sources,
        endpoint=configuration.endpoint,
        withholders=withholders,
        asked=asked,
    )


def _is_typed(parameter: str) -> bool:
    context = click.get_current_context()
    return context.get_parameter_source(parameter) is ParameterSource.COMMANDLINE


def _configuration(typed: Mapping[str, Any]) -> Configuration:
    """Read the file that is named, or that of the paths."""
    named, isolated = typed.get("config"), typed.get("isolated")
    if isinstance(named, str) and isolated is True:
        raise click.UsageError("--config and --isolated exclude each other")
    if isolated is True:
        return Configuration()
    document = document_in(named) if isinstance(named, str) else document_for(_meant(typed))
    if document is None:
        return Configuration()
    from clb_migrate.cli.keys import vocabulary

    return configuration_of(document, vocabulary())


def _meant(typed: Mapping[str, Any]) -> tuple[str, ...]:
    project, paths, stdin = (typed.get(name) for name in ("project", "paths", "stdin_filename"))
    if isinstance(project, str):
        return (project,)
    # What is not there need not be None for click.
    given = paths if isinstance(paths, tuple) else ()
    return places_of(given, stdin if isinstance(stdin, str) else None)


def _defaults(
    command: click.Command,
    context: click.Context,
    configuration: Configuration,
    typed: Sequence[click.Parameter],
) -> dict[str, Any]:
    """Return what a file says of the options of a command, by the names of click."""
    from clb_migrate.cli.keys import bindings_of, long_name, vocabulary

    name = context.info_name or ""
    if not (configuration.options or configuration.commands.get(name)):
        return {}
    known = vocabulary().keys
    bindings = bindings_of(command, name)
    said = {
        **_without_rivals(
            {
                key: value
                for key, value in configuration.options.items()
                if key in bindings and bindings[key].key.form == known[key].form
            },
            configuration.commands.get(name, {}),
        ),
        **configuration.commands.get(name, {}),
    }
    words = {long_name(each): None for each in typed if isinstance(each, click.Option)}
    words |= _typed_before(context)
    return {
        bindings[key].parameter: bindings[key].given(value)
        for key, value in _without_rivals(said, words).items()
        if key not in words
    }


def _typed_before(context: click.Context) -> dict[str, None]:
    """Return the options that were typed in front of the command, which hold for it."""
    from clb_migrate.cli.keys import long_name

    above = context.parent
    return {
        long_name(option): None
        for option in (above.command.params if above else ())
        if isinstance(option, click.Option)
        and above is not None
        and above.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
    }


def _without_rivals(said: Mapping[str, Any], stronger: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what excludes something that was said with more authority."""
    from clb_migrate.cli.keys import rivals_of

    return {key: value for key, value in said.items() if rivals_of(key).isdisjoint(stronger)}
