"""Values that nobody changes, of which an analysis makes several for each word of the code.

`dataclass(frozen=True)` keeps that up while the program runs: it sets each field by a function
call, which triples what it costs to make such a value, or to read one from a cache. Here the type
checker alone keeps it up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def immutable(*, order: bool = False) -> Callable[[type[Kind]], type[Kind]]:
    """Return what makes a class a dataclass with slots, compared and hashed by its fields.

    `order` lets its values also be sorted; a class may bring a `__hash__` of its own.
    """

    def made(kind: type[Kind]) -> type[Kind]:
        by_fields = "__hash__" not in vars(kind)
        return dataclass(slots=True, unsafe_hash=by_fields, order=order)(kind)

    return made
