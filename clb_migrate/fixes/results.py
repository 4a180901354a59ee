"""What a run of `fix` comes to: values that say which files change, which flows move, and why not.

A *flow* here is one unit: the calls and all reads of their answers that change together or stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clb_migrate.asking import Asked
from clb_migrate.findings import Applicability, Finding, Fix, Location
from clb_migrate.withholding import Withheld, Withholder


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a flow stays as it is, what may change with it, or what someone should look at.

    `text` is one phrase without a full stop; `step` what a person does about it (may be empty).
    """

    location: Location
    text: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """One unit of flows, and what became of it.

    `location` is that of its first call. A flow that is not `applied` is untouched in every file:
    it is manual, it is unsafe and nobody agreed, or it was not selected.
    """

    location: Location
    actions: tuple[str, ...]
    """The legacy actions it sends, in the order of their places; empty for stale checks."""
    applicability: Applicability
    applied: bool
    reasons: tuple[Reason, ...] = ()
    """For `manual` what stands in the way, for `unsafe` what may change."""
    reviews: tuple[Reason, ...] = ()
    """What is migrated as the table has it, and still worth a look."""
    access_rights: tuple[str, ...] = ()
    """What has to be granted in CAM before the migrated program runs."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file before and after. `place` is its absolute path, `shown` as reports show it."""

    place: str
    shown: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Options:
    """What a plan may do, and which flows it may take.

    `select` and `ignore` are ids of rules: a flow that holds a finding of such a rule is taken, or
    left, as a whole. None for `select` means all flows.
    """

    unsafe: bool = False
    select: frozenset[str] | None = None
    ignore: frozenset[str] | None = None
    endpoint: str = ""
    """The host of API 3.0 that migrated clients are told, if not the usual one."""
    withholders: tuple[Withholder, ...] = ()
    """A flow with a finding that these withhold stays as it is."""
    asked: Asked | None = None
    """The files that may change: a flow that reaches into others stays as it is. None for all."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of the Python files of a project.

    `packages` are the distributions of API 3.0 that the migrated code needs.
    """

    changes: tuple[FileChange, ...] = ()
    flows: tuple[Flow, ...] = ()
    packages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A flow, the places it touches, and the files that change where it is migrated.

    Nothing changes for a flow that stays. Where several can only move together, the changes of all
    of them stand with the first.
    """

    flow: Flow
    places: tuple[Location, ...]
    changes: tuple[FileChange, ...] = ()
    beside: tuple[Flow, ...] = ()
    """The other flows that these changes migrate, since it cannot move without them."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What makes findings go, in one: all of these changes, or none of them."""

    description: str
    changes: tuple[FileChange, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What `fix` would do about the findings of a report, by their positions in it."""

    labels: Mapping[int, Fix] = field(default_factory=dict)
    """For the findings that belong to a flow; the others keep their own."""
    repairs: Mapping[int, tuple[Repair, ...]] = field(default_factory=dict)
    """The repair of a flow stands with the first finding of its own."""


@dataclass(frozen=True, slots=True)
class Migration:
    """The result of planning: nothing is written yet.

    `changes` are ordered by `shown`, `flows` by location. `left` are the findings that a check
    would report after the changes, those included that no flow has a reason for.
    """

    changes: tuple[FileChange, ...] = ()
    flows: tuple[Flow, ...] = ()
    left: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = field(default=())
    """What whoever asked for the run should know of it, a line each."""
    dependencies: tuple[Reason, ...] = ()
    """What stays in files that declare dependencies, and why."""
    scanned: int = 0
    """Files looked at, the unreadable ones included."""
    withheld: tuple[Withheld, ...] = ()
    """Findings that are left and that a check would not report."""
    asked: int | None = None
    """How many of the files looked at may change and are reported on, if not all."""
    unused: int = 0
    """Comments, and rules in comments, that suppressed nothing and are taken away."""
