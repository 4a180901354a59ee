"""Request parameters: what a legacy key, wherever it stands, becomes in API 3.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from clb_migrate.fixes.fields import LIST, Path, split
from clb_migrate.table.rows import Action, Parameter, Rules

INDEX = "n"
"""Stands in a legacy path for the place in a list."""


@dataclass(frozen=True, slots=True)
class Target:
    """What stands under a legacy path.

    `to` are the keys from the top of the 3.0 request. `leaf` is a value; `dict` holds others by
    their keys, `list` in a row; `hoisted` is a list whose only element is spread over the request.
    `common` belongs to every request; `row` is None for it and for what only holds others.
    """

    kind: Literal["leaf", "dict", "list", "hoisted", "common"]
    to: Path
    row: Parameter | None = None
    fate: str = ""


def legacy_path(key: str) -> Path:
    """Return a legacy key as a path: `backends.0.port` is (`backends`, `0`, `port`)."""
    return tuple(key.split("."))


def general(path: Path) -> Path:
    """Return a path with every number as `INDEX`."""
    return tuple(INDEX if part.isdigit() else part for part in path)


class ParameterTable:
    """The parameters of one action."""

    def __init__(self, row: Action, rules: Rules) -> None:
        self.row = row
        self._common = rules.sdk.common_parameters
        self._rows: Mapping[Path, Parameter] = {legacy_path(p.name): p for p in row.parameters}

    def target(self, path: Path) -> Target | None:
        """Return what a general legacy path leads to; None where the table does not know."""
        if not path:
            return Target("dict", ())
        if len(path) == 1 and path[0] in self._common and path not in self._rows:
            return Target("common", (path[0],), fate=self._common[path[0]])
        whole = self._rows.get((*path, INDEX))
        row = self._rows.get(path)
        below = [p for p in self._rows if len(p) > len(path) and p[: len(path)] == path]
        if row is not None:
            if row.to is None:
                return Target("leaf", (), row)
            if row.current_type == "Object" and below:
                return Target("dict", split(row.to), row)
            if path[-1] == INDEX:
                return self._element(row)
            if row.current_type == "Array of Object" and below:
                return Target("list", split(row.to), row)
            return Target("leaf", split(row.to), row)
        if whole is not None and whole.current_type != "Array of Object":
            return Target("leaf", split(whole.to) if whole.to else (), whole)
        if not below:
            return None
        if path[-1] == INDEX:
            above = self.target(path[:-1])
            if above is None:
                return None
            if above.kind == "hoisted":
                return Target("dict", above.to)
            return Target("dict", (*above.to, LIST))
        listed = [p for p in below if p[len(path)] == INDEX]
        if listed:
            return self._list(listed)
        return self._holder(path, below)

    def _element(self, row: Parameter) -> Target:
        """Return one element of a list of plain values."""
        to = split(row.to or "")
        if row.current_type.startswith("Array"):
            return Target("leaf", (*to, LIST), row)
        return Target("leaf", to, row)

    def _list(self, below: Sequence[Path]) -> Target:
        heads = set()
        for each in below:
            to = split(self._rows[each].to or "")
            if not to:
                continue
            heads.add(to[: to.index(LIST)] if LIST in to else None)
        if len(heads) == 1 and (head := heads.pop()) is not None:
            return Target("list", head)
        return Target("hoisted", ())

    def _holder(self, path: Path, below: Sequence[Path]) -> Target | None:
        for each in below:
            to = split(self._rows[each].to or "")
            rest = len(each) - len(path)
            if len(to) > rest:
                return Target("dict", to[: len(to) - rest])
        return Target("dict", ())

    def needs(self) -> Sequence[Parameter]:
        """Return the parameters whose absence matters."""
        return [p for p in self.row.parameters if p.left_out is not None or p.needed or p.differs]
