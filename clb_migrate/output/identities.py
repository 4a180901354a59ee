"""The fingerprints of all that a report holds.

What is withheld counts, too: a finding keeps its fingerprint when another one, equal in all else,
is suppressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clb_migrate.run import Report


@dataclass(frozen=True, slots=True)
class Identities:
    """Fingerprints in the order of the report; each is unique within a file."""

    found: tuple[str, ...]
    withheld: tuple[str, ...]


def fingerprints_of(report: Report) -> Identities:
    """Return the fingerprints of what a report shows and of what it withholds."""
    together = [*report.findings, *(each.finding for each in report.withheld)]
    if not together:
        return Identities((), ())
    from clb_migrate.fingerprints import fingerprints

    order = sorted(range(len(together)), key=lambda position: together[position].sort_key)
    made = fingerprints([together[position] for position in order], report.texts)
    by_position = dict(zip(order, made, strict=True))
    known = tuple(by_position[position] for position in range(len(together)))
    return Identities(known[: len(report.findings)], known[len(report.findings) :])
