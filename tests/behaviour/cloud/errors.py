"""Which codes of the two APIs mean the same, by the judge's own list in `errors.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

INVENTED = "InventedByTheJudge"


@dataclass(frozen=True)
class Errors:
    """The list. Everything in it keeps the order of the file."""

    common: tuple[str, ...]
    unknown: tuple[int, ...]
    open: Mapping[str, tuple[int, ...]]
    owns: Mapping[int, tuple[str, ...]]
    names: Mapping[int, str]

    def owners(self, code: str) -> tuple[tuple[int, ...], bool]:
        """The legacy codes for a 3.0 code, and whether each of them has to agree, or one.

        Those that own a code together all have to be treated as it is. Where the owner is open, or
        there is none, it is enough that one of the candidates is.
        """
        place = code
        while place:
            named = tuple(number for number, owned in self.owns.items() if place in owned)
            if named:
                return named, True
            if place in self.open:
                return self.open[place], False
            place = place.rpartition(".")[0]
        return self.unknown, False

    def name(self, legacy: int) -> str:
        """What `codeDesc` says for it."""
        return self.names.get(legacy, "Unknown")


@cache
def errors() -> Errors:
    """The list in the file beside this module."""
    data = tomllib.loads((Path(__file__).parent / "errors.toml").read_text("utf-8"))
    return Errors(
        tuple(data["common"]),
        tuple(data["unknown"]),
        {code: tuple(candidates) for code, candidates in data["open"].items()},
        {int(number): tuple(row["owns"]) for number, row in data["codes"].items()},
        {int(number): row["name"] for number, row in data["codes"].items()},
    )


@cache
def published() -> tuple[str, ...]:
    """Every code of API 3.0 that its documents or its SDK name."""
    from tencentcloud.clb.v20180317 import errorcodes

    named = {value for name, value in vars(errorcodes).items() if name.isupper()}
    return tuple(sorted(named.union(errors().common)))


@cache
def invented() -> tuple[str, ...]:
    """A code nobody has published in each family, and one in none."""
    families = {code.partition(".")[0] for code in published()}
    return (*(f"{family}.{INVENTED}" for family in sorted(families)), INVENTED)
