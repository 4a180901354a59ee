"""The immutable values every other part speaks: positions, trails, certainty, findings.

Nothing here knows a product fact, a file format or a library; everything a report, an editor, a
baseline or a fix needs is inside a `Finding`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Certainty(IntEnum):
    """How sure a finding is; larger is surer, so certainties can be compared."""

    POSSIBLE = 1
    """Only the name and the number."""
    LIKELY = 2
    """A code-like name met with a legacy code, origin unknown, beside a legacy call."""
    CERTAIN = 3
    """Provenance proven from a legacy source."""

    @property
    def label(self) -> str:
        """The word used on the command line and in every report."""
        return self.name.lower()

    @classmethod
    def from_label(cls, label: str) -> Certainty:
        """Return the certainty a label names; raises `KeyError` for any other word."""
        return cls[label.upper()]


class Applicability(StrEnum):
    """What `fix` may do with a finding (design, section 2)."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file: lines and columns count from 1, the end is exclusive.

    Columns count characters (code points), as editors show them.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies within this span (touching borders count)."""
        return (self.line, self.column) <= (other.line, other.column) and (
            other.end_line,
            other.end_column,
        ) <= (self.end_line, self.end_column)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A span in a file; `path` is as the report shows it, with forward slashes."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One step of a provenance: where it happened and what happened there, in a few words."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What `fix` would do: its applicability, and why (or the steps a person takes)."""

    applicability: Applicability
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that must change, with everything a reader needs to believe and to act.

    `legacy` holds the codes, host, action or name found there, as text; `replacement` what API 3.0
    has instead (empty: no counterpart). `trail` runs from the origin (an import, say) to the line.
    """

    rule: str
    name: str
    location: Location
    message: str
    certainty: Certainty
    legacy: tuple[str, ...]
    meaning: str
    action: str
    replacement: tuple[str, ...]
    fix: Fix
    trail: tuple[TrailStep, ...] = field(default=())

    @property
    def sort_key(self) -> tuple[Location, str, tuple[str, ...]]:
        """Reports are ordered by file, position, rule; never by how they were found."""
        return (self.location, self.rule, self.legacy)
