"""How the facts of a topic are put in words, for whatever shows them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

NOTHING = "nothing"
"""What takes the place of something that has no counterpart."""


def label_of(key: str) -> str:
    """Return the name of a fact as people read it."""
    return key.replace("_", " ")


def text_of(value: Any) -> str:
    """Return a fact that is no list of rows as text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(text_of, value))
    return str(value)


def head_of(entry: Mapping[str, Any]) -> str:
    """Return what a row is about."""
    return str(next(iter(entry.values())))


def remarks(entry: Mapping[str, Any], *, without: Collection[str] = ()) -> str:
    """Return what else a row says, with its labels.

    A "no" says nothing, except where somebody would expect a yes.
    """
    _, *others = entry.items()
    return "; ".join(
        f"{label_of(key)}: {text_of(value)}"
        for key, value in others
        if key not in ("to", *without)
        and value not in ("", None, (), [])
        and (value is not False or key == "required")
    )
