"""`[tool.clb-migrate]` in pyproject.toml: found from the files checked, read strictly."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clb_migrate.errors import UserError
from clb_migrate.source.discover import shown_path
from clb_migrate.sources import DeclaredSource, declared_sources

FILE = "pyproject.toml"
TABLE = "clb-migrate"
_MARK = TABLE.encode()
_KEYS = ("endpoint", "sources")
_HOST = re.compile(r"(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file says; without one, nothing."""

    sources: tuple[DeclaredSource, ...] = ()
    endpoint: str = ""
    """The host of API 3.0 that migrated clients are told, if not the usual one."""
    origin: str = ""
    """The file that says so, as reports show it; empty without one."""


def configuration_for(paths: Sequence[str]) -> Configuration:
    """Return the configuration of the nearest folder that holds all of `paths` and has one.

    The folder a run is started from does not matter. Raises `UserError`, which names file and
    entry, for a file that is no TOML or says something that cannot be understood.
    """
    places = [os.path.abspath(path) for path in paths]
    folder = os.path.commonpath(places) if places else os.getcwd()
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        found = _read(os.path.join(folder, FILE))
        if found is not None:
            return found
        above = os.path.dirname(folder)
        if above == folder:
            return Configuration()
        folder = above


def _read(path: str) -> Configuration | None:
    """Return what a file says; None if there is none, or none that says anything to this tool."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None
    if _MARK not in data:
        return None
    import tomllib  # most runs meet no file that needs it

    shown = shown_path(path)
    try:
        document = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"{shown} is not valid TOML: {error}") from error
    tools = document.get("tool")
    table = tools.get(TABLE) if isinstance(tools, dict) else None
    if table is None:
        return None
    return _configuration(table, shown)


def _configuration(table: Any, shown: str) -> Configuration:
    where = f"{shown}: [tool.{TABLE}]"
    if not isinstance(table, Mapping):
        raise UserError(f"{where} must be a table")
    for key in table:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known are: {', '.join(_KEYS)}"
            raise UserError(f"{where} has an unknown key {key!r}{hint}")
    sources = table.get("sources", {})
    if not isinstance(sources, Mapping):
        raise UserError(f"{where}: 'sources' must be a table of names")
    endpoint = table.get("endpoint", "")
    if endpoint != "" and not (isinstance(endpoint, str) and _HOST.fullmatch(endpoint)):
        raise UserError(f"{where}: 'endpoint' must be a host, as in clb.intl.tencentcloudapi.com")
    try:
        return Configuration(declared_sources(_flat(sources), shown), endpoint, shown)
    except ValueError as error:
        raise UserError(f"{where}: sources: {error}") from error


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
