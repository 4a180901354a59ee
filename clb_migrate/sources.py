"""Declared sources: what a user says of code whose origin lies outside the files checked.

A declaration is a qualified name and what it stands for:

    "vendor.cloud.send()" = "legacy response"       what a function or method returns
    "shop.tasks.on_answer(answer)" = "legacy response"      a parameter
    "vendor.cloud.CloudError.code" = "legacy code"  an attribute or variable

A name without parentheses is meant both ways: as the thing itself, and as what calling it returns.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

_NAME = re.compile(
    r"(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)(?P<call>\(\s*(?P<parameter>[^\W\d]\w*)?\s*\))?"
)


class SourceKind(Enum):
    """What a declared source is, by the words of the configuration."""

    LEGACY_RESPONSE = "legacy response"
    LEGACY_CODE = "legacy code"
    CURRENT_RESPONSE = "3.0 response"
    CURRENT_CODE = "3.0 code"


@dataclass(frozen=True, slots=True)
class DeclaredSource:
    """One declaration; `text` is the name as written."""

    text: str
    name: tuple[str, ...]
    kind: SourceKind
    is_called: bool | None
    """What calling the name returns, what the name itself is, or (None) both."""
    parameter: str | None = None
    origin: str = ""
    """The file it was read from, as reports show it."""


def declared_sources(table: Mapping[str, object], origin: str) -> tuple[DeclaredSource, ...]:
    """Read declarations, given as qualified names with the words of a `SourceKind`.

    Raises `ValueError`, with one line that names the entry, for what cannot be understood.
    """
    return tuple(_declared(text, words, origin) for text, words in table.items())


def _declared(text: str, words: object, origin: str) -> DeclaredSource:
    found = _NAME.fullmatch(text.strip())
    if found is None:
        example = "vendor.cloud.send(), shop.tasks.handle(answer) or vendor.cloud.last_code"
        raise ValueError(f"{text!r} is no qualified name; write {example}")
    name = tuple(found["name"].split("."))
    if len(name) == 1:
        raise ValueError(f"{text!r} names no module; write the name with the module it is in")
    return DeclaredSource(
        text.strip(),
        name,
        _kind(text, words),
        None if found["call"] is None else found["parameter"] is None,
        found["parameter"],
        origin,
    )


def _kind(text: str, words: object) -> SourceKind:
    known = [kind.value for kind in SourceKind]
    if isinstance(words, str):
        plain = re.sub(r"[\s_-]+", " ", words.strip().lower())
        if plain in known:
            return SourceKind(plain)
        if near := difflib.get_close_matches(plain, known, 1):
            raise ValueError(f"{text!r} cannot be {words!r}; did you mean {near[0]!r}?")
    choices = ", ".join(map(repr, known))
    raise ValueError(f"{text!r} cannot be {words!r}; it can be one of {choices}")
