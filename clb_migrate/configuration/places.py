"""Which file configures a run, and where in it something stands."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clb_migrate.errors import UserError
from clb_migrate.source.discover import shown_path

SHARED_FILE = "pyproject.toml"
"""A file in which every tool has a table."""
OWN_FILE = "clb-migrate.toml"
"""A file of ours alone; in a folder with both it counts."""
TABLE = "clb-migrate"
_MARK = TABLE.encode()
"""Without it a shared file says nothing to this tool, whatever is wrong with it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A table of a file, for messages: what reports call the file, and the names of the tables."""

    file: str
    path: tuple[str, ...] = ()

    def inside(self, name: str) -> Place:
        """Return the place of a table that stands in this one."""
        return Place(self.file, (*self.path, name))

    def error(self, problem: str) -> UserError:
        """Return the error that tells where the `problem` is."""
        table = ".".join(name if _is_bare(name) else f'"{name}"' for name in self.path)
        return UserError(
            f"{self.file}: [{table}]: {problem}" if table else f"{self.file}: {problem}"
        )

    def unknown(self, key: str, known: Iterable[str]) -> UserError:
        """Return the error for a key that means nothing here, with the one that may be meant."""
        return self.error(f"unknown key {key!r}{near(key, known)}")


@dataclass(frozen=True, slots=True)
class Document:
    """What a configuration file says to this tool."""

    table: Mapping[str, Any]
    place: Place
    folder: str
    """Where the file is: what it says of paths is meant from there."""


def near(word: str, known: Iterable[str]) -> str:
    """Return the end of a message about an unknown word: the nearest one, or all there are."""
    choices = list(known)
    found = difflib.get_close_matches(word.lower().replace("_", "-"), choices, 1)
    return f"; did you mean {found[0]!r}?" if found else f"; known are: {', '.join(choices)}"


def document_for(paths: Sequence[str]) -> Document | None:
    """Return the file of the nearest folder that holds all of `paths` and has one.

    The folder a run is started from does not matter. Raises `UserError` for a file that is no TOML.
    """
    places = [os.path.abspath(path) for path in paths]
    folder = os.path.commonpath(places) if places else os.getcwd()
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        for name in (OWN_FILE, SHARED_FILE):
            path = os.path.join(folder, name)
            try:
                with open(path, "rb") as file:
                    data = file.read()
            except (FileNotFoundError, NotADirectoryError, ValueError):
                continue
            except OSError as error:
                if name == SHARED_FILE:
                    continue
                raise _unreadable(path, error) from None
            found = _document(path, data)
            if found is not None:
                return found
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def document_in(path: str) -> Document:
    """Return the file `path`, whatever it is called.

    Raises `UserError` if it cannot be read, is no TOML, or says nothing to this tool.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    found = _document(os.path.abspath(path), data)
    if found is None:
        raise UserError(f"{shown_path(path)} has no table [tool.{TABLE}]")
    return found


def _unreadable(path: str, error: OSError | ValueError) -> UserError:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return UserError(f"cannot read the configuration file {shown_path(path)!r}: {reason}")


def _document(path: str, data: bytes) -> Document | None:
    """Return what a file says; None if it is a shared one that says nothing to this tool."""
    is_shared = os.path.basename(path) == SHARED_FILE
    if is_shared and _MARK not in data:
        return None
    import tomllib  # most runs meet no file that needs it

    shown = shown_path(path)
    try:
        table: Any = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"{shown} is not valid TOML: {error}") from error
    place = Place(shown)
    if is_shared:
        tools = table.get("tool")
        table = tools.get(TABLE) if isinstance(tools, dict) else None
        if table is None:
            return None
        place = Place(shown, ("tool", TABLE))
        if not isinstance(table, Mapping):
            raise place.error("must be a table")
    return Document(table, place, os.path.dirname(path))


def _is_bare(name: str) -> bool:
    return bool(name) and all(each.isascii() and (each.isalnum() or each in "-_") for each in name)
