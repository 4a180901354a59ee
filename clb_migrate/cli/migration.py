"""What `fix` tells people in the end: flow by flow what happened, and why the rest stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clb_migrate.findings import Applicability
from clb_migrate.fixes.results import Flow, Migration, Reason
from clb_migrate.output import View
from clb_migrate.output.blocks import shown_place
from clb_migrate.output.excerpt import printable
from clb_migrate.output.statistics import checked_files
from clb_migrate.output.style import Colour, coloured, labelled

_INDENT = 4
_MARGIN = 17
_UNREADABLE = "CLB901"


@dataclass(frozen=True, slots=True)
class Doing:
    """How `fix` was started: whether it writes, and whether it takes what is unsafe."""

    writes: bool
    unsafe: bool


def told(migration: Migration, doing: Doing, view: View) -> Iterator[str]:
    """Yield the summary: a section for each fate of flows, what else to do, a closing sentence.

    A quiet view gets only what somebody has to look at or to do.
    """
    flows = migration.flows
    migrated = [flow for flow in flows if flow.applied]
    unsafe = [flow for flow in flows if _is(flow, Applicability.UNSAFE)]
    manual = [flow for flow in flows if _is(flow, Applicability.MANUAL)]
    stuck = [flow for flow in flows if _is(flow, Applicability.SAFE) and flow.reasons]
    heading = "Migrated" if doing.writes else "Would be migrated"
    remarkable = [flow for flow in migrated if flow.reasons or flow.reviews or not view.quiet]
    yield from _section(heading, remarkable, view)
    yield from _section(
        "Unsafe, not selected" if doing.unsafe else "Unsafe (--unsafe-fixes migrates these, too)",
        unsafe,
        view,
    )
    yield from _section("Safe, and waiting for others", stuck, view)
    yield from _section("For you to migrate", manual, view)
    if migration.dependencies:
        yield _heading("Dependencies that stay", view)
        for reason in migration.dependencies:
            yield f"  {printable(_place(reason))}: {printable(reason.text)}\n"
            yield from _labelled("steps", reason.step, view)
        yield "\n"
    unreadable = [finding for finding in migration.left if finding.rule == _UNREADABLE]
    if unreadable:
        yield _heading("Not looked into", view)
        for finding in unreadable:
            yield f"  {shown_place(finding.location)}: {printable(finding.message)}\n"
        yield "\n"
    rights = sorted({right for flow in migrated for right in flow.access_rights})
    if rights:
        yield _heading("Access rights to grant in CAM first", view)
        yield from (f"  {printable(right)}\n" for right in rights)
        yield "\n"
    if view.quiet:
        return
    if migration.changes:
        yield _heading("Changed files" if doing.writes else "Files that would change", view)
        yield from (f"  {printable(change.shown)}\n" for change in migration.changes)
        yield "\n"
    colour = Colour.HEADING if migration.left or migration.changes else Colour.GOOD
    yield coloured(_closing(migration, doing), colour, view) + "\n"


def _is(flow: Flow, applicability: Applicability) -> bool:
    return not flow.applied and flow.applicability is applicability


def _section(heading: str, flows: Sequence[Flow], view: View) -> Iterator[str]:
    if not flows:
        return
    yield _heading(f"{heading}: {_counted(len(flows), 'flow')}", view)
    for flow in flows:
        actions = ", ".join(dict.fromkeys(flow.actions)) or "checks of error codes"
        place = coloured(shown_place(flow.location), Colour.HEADING, view)
        yield f"  {place}: {printable(actions)}\n"
        label = "may change" if flow.applicability is Applicability.UNSAFE else "why"
        yield from _reasons(label, flow.reasons, view)
        yield from _reasons("look at", flow.reviews, view)
        if not flow.applied:
            yield from _labelled("access rights", ", ".join(flow.access_rights), view)
    yield "\n"


def _reasons(label: str, reasons: Iterable[Reason], view: View) -> Iterator[str]:
    for reason in reasons:
        yield from _labelled(label, f"{_place(reason)}: {reason.text}", view)
        yield from _labelled("steps", reason.step, view)


def _place(reason: Reason) -> str:
    return shown_place(reason.location)


def _labelled(label: str, text: str, view: View) -> Iterator[str]:
    if text:
        yield from labelled(label, text, view, indent=_INDENT, margin=_MARGIN + 2)


def _heading(text: str, view: View) -> str:
    return coloured(text, Colour.LABEL, view) + "\n"


def _closing(migration: Migration, doing: Doing) -> str:
    looked = checked_files(migration.scanned, migration.asked)
    if not migration.changes and not migration.left:
        return f"Nothing to fix {looked}."
    parts = []
    if migration.changes:
        applied = sum(flow.applied for flow in migration.flows)
        verb = "Changed" if doing.writes else "Would change"
        unused = _counted(migration.unused, "unused suppression")
        parts.append(
            f"{verb} {_counted(len(migration.changes), 'file')}, "
            f"{_counted(applied, 'flow')} migrated"
            + (f", {unused} removed" if migration.unused else "")
        )
    else:
        parts.append("Nothing that could be changed" if doing.writes else "Nothing would change")
    if migration.left:
        files = len({finding.location.path for finding in migration.left})
        parts.append(
            f"{_counted(len(migration.left), 'finding')} left in {_counted(files, 'file')}, "
            "which `clb-migrate check` shows"
            if doing.writes
            else f"{_counted(len(migration.left), 'finding')} would be left"
        )
    else:
        parts.append("no finding is left" if doing.writes else "no finding would be left")
    return f"{'; '.join(parts)} {looked}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
