"""Wrappers: a request whose action a caller of the sending function names is told at that caller.

This is read off the frames when everything is solved. A name that is among the arguments of the
frame that sends the request came from one of that frame's callers, whatever the wrapper does with
it on the way: copies the parameters, lets another function sign them, sends them in a function
inside it. Callers are followed upwards as long as they were given the name themselves.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clb_migrate.analysis import notes as n
from clb_migrate.analysis import program as ir
from clb_migrate.analysis import texts
from clb_migrate.analysis.requests import ACTION, service_name
from clb_migrate.analysis.values import (
    Const,
    Container,
    Partial,
    Site,
    Text,
    Trail,
    Value,
    strings,
)

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame, Solver, Use

_DEEPEST = 3
"""Containers within containers that are searched for a name."""

_WORD = re.compile(r"\w+")

Place = tuple[Hashable, ...]
"""Where a text is among arguments: the parameter, then keys of containers."""


@dataclass(slots=True)
class _Mention:
    """Where some arguments hold a word."""

    written: set[Site | None] = field(default_factory=set)
    """Where the texts with the word stand in the source."""
    places: dict[Place, None] = field(default_factory=dict)
    """Where the word is a whole text."""


Mentions = Mapping[str, _Mention]


@dataclass(frozen=True, slots=True)
class _Naming:
    """A call that names the action, and the function it calls."""

    site: Site
    function: str


class Wrappers:
    """Who names the actions of the requests in a solved project."""

    def __init__(self, solver: Solver) -> None:
        self._solver = solver
        self._literals: dict[tuple[int, int], set[Site | None]] = {}
        self._arguments: dict[int, Mentions] = {}
        self._given: dict[tuple[int, Hashable], Mentions] = {}
        self._places: dict[tuple[int, int], dict[Place, None]] = {}

    def notes(self) -> list[n.Note]:
        """Return the notes of all frames; actions that callers name are noted there instead."""
        found: list[n.Note] = []
        requests: list[tuple[Frame, n.ActionNote | n.CommandNote]] = []
        for frame in self._solver.frames:
            for note in frame.notes:
                if isinstance(note, (n.ActionNote, n.CommandNote)):
                    requests.append((frame, note))
                else:
                    found.append(note)
        settled = [self._settled(frame, note) for frame, note in requests]
        for frame, note in requests:
            settled.append(self._beyond_count(frame, note))
        return [*found, *(note for notes in settled for note in notes)]

    def _settled(
        self, frame: Frame, note: n.ActionNote | n.CommandNote
    ) -> list[n.ActionNote | n.CommandNote]:
        """Return the note without the actions that callers name, and those of the callers."""
        named: dict[_Naming, dict[str, None]] = {}
        moved = set()
        for name in strings(self._solver.heap.get(note.call, ACTION)):
            for naming in self._namings(frame, name, frozenset()):
                named.setdefault(naming, {})[name] = None
                moved.add(name)
        if not moved:
            return [note]
        moved |= set(map(service_name, moved))
        kept = tuple(action for action in note.actions if action not in moved)
        callers = [_at_caller(note, naming, tuple(names)) for naming, names in named.items()]
        if isinstance(note, n.ActionNote) and note.stands_in and not kept:
            return callers  # The line that matters is the one that uses the attribute.
        return [replace(note, actions=kept), *callers]

    def _namings(self, frame: Frame, name: str, below: frozenset[int]) -> dict[_Naming, None]:
        """Return the calls from which a frame, or one around it, has a name; none if its own."""
        found: dict[_Naming, None] = {}
        below |= {frame.index}
        for holder in self._around(frame):
            mention = self._mentions(holder).get(name)
            if mention is None or mention.written <= self._own(holder):
                continue
            places = self._places.setdefault(_function(holder), {})
            places.update(mention.places)
            for user, use in holder.users.items():
                if name in self._mentions_given(holder, user, use):
                    found.update(self._upwards(holder, use, name, below))
        return found

    def _upwards(
        self, callee: Frame, use: Use, name: str, below: frozenset[int]
    ) -> dict[_Naming, None]:
        """Return who gave a name to the caller, or else the call itself."""
        if use.frame in below:
            return {}  # A function that calls itself hands on what others gave it.
        above = self._namings(self._solver.frames[use.frame], name, below)
        return above or {_Naming(use.site, self._solver.function(callee.value).name): None}

    def _beyond_count(
        self, frame: Frame, note: n.ActionNote | n.CommandNote
    ) -> list[n.ActionNote | n.CommandNote]:
        """Return what callers name in a frame that so many share that it lost count of the names.

        They stand where they do in the frames that are kept apart.
        """
        named: dict[_Naming, dict[str, None]] = {}
        waiting, seen = [frame], {frame.index}
        while waiting:
            shared = waiting.pop()
            places = self._places.get(_function(shared), {})
            for user, use in shared.users.items() if shared.key is None else ():
                mentions = self._mentions_given(shared, user, use)
                names = [
                    name
                    for name, mention in mentions.items()
                    if not places.keys().isdisjoint(mention.places)
                ]
                for name in names:
                    for naming in self._upwards(shared, use, name, frozenset(seen)):
                        named.setdefault(naming, {})[name] = None
                if not names and use.frame not in seen:
                    seen.add(use.frame)
                    waiting.append(self._solver.frames[use.frame])
        return [_at_caller(note, naming, tuple(names)) for naming, names in named.items()]

    # -- what arguments hold ----------------------------------------------------------------

    def _around(self, frame: Frame) -> Iterator[Frame]:
        """Yield a frame and those of the functions around it, whose arguments it sees."""
        while True:
            yield frame
            if frame.value.frame < 0:
                return
            frame = self._solver.frames[frame.value.frame]

    def _own(self, frame: Frame) -> set[Site | None]:
        """Return the places of the literals in a frame's own code."""
        program, function = _function(frame)
        if (program, function) not in self._literals:
            code = self._solver.function(frame.value).code
            self._literals[program, function] = {
                Site(program, node.span) for node in code if isinstance(node, ir.Constant)
            }
        return self._literals[program, function]

    def _mentions(self, frame: Frame) -> Mentions:
        if frame.index not in self._arguments:
            self._arguments[frame.index] = self._words(frame.arguments)
        return self._arguments[frame.index]

    def _mentions_given(self, frame: Frame, user: Hashable, use: Use) -> Mentions:
        if (frame.index, user) not in self._given:
            self._given[frame.index, user] = self._words(use.given)
        return self._given[frame.index, user]

    def _words(self, values: Mapping[str, Value]) -> Mentions:
        found: dict[str, _Mention] = {}
        for name, value in values.items():
            for place, atom in self._texts(value, (name,)):
                text = texts.shown(atom) or ""
                for word in _WORD.findall(text):
                    mention = found.setdefault(word, _Mention())
                    mention.written.add(atom.written)
                    if word == text:
                        mention.places[place] = None
        return found

    def _texts(self, value: Value, place: Place) -> Iterator[tuple[Place, Const | Text]]:
        """Yield the texts that a value is or holds, with their places."""
        for atom in value:
            if isinstance(atom, (Const, Text)):
                yield place, atom
            elif isinstance(atom, (Container, Partial)) and len(place) <= _DEEPEST:
                for key in self._solver.heap.keys.get(atom, ()):
                    if not isinstance(key, tuple):
                        yield from self._texts(self._solver.heap.get(atom, key), (*place, key))


def _at_caller(
    note: n.ActionNote | n.CommandNote, naming: _Naming, names: tuple[str, ...]
) -> n.ActionNote | n.CommandNote:
    if isinstance(note, n.CommandNote):
        step = Trail(naming.site, f"{naming.function}() runs the command it is given", note.trail)
        return replace(note, site=naming.site, trail=step, actions=names)
    step = Trail(naming.site, f"{naming.function}() sends the action it is given", note.trail)
    actions = tuple(map(service_name, names))
    return replace(note, site=naming.site, trail=step, transport="wrapper", actions=actions)


def _function(frame: Frame) -> tuple[int, int]:
    return frame.value.program, frame.value.function
