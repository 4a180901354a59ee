"""From the notes of all frames to observations: one for each place, with certainty and trail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from clb_migrate.analysis import notes as n
from clb_migrate.analysis import observations as o
from clb_migrate.analysis.values import Site, Trail
from clb_migrate.analysis.wrappers import Wrappers
from clb_migrate.findings import Certainty, Location, TrailStep

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Solver

Kind = TypeVar("Kind", bound=n.Note)
Item = TypeVar("Item", int, str)


def observe(solver: Solver) -> list[o.Seen]:
    """Return what a solved project shows, each place once for each kind of observation."""
    return _Report(solver).observations()


class _Report:
    def __init__(self, solver: Solver) -> None:
        self.solver = solver
        self.notes = Wrappers(solver).notes()
        self.connected = self._connected()

    def observations(self) -> list[o.Seen]:
        seen: list[o.Seen] = []
        grouped: dict[tuple[type, Site, object], list[n.Note]] = {}
        for note in self.notes:
            grouped.setdefault((type(note), note.site, _variant(note)), []).append(note)
        decisions = [g for g in grouped.values() if isinstance(g[0], n.DecisionNote)]
        judged = [
            (site, note.role)
            for group in decisions
            for note in group
            if isinstance(note, n.DecisionNote)
            for site in (note.site, note.covers)
            if site is not None
        ]
        completed = {
            site
            for note in self.notes
            if isinstance(note, n.EndpointNote)
            for site in note.completes
        }
        sent = {
            note.site
            for note in self.notes
            if isinstance(note, n.ActionNote) and note.transport != "wrapper"
        }
        for group in grouped.values():
            first = group[0]
            if _variant(first) == "wrapper" and first.site in sent:
                continue
            if isinstance(first, n.ReadNote) and self._inside(first, judged):
                continue
            if isinstance(first, n.EndpointNote) and not first.complete and first.site in completed:
                continue
            observation = self._joined(group)
            if observation is not None:
                python2 = self.solver.programs[first.site.program].python2
                seen.append(replace(observation, python2=True) if python2 else observation)
        return seen

    def _inside(self, read: n.ReadNote, judged: Sequence[tuple[Site, o.Role]]) -> bool:
        """Tell whether a read is part of a reported check, which speaks for it."""
        return any(
            site.program == read.site.program
            and role == read.role
            and site.span.contains(read.site.span)
            for site, role in judged
        )

    def _connected(self) -> set[int]:
        """Return the modules that make a legacy call or import one that does."""
        kinds = (n.ActionNote, n.ClientNote, n.ImportNote, n.CommandNote)
        found = {note.site.program for note in self.notes if isinstance(note, kinds)}
        changed = True
        while changed:
            changed = False
            for importer, imported in self.solver.imports.items():
                if importer not in found and imported & found:
                    found.add(importer)
                    changed = True
        return found

    # -- joining ----------------------------------------------------------------------------

    def _joined(self, group: Sequence[n.Note]) -> o.Seen | None:
        proven = [note for note in group if self._is_proven(note)]
        chosen = proven or list(group)
        first = min(chosen, key=_length)
        certainty = Certainty.CERTAIN
        if not proven:
            if isinstance(first, n.SigningNote) and first.site.program not in self.connected:
                return None  # An HMAC alone says nothing of API 2.0.
            # The whole path to a 3.0 code is more than a name.
            asked = (n.DecisionNote, n.TableNote)
            weak = all(isinstance(note, asked) and note.weak for note in group)
            stale = any(isinstance(note, asked) and note.stale for note in group)
            # What a check uses is as certain as the check, wherever it is defined.
            places = [note.used if isinstance(note, n.TableNote) else note.site for note in group]
            near = stale or any(place.program in self.connected for place in places)
            certainty = Certainty.LIKELY if near and not weak else Certainty.POSSIBLE
        where = self._location(first.site)
        trail = self._trail(first.trail)
        common = (where, certainty, trail)
        match first:
            case n.DecisionNote():
                return self._decision(common, chosen, first)
            case n.TableNote():
                tables = _of(chosen, n.TableNote)
                return o.CodeTable(
                    *common,
                    _union(t.codes for t in tables),
                    _union(t.names for t in tables),
                    any(t.dispatch for t in tables),
                    self._modules(chosen),
                )
            case n.ReadNote():
                return o.FieldRead(*common, first.role, self._modules(chosen))
            case n.EndpointNote():
                shown = Certainty.POSSIBLE if first.prose else Certainty.CERTAIN
                endpoints = _of(chosen, n.EndpointNote)
                modules = _union((e.module,) if e.module else () for e in endpoints)
                module = modules[0] if len(modules) == 1 else None
                whole = _union((e.host,) for e in endpoints if "{}" not in e.host)
                host = whole[0] if len(whole) == 1 else first.host
                return o.Endpoint(where, shown, trail, host, module)
            case n.ImportNote():
                return o.SdkImport(*common, first.name)
            case n.ClientNote():
                clients = _of(chosen, n.ClientNote)
                return o.ClientMade(
                    *common,
                    first.client,
                    _union(c.modules for c in clients),
                    all(c.current for c in clients),
                )
            case n.ActionNote():
                return self._action(common, chosen, first)
            case n.SigningNote():
                return o.Signing(*common, first.function)
            case n.CommandNote():
                commands = _of(chosen, n.CommandNote)
                # A helper that runs several commands is told without the words of any.
                same = len({(c.modules, c.actions) for c in commands}) == 1
                return o.CommandRun(
                    *common,
                    first.command,
                    first.modules if same else (),
                    first.actions if same else (),
                )
            case n.ParameterNote():
                return o.ParameterSent(*common, first.module, first.action, first.key, first.value)
            case n.DataNote():
                return o.DataRead(*common, first.module, first.action, first.path)
            case _:
                return None

    def _decision(
        self,
        common: tuple[Location, Certainty, tuple[TrailStep, ...]],
        chosen: Sequence[n.Note],
        first: n.DecisionNote,
    ) -> o.Seen:
        decisions = _of(chosen, n.DecisionNote)
        found = _union(d.codes for d in decisions)
        if first.stale:
            return o.StaleDecision(*common, found)
        return o.Decision(
            *common,
            first.role,
            first.form,
            all(d.success for d in decisions),
            found,
            _union(d.names for d in decisions),
            self._modules(chosen),
        )

    def _action(
        self,
        common: tuple[Location, Certainty, tuple[TrailStep, ...]],
        chosen: Sequence[n.Note],
        first: n.ActionNote,
    ) -> o.Seen:
        calls = _of(chosen, n.ActionNote)
        transport = first.transport
        assert transport in ("sdk", "http", "wrapper")
        return o.ActionCall(
            *common,
            transport,  # type: ignore[arg-type]  # asserted above, which mypy cannot follow
            _union(c.modules for c in calls),
            _union(c.actions for c in calls),
            all(c.current for c in calls),
        )

    def _is_proven(self, note: n.Note) -> bool:
        by_origin = (n.DecisionNote, n.TableNote, n.ReadNote, n.SigningNote)
        return note.call is not None or not isinstance(note, by_origin)

    def _modules(self, group: Sequence[n.Note]) -> tuple[str, ...]:
        names: dict[str, None] = {}
        for note in group:
            if note.call is not None:
                for atom in self.solver.heap.get(note.call, ("module",)):
                    names[str(getattr(atom, "value", ""))] = None
        return tuple(sorted(names))

    # -- places -----------------------------------------------------------------------------

    def _location(self, site: Site) -> Location:
        return Location(self.solver.programs[site.program].path, site.span)

    def _trail(self, trail: Trail | None) -> tuple[TrailStep, ...]:
        if trail is None:
            return ()
        return tuple(TrailStep(self._location(step.site), step.text) for step in trail.steps())


def _variant(note: n.Note) -> object:
    """What keeps two notes at one place apart."""
    match note:
        case n.DecisionNote():
            return (note.stale, note.role)
        case n.ReadNote():
            return note.role
        case n.ActionNote():
            return note.transport
        case n.ParameterNote():
            return (note.module, note.action, note.key)
        case n.DataNote():
            return (note.module, note.action, note.path)
        case n.ImportNote():
            return None
        case _:
            return None


def _length(note: n.Note) -> int:
    return len(note.trail.steps()) if note.trail is not None else 0


def _of(group: Iterable[n.Note], kind: type[Kind]) -> list[Kind]:
    return [note for note in group if isinstance(note, kind)]


def _union(groups: Iterable[Iterable[Item]]) -> tuple[Item, ...]:
    return tuple(sorted({item for group in groups for item in group}))
