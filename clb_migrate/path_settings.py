"""What is asked for in some paths otherwise than in the rest of a run.

Patterns are in .gitignore syntax and speak of one folder. Where several match a path, the last one
that says something of `select`, or of the least certainty, counts, while what any of them ignores
is ignored. What a run ignores everywhere stays ignored.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from clb_migrate.findings import Certainty, Finding
from clb_migrate.selection import EVERY, chosen_rules
from clb_migrate.withholding import Origin, Withholding

if TYPE_CHECKING:
    from clb_migrate.checks.base import Rule


@dataclass(frozen=True, slots=True)
class PathSetting:
    """What holds where a pattern matches; what is empty or None is as in the rest of the run."""

    pattern: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class PathSettings:
    """The settings of paths, in their order."""

    folder: str = ""
    """The folder the patterns speak of."""
    entries: tuple[PathSetting, ...] = ()
    origin: str = ""
    """The file that says so, as reports show it."""


class _Here(NamedTuple):
    """What is asked for in one path."""

    rules: frozenset[str]
    certainty: Certainty
    ignored: frozenset[str]
    """The rules that are ignored because of the path."""
    patterns: tuple[str, ...]


@dataclass(frozen=True)
class Demand:
    """Which findings a run asks for, path by path."""

    known: Sequence[Rule]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    certainty: Certainty
    paths: PathSettings
    _usual: frozenset[str] = field(init=False)
    _seen: dict[str, _Here] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_usual", chosen_rules(self.known, self.select, self.ignore))

    @property
    def rules(self) -> frozenset[str]:
        """The rules that are asked for anywhere, and perhaps some more."""
        selections = {entry.select for entry in self.paths.entries if entry.select}
        return self._usual.union(
            *(chosen_rules(self.known, select, self.ignore) for select in selections)
        )

    def wants(self, finding: Finding) -> bool:
        """Tell whether the run at large asks for a finding, or its path does."""
        here = self._here(finding.location.path)
        return self._is_usual(finding) or _asks(here, finding)

    def withheld(self, findings: Sequence[Finding]) -> Mapping[int, Withholding]:
        """Return what the settings of its path keep from being reported, by position."""
        found = {}
        for position, finding in enumerate(findings):
            here = self._here(finding.location.path)
            if finding.rule in here.ignored or (
                self._is_usual(finding) and not _asks(here, finding)
            ):
                said = " and ".join(here.patterns)
                reason = f"{self.paths.origin} says so of {said}"
                found[position] = Withholding(Origin.NOT_ASKED, reason)
        return found

    def _is_usual(self, finding: Finding) -> bool:
        return finding.rule in self._usual and finding.certainty >= self.certainty

    def _here(self, shown: str) -> _Here:
        if shown not in self._seen:
            self._seen[shown] = self._made(shown)
        return self._seen[shown]

    def _made(self, shown: str) -> _Here:
        entries = self._matching(shown)
        select, certainty = self.select, self.certainty
        ignore: tuple[str, ...] = ()
        for entry in entries:
            select = entry.select or select
            certainty = certainty if entry.certainty is None else entry.certainty
            ignore += entry.ignore
        rules = chosen_rules(self.known, select, (*self.ignore, *ignore))
        ignored: frozenset[str] = frozenset()
        if ignore:
            left = chosen_rules(self.known, (EVERY, *select), ignore)
            ignored = frozenset(rule.id for rule in self.known) - left
        return _Here(rules, certainty, ignored, tuple(entry.pattern for entry in entries))

    def _matching(self, shown: str) -> list[PathSetting]:
        from pathspec import GitIgnoreSpec

        top = self.paths.folder.rstrip(os.sep) + os.sep
        path = os.path.abspath(shown)
        if not path.startswith(top):
            return []
        below = path[len(top) :].replace(os.sep, "/")
        return [
            entry
            for entry in self.paths.entries
            if GitIgnoreSpec.from_lines([entry.pattern]).match_file(below)
        ]


def _asks(here: _Here, finding: Finding) -> bool:
    return finding.rule in here.rules and finding.certainty >= here.certainty
