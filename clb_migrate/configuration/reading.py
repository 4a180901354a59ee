"""From what a configuration file says to values; what cannot be understood is an error."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clb_migrate.configuration.keys import Key, Vocabulary, check_pattern, path_from
from clb_migrate.configuration.places import Document, Place
from clb_migrate.findings import Certainty
from clb_migrate.path_settings import PathSetting, PathSettings
from clb_migrate.sources import DeclaredSource, declared_sources

SOURCES, ENDPOINT, RULES, PATHS = OWN_KEYS = ("sources", "endpoint", "rules", "per-path")
"""What only a file can say."""
PATH_KEYS = ("select", "ignore", "min-confidence")
"""The keys that a path may have otherwise than the rest."""
PATH = r"(?![!#])\s*\S"
"""How a pattern begins that means paths."""
HOST = r"(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file says; without one, nothing."""

    sources: tuple[DeclaredSource, ...] = ()
    endpoint: str = ""
    """The host of API 3.0 that migrated clients are told, if not the usual one."""
    rules: tuple[str, ...] = ()
    """Files and folders with further rows of the table."""
    paths: PathSettings = field(default_factory=PathSettings)
    options: Mapping[str, Any] = field(default_factory=dict)
    """Key -> its value, for all commands."""
    commands: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Command -> what holds for it alone."""
    origin: str = ""
    """The file that says so, as reports show it; empty without one."""
    folder: str = ""
    """The folder of the file, which its patterns speak of."""

    def options_of(self, command: str) -> Mapping[str, Any]:
        """Return what holds for one command."""
        return {**self.options, **self.commands.get(command, {})}


def configuration_of(document: Document | None, vocabulary: Vocabulary) -> Configuration:
    """Read a file; raises `UserError`, which names file, table and key, for whatever is wrong."""
    if document is None:
        return Configuration()
    place, table = document.place, document.table
    known = [*vocabulary.keys, *OWN_KEYS]
    options: dict[str, Any] = {}
    commands: dict[str, Mapping[str, Any]] = {}
    for name, value in table.items():
        own = vocabulary.commands.get(name)
        if own and isinstance(value, Mapping):
            commands[name] = _options(value, own, vocabulary, place.inside(name), document.folder)
        elif name in vocabulary.keys:
            options[name] = vocabulary.keys[name].read(value, place, document.folder)
        elif name in vocabulary.typed:
            raise _is_typed(name, place)
        elif own:
            raise place.error(f"{name!r} must be a table with options of that command")
        elif name not in OWN_KEYS:
            raise place.unknown(
                name, [*known, *(each for each, own in vocabulary.commands.items() if own)]
            )
    _check_conflicts(options, vocabulary, place)
    return Configuration(
        _sources(table.get(SOURCES, {}), place),
        _endpoint(table.get(ENDPOINT, ""), place),
        _rules(table.get(RULES, []), place, document.folder),
        _paths(table.get(PATHS, {}), document, vocabulary),
        options,
        commands,
        place.file,
        document.folder,
    )


def _options(
    table: Mapping[str, Any],
    known: Mapping[str, Key],
    vocabulary: Vocabulary,
    place: Place,
    folder: str,
) -> dict[str, Any]:
    for name in table:
        if name in vocabulary.typed:
            raise _is_typed(name, place)
        if name not in known:
            raise place.unknown(name, known)
    found = {name: known[name].read(value, place, folder) for name, value in table.items()}
    _check_conflicts(found, vocabulary, place)
    return found


def _is_typed(name: str, place: Place) -> Exception:
    return place.error(f"{name!r} is for the command line only: --{name}")


def _check_conflicts(found: Mapping[str, Any], vocabulary: Vocabulary, place: Place) -> None:
    for one, other in vocabulary.conflicts:
        if found.get(one) and found.get(other):
            raise place.error(f"{one!r} and {other!r} exclude each other")


def _sources(table: Any, place: Place) -> tuple[DeclaredSource, ...]:
    if not isinstance(table, Mapping):
        raise place.error(f"{SOURCES!r} must be a table of names")
    try:
        return declared_sources(_flat(table), place.file)
    except ValueError as error:
        raise place.error(f"{SOURCES}: {error}") from None


def _flat(table: Mapping[str, object], above: str = "") -> dict[str, object]:
    """Return dotted keys, which TOML reads as tables in tables, as they were written."""
    found: dict[str, object] = {}
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, Mapping):
            found.update(_flat(value, name))
        else:
            found[name] = value
    return found


def _endpoint(value: Any, place: Place) -> str:
    if value != "" and not (isinstance(value, str) and re.fullmatch(HOST, value)):
        raise place.error(f"{ENDPOINT!r} must be a host, as in clb.intl.tencentcloudapi.com")
    return str(value)


def _rules(value: Any, place: Place, folder: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise place.error(f"{RULES!r} must be a list of files and folders")
    found = tuple(path_from(folder, each) for each in value)
    for text, path in zip(value, found, strict=True):
        if not os.path.exists(path):
            raise place.error(f"{RULES!r}: no such file or folder: {text!r}")
    return found


def _paths(table: Any, document: Document, vocabulary: Vocabulary) -> PathSettings:
    place = document.place
    if not isinstance(table, Mapping):
        raise place.error(f"{PATHS!r} must be a table of patterns, each with a table")
    known = {name: vocabulary.keys[name] for name in PATH_KEYS if name in vocabulary.keys}
    entries = []
    for pattern, settings in table.items():
        inside = place.inside(PATHS).inside(pattern)
        if not isinstance(settings, Mapping):
            raise inside.error('must be a table, as in { ignore = ["CLB104"] }')
        if not re.match(PATH, pattern):
            raise inside.error("a pattern says which paths are meant; it cannot begin with ! or #")
        try:
            check_pattern(pattern)
        except ValueError as error:
            raise inside.error(str(error)) from None
        found = _options(settings, known, vocabulary, inside, document.folder)
        certainty = found.get("min-confidence")
        entries.append(
            PathSetting(
                pattern,
                tuple(found.get("select", ())),
                tuple(found.get("ignore", ())),
                None if certainty is None else Certainty.from_label(certainty),
            )
        )
    return PathSettings(document.folder, tuple(entries), place.file)
