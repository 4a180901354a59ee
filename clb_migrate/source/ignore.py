"""Patterns in .gitignore syntax, and which of them speak of a path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_PLAIN = re.compile(r"!?(?P<any>\*?)(?P<name>[^\s*?\[\]\\/!#][^*?\[\]\\/]*?)/? *")
"""A name, or the end of one, without a folder: what most patterns are."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one list, and the folder they speak of (with a slash at its end).

    A walk asks for every folder before it enters it, so patterns without a folder have to be
    compared with the last part of a path only: `names` and `endings` tell at once that most paths
    are none of their business.
    """

    base: str
    names: frozenset[str]
    endings: tuple[str, ...]
    others: GitIgnoreSpec
    """The patterns that are more than names."""
    all: GitIgnoreSpec

    @classmethod
    def of(cls, base: str, lines: Sequence[str]) -> Patterns:
        """Compile `lines`, which are about `base`; raises `ValueError` where one makes no sense."""
        plain = [match for line in lines if (match := _PLAIN.fullmatch(line))]
        return cls(
            base,
            frozenset(match["name"] for match in plain if not match["any"]),
            tuple(match["name"] for match in plain if match["any"]),
            _compiled([line for line in lines if not _PLAIN.fullmatch(line)]),
            _compiled(lines),
        )

    def decision(self, path: str, name: str) -> bool | None:
        """Tell whether `path` is left out; None where no pattern says anything about it.

        `path` is in the folder of the patterns; that of a folder ends in a slash. `name` is its
        last part.
        """
        below = path[len(self.base) :]
        if (
            name in self.names
            or name.endswith(self.endings)
            or self.others.check_file(below).include is not None
        ):
            return self.all.check_file(below).include
        return None


def left_out(path: str, name: str, patterns: Sequence[Patterns]) -> bool:
    """Let the last of `patterns` that says something about `path` decide."""
    for each in reversed(patterns):
        decision = each.decision(path, name)
        if decision is not None:
            return decision
    return False


def makes_sense(line: str) -> bool:
    """Tell whether a line can be compiled."""
    try:
        _compiled([line])
    except ValueError:
        return False
    return True


def _compiled(lines: Sequence[str]) -> GitIgnoreSpec:
    # Half of what a clean run takes to start; runs on single files never need it.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
