"""Strings put together: every way to write one ends in the same list of parts and holes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from clb_migrate.analysis.hosts import HOLE
from clb_migrate.analysis.values import (
    NOTHING,
    Atom,
    Const,
    Container,
    Hole,
    SignedUrl,
    Site,
    Text,
    TooMany,
    Trail,
    Unknown,
    Value,
)

Parts = tuple[str | Hole, ...]

_MOST_PARTS = 24
"""Parts of one text that are kept; a text built up in a loop must end somewhere."""

_LONGEST = 4096
"""Characters of a constant text that are kept."""

_MOST_WAYS = 16
"""Combinations of alternatives that are followed when strings are joined."""


def alternatives(value: Value) -> list[Parts]:
    """Return the texts a value may be; one hole where nothing is known of it."""
    found: list[Parts] = []
    for atom in value:
        match atom:
            case Const(str() as text):
                found.append((text,))
            case Const(int() | float() as number):
                found.append((str(number),))
            case Const(bytes() as data):
                found.append((data.decode("utf-8", "replace"),))
            case Text(parts):
                found.append(parts)
            case Unknown() | TooMany():
                found.append((Hole(unproven=True),))
            case _:
                pass
    if carried_here := tuple(atom for atom in value if isinstance(atom, Container)):
        found.append((Hole(carried_here),))
    return found[:_MOST_WAYS] or [(Hole(),)]


def concatenated(pieces: Sequence[Iterable[Parts]]) -> Value:
    """Return every text made of one alternative of each piece, one after the other."""
    value: dict[Atom, Trail | None] = {}
    for combination in islice(product(*pieces), _MOST_WAYS):
        value.setdefault(_normal([part for parts in combination for part in parts]), None)
    return value


def _normal(parts: Sequence[str | Hole]) -> Const | Text:
    merged: list[str | Hole] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] = (merged[-1] + part)[:_LONGEST]
        elif isinstance(part, Hole) and merged and isinstance(merged[-1], Hole):
            last = merged[-1]
            carries = tuple(dict.fromkeys((*last.carries, *part.carries)))
            merged[-1] = Hole(carries, last.unproven or part.unproven)
        else:
            merged.append(part)
    if len(merged) > _MOST_PARTS:
        merged[_MOST_PARTS:] = [Hole()]
    if not merged:
        return Const("")
    if len(merged) == 1 and isinstance(merged[0], str):
        return Const(merged[0])
    return Text(tuple(merged))


def written_at(value: Value, site: Site | None) -> Value:
    """Return texts as written there, whatever they were put together from."""
    if site is None:
        return value
    return {
        replace(atom, written=site) if isinstance(atom, (Const, Text)) else atom: trail
        for atom, trail in value.items()
    }


def written(atoms: Iterable[Atom]) -> Site | None:
    """Return where the first of these texts that knows it was written."""
    return next((a.written for a in atoms if isinstance(a, (Const, Text)) and a.written), None)


def formatted(template: str, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
    """Fill the fields of a `str.format` template; what cannot be told is a hole."""
    pieces: list[list[Parts]] = []
    rest, automatic = template, 0
    while rest:
        start = rest.find("{")
        if start < 0:
            pieces.append([(rest,)])
            break
        if rest.startswith("{{", start):
            pieces.append([(rest[: start + 1],)])
            rest = rest[start + 2 :]
            continue
        end = rest.find("}", start)
        if end < 0:
            pieces.append([(rest,)])
            break
        pieces.append([(rest[:start],)])
        field = rest[start + 1 : end].split("!")[0].split(":")[0]
        if field == "":
            field, automatic = str(automatic), automatic + 1
        if field.isdigit():
            place = int(field)
            value = arguments[place] if place < len(arguments) else NOTHING
        else:
            value = named.get(field, NOTHING)
        pieces.append(alternatives(value))
        rest = rest[end + 1 :]
    return concatenated(pieces)


def interpolated(template: str, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
    """Fill a `%` template."""
    pieces: list[list[Parts]] = []
    rest, place = template, 0
    while (at := rest.find("%")) >= 0:
        pieces.append([(rest[:at],)])
        rest = rest[at + 1 :]
        if rest.startswith("%"):
            pieces.append([("%",)])
            rest = rest[1:]
            continue
        if rest.startswith("("):
            name, _, rest = rest[1:].partition(")")
            pieces.append(alternatives(named.get(name, NOTHING)))
        else:
            known = place < len(arguments)
            pieces.append(alternatives(arguments[place]) if known else [(Hole(),)])
            place += 1
        rest = rest.lstrip("-+ #0123456789.")[1:]
    pieces.append([(rest,)])
    return concatenated(pieces)


def substituted(template: str, named: Mapping[str, Value]) -> Value:
    """Fill a `string.Template`; what no name is given for is a hole."""
    pieces: list[list[Parts]] = []
    end = 0
    for match in _PLACEHOLDER.finditer(template):
        pieces.append([(template[end : match.start()],)])
        end = match.end()
        name = match["name"] or match["braced"]
        pieces.append(alternatives(named.get(name, NOTHING)) if name else [("$",)])
    pieces.append([(template[end:],)])
    return concatenated(pieces)


_PLACEHOLDER = re.compile(r"\$(?:\$|(?P<name>[A-Za-z_]\w*)|\{(?P<braced>[A-Za-z_]\w*)\})")


def shown(atom: Atom) -> str | None:
    """Return a text atom with the hole character for what is unknown; None for other atoms."""
    match atom:
        case Const(str() as text):
            return text
        case Const(bytes() as data):
            return data.decode("utf-8", "replace")
        case Text():
            return atom.shown(HOLE)
        case _:
            return None


def carried(value: Value) -> Value:
    """Return the containers that were encoded into the texts of a value."""
    return {
        inner: None
        for atom in value
        if isinstance(atom, Text)
        for part in atom.parts
        if isinstance(part, Hole)
        for inner in part.carries
    }


def is_unproven(value: Value) -> bool:
    """Tell whether part of the value, or of its text, is of unknown origin."""
    for atom in value:
        if isinstance(atom, Unknown):
            return True
        if isinstance(atom, Text) and any(
            isinstance(part, Hole) and part.unproven for part in atom.parts
        ):
            return True
    return False


def signed_urls(value: Value) -> list[tuple[SignedUrl, Trail | None]]:
    """Return the addresses an SDK made, with their trails."""
    return [(atom, trail) for atom, trail in value.items() if isinstance(atom, SignedUrl)]
