"""`clb-migrate config`: which settings are in force, and who says so."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import click
from click.core import ParameterSource

from clb_migrate.checks.base import all_checks
from clb_migrate.cli import completing
from clb_migrate.cli.configuring import in_force, typed_values
from clb_migrate.cli.help import Command
from clb_migrate.cli.keys import Binding, all_commands, bindings_of, rivals_of, vocabulary
from clb_migrate.cli.streams import write_out
from clb_migrate.configuration import Configuration
from clb_migrate.configuration.reading import ENDPOINT, PATHS, RULES, SOURCES
from clb_migrate.configuration.schema import schema
from clb_migrate.configuration.writing import assignment, heading

_DEFAULT, _TYPED = "default", "command line"
_WIDTH = 40
"""Columns in front of who says so."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """A value in force, None where there is none, and who says so."""

    key: str
    value: Any
    origin: str
    table: tuple[str, ...] = ()


class _Teller(Command):
    """Takes the options of the other commands, too, to tell what they change."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters; those of other commands are not in the help."""
        found = super().get_params(ctx)
        known = {param.name for param in found}
        for binding in _bindings().values():
            if binding.parameter not in known:
                known.add(binding.parameter)
                lent = copy.copy(binding.option)
                lent.hidden, lent.expose_value = True, False
                found.append(lent)
        return found


@click.command(
    cls=_Teller,
    short_help="Tell which settings are in force.",
    examples={
        "clb-migrate config": "What holds for the current folder.",
        "clb-migrate config --select CLB1 src": "For src, with options of the other commands.",
        "clb-migrate config --schema > schema.json": "What editors complete and check it with.",
    },
    exit_codes={0: "It was told.", 2: "The configuration is wrong."},
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files)
@click.option(
    "--schema", "is_schema", is_flag=True, help="Print a JSON schema of the file instead."
)
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(*, paths: tuple[str, ...], is_schema: bool, output_format: str) -> int:  # noqa: ARG001 - the file is that of the paths
    """Tell which settings are in force for PATHs, and whether the command line, the environment,
    a file or nobody says so.

    The text is what a configuration file could say.
    """
    if is_schema:
        found = schema(vocabulary(), [(each.rule.id, each.rule.name) for each in all_checks()])
        write_out([json.dumps(found, indent=2) + "\n"])
        return 0
    configuration = in_force()
    settings = [*_settings(configuration)]
    if output_format == "json":
        write_out([json.dumps(_as_json(configuration, settings), indent=2) + "\n"])
    else:
        write_out(_text(configuration, settings))
    return 0


def _bindings() -> dict[str, Binding]:
    """Return the options that the keys for all commands are about."""
    found: dict[str, Binding] = {}
    for name, other in all_commands().items():
        for key, binding in bindings_of(other, name).items():
            found.setdefault(key, binding)
    return found


def _settings(configuration: Configuration) -> Iterator[_Setting]:
    """Yield what is in force, by the order of keys."""
    file = configuration.origin
    own: Mapping[str, Any] = {
        ENDPOINT: configuration.endpoint or None,
        RULES: [*configuration.rules],
    }
    bindings = _bindings()
    options = {key: _option(key, binding, configuration) for key, binding in bindings.items()}
    said = {key for key, option in options.items() if option.value and option.origin != _DEFAULT}
    for key in sorted([*options, ENDPOINT, RULES]):
        if key not in options:
            yield _Setting(key, own[key], file if own[key] else _DEFAULT)
        elif options[key].origin == _DEFAULT and said & rivals_of(key):
            yield _Setting(key, None, _DEFAULT)
        else:
            yield options[key]
    for source in configuration.sources:
        yield _Setting(source.text, source.kind.value, source.origin, (SOURCES,))
    for entry in configuration.paths.entries:
        inside = (PATHS, entry.pattern)
        if entry.select:
            yield _Setting("select", [*entry.select], file, inside)
        if entry.ignore:
            yield _Setting("ignore", [*entry.ignore], file, inside)
        if entry.certainty is not None:
            yield _Setting("min-confidence", entry.certainty.label, file, inside)
    for name, table in configuration.commands.items():
        for key in sorted(table):
            yield _Setting(key, table[key], file, (name,))


def _option(key: str, binding: Binding, configuration: Configuration) -> _Setting:
    context = click.get_current_context()
    typed = typed_values()
    source = context.get_parameter_source(binding.parameter)
    if source is ParameterSource.COMMANDLINE and binding.option.name in typed:
        return _Setting(key, _typed(binding, typed[binding.parameter], context), _TYPED)
    if source is ParameterSource.ENVIRONMENT:
        variable = binding.option.resolve_envvar_value(context)
        return _Setting(key, variable, f"environment, {binding.option.envvar}")
    if key in configuration.options:
        return _Setting(key, configuration.options[key], configuration.origin)
    default = binding.key.default
    if default is None and callable(binding.option.default):
        default = binding.option.default()
    return _Setting(key, default, _DEFAULT)


def _typed(binding: Binding, value: Any, context: click.Context) -> Any:
    """Return what was typed as a file would have it."""
    read = binding.option.process_value(context, value)
    if not binding.key.is_list:
        return binding.given(read)
    # Some are made more of than a file could say.
    return [*(read if all(isinstance(each, str) for each in read) else value)]


def _text(configuration: Configuration, settings: list[_Setting]) -> Iterator[str]:
    yield f"# {configuration.origin or 'no configuration file'}\n"
    table: tuple[str, ...] = ()
    for setting in settings:
        if setting.table != table:
            table = setting.table
            yield f"\n{heading(table)}\n"
        line = assignment(setting.key, setting.value)
        yield f"{line:<{_WIDTH}}  # {setting.origin}\n"


def _as_json(configuration: Configuration, settings: list[_Setting]) -> Mapping[str, Any]:
    return {
        "file": configuration.origin or None,
        "settings": [
            {
                "table": [*setting.table],
                "key": setting.key,
                "value": setting.value,
                "from": setting.origin,
            }
            for setting in settings
        ],
    }
