"""What `fix` would do about each finding of a report, told without doing it.

Every flow is planned as if it were the only one to be migrated, so each repair is right by itself.
(Flows that cannot move without each other, since they share a client, are one repair.) Two repairs
may overlap, since both put an import in one file, say: after one, check again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clb_migrate.findings import Applicability, Finding, Fix, Location
from clb_migrate.fixes.results import Proposal, Proposed, Reason, Repair
from clb_migrate.fixes.selection import touch

_RANK = {Applicability.SAFE: 0, Applicability.UNSAFE: 1, Applicability.MANUAL: 2}


def proposed(findings: Sequence[Finding], proposals: Iterable[Proposal]) -> Proposed:
    """Return what becomes of the findings if the flows they belong to are migrated."""
    held: dict[int, list[Proposal]] = {}
    by_path: dict[str, list[int]] = {}
    for position, finding in enumerate(findings):
        by_path.setdefault(finding.location.path, []).append(position)
    members: list[tuple[Proposal, list[int]]] = []
    for proposal in proposals:
        found = sorted(_touched(findings, by_path, proposal.places))
        members.append((proposal, found))
        for position in found:
            held.setdefault(position, []).append(proposal)
    repairs: dict[int, tuple[Repair, ...]] = {}
    for proposal, found in members:
        if proposal.changes and found:
            # Where several flows share a place, one of its own says better what is repaired.
            first = next((at for at in found if len(held[at]) == 1), found[0])
            repair = Repair(_described(proposal), proposal.changes)
            repairs[first] = (*repairs.get(first, ()), repair)
    labels = {
        position: max(
            (_label(findings[position], proposal) for proposal in flows),
            key=lambda label: _RANK[label.applicability],
        )
        for position, flows in held.items()
    }
    return Proposed(labels, repairs)


def _touched(
    findings: Sequence[Finding], by_path: Mapping[str, Sequence[int]], places: Iterable[Location]
) -> set[int]:
    return {
        position
        for place in places
        for position in by_path.get(place.path, ())
        if touch(findings[position].location, place)
    }


def _described(proposal: Proposal) -> str:
    files = len(proposal.changes)
    flows = (proposal.flow, *proposal.beside)
    names = dict.fromkeys(action for flow in flows for action in flow.actions)
    actions = ", ".join(names) or "checks of error codes"
    return f"Migrate {actions} to API 3.0, in {files} file{'s' if files > 1 else ''}"


def _label(finding: Finding, proposal: Proposal) -> Fix:
    flow = proposal.flow
    reasons = "; ".join(map(_reason, flow.reasons))
    if flow.applied:
        return Fix(Applicability.SAFE, "`clb-migrate fix` migrates the whole flow")
    if flow.applicability is Applicability.UNSAFE:
        return Fix(Applicability.UNSAFE, f"`clb-migrate fix --unsafe-fixes` migrates it: {reasons}")
    if not reasons:
        return finding.fix
    own = f"{finding.fix.reason}; " if finding.fix.reason else ""
    return Fix(Applicability.MANUAL, f"{own}`clb-migrate fix` leaves the flow: {reasons}")


def _reason(reason: Reason) -> str:
    span = reason.location.span
    return f"{reason.text} ({reason.location.path}:{span.line}:{span.column})"
