"""Turn parsed TOML into the dataclasses of `rows.py`, strictly, driven by their type hints.

A new field or a new kind of row needs nothing here. What holds for every file:

- the keys of a TOML table are the fields of its dataclass; an unknown key is an error;
- a field with a default in its class may be left out, and so may one that is text, a collection
  or `X | None`, which is then empty or None; every other field, and the first field of a row,
  which names it, may not;
- a mapping to rows is written as an array of tables, keyed by the first field of each row, and no
  array has two rows of one name. A mapping to plain values is a TOML table.
"""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from clb_migrate.table.rows import Pattern

Row = TypeVar("Row")
Reader = Callable[[object, "Place"], Any]

_REQUIRED = object()
_UNIONS = (types.UnionType, typing.Union)
_SCALARS: Mapping[Any, str] = {str: "text", int: "a whole number", bool: "true or false"}


class RulesError(Exception):
    """A rule file is wrong. The text is one line that names the file, the row and the key."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the rule files a value stands: the file as shown, and the way down to the key."""

    file: str
    path: tuple[str, ...] = ()

    def inside(self, step: str) -> Place:
        """Return the place one step further down."""
        return Place(self.file, (*self.path, step))

    def row(self, name: object) -> Place:
        """Return the place of one row in the array of tables that stands here."""
        return Place(self.file, (*self.path[:-1], f"{self.path[-1]} {name}"))

    def error(self, problem: str) -> RulesError:
        """Return the error that tells `problem` and where it is."""
        return RulesError(": ".join((self.file, *self.path, problem)))


def read_table(
    shape: Any, table: object, place: Place, *, complete: bool = False, partial: bool = False
) -> dict[str, Any]:
    """Return the values of the fields of the dataclass `shape`, from `table` or by default.

    With `complete` no field may be left out; with `partial` every field may, and those that are
    left out are not in the result. Raises RulesError.
    """
    if not isinstance(table, dict):
        raise place.error(f"must be a table, not {describe(table)}")
    known = _fields(shape)
    for key in table:
        if key not in known:
            raise place.error(f"unknown key {key!r}{suggest(key, known)}")
    values: dict[str, Any] = {}
    for name, (reader, default) in known.items():
        if name in table:
            values[name] = reader(table[name], place.inside(name))
        elif partial:
            continue
        elif complete or default is _REQUIRED:
            raise place.error(f"missing key {name!r}")
        else:
            values[name] = default
    return values


def merge(first: object, second: object, place: Place) -> Any:
    """Return a collection of the table with the entries that another file adds to it.

    Raises RulesError for a key that is already there, and for a value that is no collection.
    """
    if isinstance(first, tuple) and isinstance(second, tuple):
        return first + tuple(entry for entry in second if entry not in first)
    if isinstance(first, frozenset) and isinstance(second, frozenset):
        return first | second
    if isinstance(first, dict) and isinstance(second, dict):
        for key in second:
            if key in first:
                raise place.row(key).error("is in the table already; rows can only be added")
        return {**first, **second}
    raise place.error("has a value already; only rows and list entries can be added")


def describe(value: object) -> str:
    """Return how an error message shows a TOML value."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "an array"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value)


def suggest(word: str, known: Iterable[str]) -> str:
    """Return the end of an error message: the known word nearest to an unknown one, else all."""
    choices = list(known)
    nearest = difflib.get_close_matches(word, choices, n=1)
    if nearest:
        return f"; did you mean {nearest[0]!r}?"
    return f"; known are {', '.join(choices)}" if choices else ""


@cache
def _fields(shape: Any) -> Mapping[str, tuple[Reader, Any]]:
    """Return how each field of a dataclass is read, and its default or that it has none."""
    hints = typing.get_type_hints(shape)
    found: dict[str, tuple[Reader, Any]] = {}
    for index, field in enumerate(fields(shape)):
        hint = hints[field.name]
        identity = index == 0 and hint in _SCALARS
        if field.default is not MISSING:
            default = field.default
        else:
            default = _REQUIRED if identity else _default(hint)
        found[field.name] = (_reader(hint), default)
    return found


def _default(hint: Any) -> Any:
    origin = get_origin(hint)
    if origin in _UNIONS and types.NoneType in get_args(hint):
        return None
    empty = {str: "", tuple: (), frozenset: frozenset(), Mapping: {}}
    return empty.get(hint if origin is None else origin, _REQUIRED)


@cache
def _reader(hint: Any) -> Reader:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in _UNIONS:
        kinds = tuple(kind for kind in arguments if kind is not types.NoneType)
        return _reader(kinds[0]) if len(kinds) == 1 else _scalar_reader(kinds)
    if origin is not None:
        return _COLLECTIONS[origin](arguments)
    if hint is Pattern:
        return _read_pattern
    if is_dataclass(hint):
        return _row_reader(hint)
    return _scalar_reader((hint,))


def _row_reader(shape: Any) -> Reader:
    return lambda value, place: shape(**read_table(shape, value, place))


def _read_pattern(value: object, place: Place) -> Pattern:
    if not isinstance(value, str):
        raise place.error(f"must be text, not {describe(value)}")
    pattern = Pattern.parse(value)
    if not all(part.isidentifier() for part in pattern.root.split(".")):
        raise place.error(f"{value!r} is neither a code like 'A.B' nor a family like 'A.B.*'")
    return pattern


def _scalar_reader(kinds: Sequence[Any]) -> Reader:
    expected = " or ".join(_SCALARS[kind] for kind in kinds)

    def read(value: object, place: Place) -> Any:
        # Not isinstance: true is no whole number here.
        if type(value) not in kinds:
            raise place.error(f"must be {expected}, not {describe(value)}")
        return value

    return read


def _choice_reader(choices: Sequence[Any]) -> Reader:
    def read(value: object, place: Place) -> Any:
        if value not in choices:
            listed = ", ".join(map(repr, choices))
            raise place.error(f"must be one of {listed}, not {describe(value)}")
        return value

    return read


def _array_reader(hint: Any) -> Callable[[object, Place], list[Any]]:
    if is_dataclass(hint) and hint is not Pattern:
        return _rows_reader(hint)
    reader = _reader(hint)

    def read(value: object, place: Place) -> list[Any]:
        entries = [reader(entry, place) for entry in _array(value, place)]
        if len(set(entries)) < len(entries):
            twice = next(entry for i, entry in enumerate(entries) if entry in entries[:i])
            raise place.error(f"{str(twice)!r} stands there twice")
        return entries

    return read


def _rows_reader(shape: Any) -> Callable[[object, Place], list[Any]]:
    reader = _row_reader(shape)
    key = fields(shape)[0].name

    def read(value: object, place: Place) -> list[Any]:
        seen: set[object] = set()
        rows = []
        for number, table in enumerate(_array(value, place), 1):
            identity = table.get(key) if isinstance(table, dict) else None
            named = isinstance(identity, str | int)
            at = place.row(identity if named else f"row {number}")
            if named and identity in seen:
                raise at.error(f"stands there twice, the second time as row {number}")
            seen.add(identity if named else None)
            rows.append(reader(table, at))
        return rows

    return read


def _array(value: object, place: Place) -> list[Any]:
    if not isinstance(value, list):
        raise place.error(f"must be an array, not {describe(value)}")
    return value


def _mapping_reader(hint: Any) -> Reader:
    if is_dataclass(hint):
        key, rows = fields(hint)[0].name, _rows_reader(hint)
        return lambda value, place: {getattr(row, key): row for row in rows(value, place)}
    reader = _reader(hint)

    def read(value: object, place: Place) -> Any:
        if not isinstance(value, dict):
            raise place.error(f"must be a table, not {describe(value)}")
        return {key: reader(entry, place.inside(key)) for key, entry in value.items()}

    return read


def _tuple_reader(hint: Any) -> Reader:
    entries = _array_reader(hint)
    return lambda value, place: tuple(entries(value, place))


def _set_reader(hint: Any) -> Reader:
    entries = _array_reader(hint)
    return lambda value, place: frozenset(entries(value, place))


_COLLECTIONS: Mapping[Any, Callable[[Sequence[Any]], Reader]] = {
    Literal: _choice_reader,
    tuple: lambda arguments: _tuple_reader(arguments[0]),
    frozenset: lambda arguments: _set_reader(arguments[0]),
    Mapping: lambda arguments: _mapping_reader(arguments[1]),
}
