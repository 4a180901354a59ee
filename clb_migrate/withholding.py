"""Findings that a run makes and does not report, because somebody said so.

A *withholder* is one way to say so: a comment, a baseline, a setting for some paths. It looks at
all findings at once, since what it says may hold for so many of them and no more. What is withheld
is not edited either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from clb_migrate.findings import Finding

TextOf: TypeAlias = Callable[[str], "str | None"]
"""From a path as reports show it to the text of that file; None where there is none to be read."""


class Origin(StrEnum):
    """Where it was said that a finding is not to be reported; SARIF has the first two by name."""

    IN_SOURCE = "inSource"
    """A comment in the file itself."""
    EXTERNAL = "external"
    """A baseline."""
    NOT_ASKED = "not asked for"
    """A setting of the run: other paths or lines are meant."""


@dataclass(frozen=True, slots=True)
class Withholding:
    """Why a finding is not reported; `reason` is one phrase, and may be empty."""

    origin: Origin
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A finding that is not reported, and why."""

    finding: Finding
    withholding: Withholding


Withholder: TypeAlias = Callable[[Sequence[Finding], TextOf], Mapping[int, Withholding]]
"""From ordered findings to what is withheld of them, by position."""


def divided(
    findings: Sequence[Finding], text_of: TextOf, withholders: Iterable[Withholder]
) -> tuple[tuple[Finding, ...], tuple[Withheld, ...]]:
    """Return what is reported and what is not, in order; each withholder sees what is left."""
    withheld: list[Withheld] = []
    left = list(findings)
    for withholder in withholders:
        taken = withholder(left, text_of)
        withheld += (Withheld(left[position], taken[position]) for position in sorted(taken))
        left = [finding for position, finding in enumerate(left) if position not in taken]
    withheld.sort(key=lambda each: each.finding.sort_key)
    return tuple(left), tuple(withheld)
