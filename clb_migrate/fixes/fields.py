"""Response fields: how a step from one part of a legacy answer to the next is made in API 3.0."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from clb_migrate.table.rows import Action, ResponseField, Rules, Shape

Path = tuple[str, ...]
"""Keys from the top of an answer; `[]` stands for an element of a list."""

LIST = "[]"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer: where API 3.0 has it, and what is below it.

    `structured`: it has parts whose names change. `by_hand` says why a program cannot read it.
    """

    to: Path
    structured: bool
    is_list: bool = False
    shape: Shape = "same"
    values: tuple[tuple[str, str | int | bool], ...] = ()
    kind: Literal["", "text", "number", "task"] = ""
    nullable: bool = False
    by_hand: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step down: the keys that lead to `part` in API 3.0 from where the last part is."""

    keys: Path
    part: Part


def split(path: str) -> Path:
    """Return a path of the table as its keys: `a[].b` is (`a`, `[]`, `b`)."""
    return tuple(re.findall(r"\[\]|[^.\[\]]+", path))


class Fields:
    """The response fields of one action."""

    def __init__(self, row: Action, rules: Rules) -> None:
        self._rules = rules
        self._rows: Mapping[Path, ResponseField] = {split(f.name): f for f in row.response_fields}
        self._name = row.name

    def part(self, path: Path) -> Part | None:
        """Return what a path leads to; None where the table does not know."""
        if not path:
            return Part((), structured=True)
        row = self._rows.get(path)
        below = [each for each in self._rows if len(each) > len(path) and each[: len(path)] == path]
        if row is None:
            if path[-1] == LIST:
                return self._element(path, below)
            return self._implied(path, below) if below else None
        if row.wrapper:
            above = self.part(path[:-1])
            return None if above is None else Part(above.to, structured=True)
        if row.to is None or row.by_hand:
            return Part((), bool(below), by_hand=row.by_hand or "API 3.0 does not return it")
        transform = self._rules.transforms.get(row.transform or "identity")
        shape: Shape = "same" if transform is None else transform.shape
        is_list = row.current_type.startswith("Array") or any(p[len(path)] == LIST for p in below)
        structured = bool(below) or row.current_type in ("Object", "Array of Object")
        values = tuple(transform.values.items()) if transform and shape == "values" else ()
        kind: Literal["", "text", "number", "task"] = ""
        if row.transform == "request_id_to_task_id":
            kind = "task"
        elif row.current_type == "String" and shape == "same":
            kind = "text"
        elif row.current_type == "Integer" and shape == "same":
            kind = "number"
        if shape in ("by_hand", "prefixed"):
            told = transform.note if transform is not None else "its value is another one"
            return Part((), structured, by_hand=told)
        return Part(split(row.to), structured, is_list, shape, values, kind, row.nullable)

    def _element(self, path: Path, below: Sequence[Path]) -> Part | None:
        """Return an element of a list."""
        above = self.part(path[:-1])
        if above is None or above.by_hand:
            return above
        if not above.structured:
            return Part((*above.to, LIST), structured=False, kind=above.kind)
        return Part((*above.to, LIST), structured=bool(below) or above.structured)

    def _implied(self, path: Path, below: Sequence[Path]) -> Part | None:
        """Return a part that has no row, by the rows of what is in it."""
        for each in below:
            part = self.part(each)
            rest = each[len(path) :]
            if part is not None and not part.by_hand and len(part.to) > len(rest):
                is_list = rest[0] == LIST
                return Part(part.to[: len(part.to) - len(rest)], structured=True, is_list=is_list)
        return None

    def step(self, path: Path) -> Step | str:
        """Return how the last step of a path is made; a phrase that says why it cannot be."""
        shown = ".".join(path).replace(f".{LIST}", LIST)
        part = self.part(path)
        if part is None:
            return f"{shown} is no field of {self._name} that the table knows"
        if part.by_hand:
            return f"{shown} of {self._name}: {part.by_hand.rstrip('.')}"
        above = self.part(path[:-1])
        assert above is not None or len(path) == 1
        start = above.to if above is not None else ()
        if part.to[: len(start)] != start or LIST in part.to[len(start) + (path[-1] == LIST) :]:
            return f"{shown} of {self._name} stands elsewhere in API 3.0"
        return Step(part.to[len(start) :], part)
