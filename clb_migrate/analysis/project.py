"""The Python files of a project, as an analysis may ask for them.

An analysis starts from the files that show something legacy themselves and asks for more only
where a legacy value can go: upwards to the modules that import a name which has to do with it,
downwards to those that are given one. All other files are never parsed.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.declarations import Declarations
from clb_migrate.analysis.facts import FactsOf, lowered_here
from clb_migrate.analysis.importers import Importers, ImportTexts
from clb_migrate.analysis.modules import ModuleIndex, nothing_known
from clb_migrate.source.imports import import_text
from clb_migrate.source.sharing import all_parts, parts_of
from clb_migrate.sources import DeclaredSource

Key = TypeVar("Key")

_PART = 256
"""Files in a part of what several processes read together."""


@dataclass(frozen=True, slots=True)
class File:
    """A Python file: what reports call it, and where it is (absolute, with slashes).

    Imports are resolved by the place alone, so that the folder a run is started from is no input.
    """

    shown: str
    place: str


@dataclass(frozen=True, slots=True)
class Project:
    """All files, in the order of their places, and how to read one.

    `needed` are those to start from; `read` returns the bytes of a file, or None where there are
    none to be had (what cannot be read is told by whoever looked at it first).
    """

    files: Sequence[File]
    needed: Sequence[int]
    read: Callable[[int], bytes | None]
    declared: Sequence[DeclaredSource] = ()
    """What the user says of names, in these files or outside them."""
    facts: FactsOf = lowered_here
    """Makes facts from the bytes of several files, each with what reports call it."""

    texts: ImportTexts | None = None
    """Gives the import statements of all files, where somebody knows them already."""

    def import_texts(self) -> Sequence[bytes]:
        """Return the import statements of all files, each as one text."""
        if self.texts is not None:
            return self.texts()
        return read_import_texts(range(len(self.files)), self.read)


def read_import_texts(
    files: Sequence[Key], read: Callable[[Key], bytes | None], jobs: int = 1
) -> list[bytes]:
    """Return the import statements of files, each as one text; up to `jobs` processes read."""
    parts = parts_of(len(files), _PART)

    def texts(part: int) -> bytes:
        return pickle.dumps([import_text(read(files[place]) or b"") for place in parts[part]])

    found = all_parts(len(parts), texts, jobs)
    return [text for part in range(len(parts)) for text in pickle.loads(found.pop(part))]


class Loading:
    """Lowers the files of one project, each at most once, and finds those that import a name."""

    def __init__(self, project: Project, is_known: Callable[[str], bool] = nothing_known) -> None:
        self.project = project
        self.index = ModuleIndex([file.place for file in project.files], is_known)
        self.unparsable: dict[int, ir.Unparsable] = {}
        self._programs: dict[int, ir.Program | None] = {}
        self._importers = Importers(self.index, project.read, project.import_texts)

    @property
    def asked_for(self) -> tuple[int, ...]:
        """The files that were asked for so far."""
        return tuple(self._programs)

    def program(self, index: int) -> ir.Program | None:
        """Return the facts of a file; None where it cannot be read or parsed."""
        return self.programs([index]).get(index)

    def programs(self, indices: Iterable[int]) -> dict[int, ir.Program]:
        """Return the facts of several files, without those that cannot be read or parsed."""
        asked = [*indices]
        new = {}
        for index in asked:
            if index not in self._programs:
                self._programs[index] = None
                data = self.project.read(index)
                if data is not None:
                    new[index] = (self.project.files[index].shown, data)
        made = self.project.facts([*new.values()]) if new else ()
        for index, facts in zip(new, made, strict=True):
            if isinstance(facts, ir.Unparsable):
                self.unparsable[index] = facts
            else:
                self._programs[index] = facts
        return {i: program for i in asked if (program := self._programs[i]) is not None}

    def declared(self, declarations: Declarations) -> list[int]:
        """Return the files that declared sources make worth an analysis, in order."""
        if not self.project.declared:
            return []
        found = set(declarations.modules)
        for index in range(len(self.project.files)):
            if declarations.is_mentioned_in(self.project.read(index) or b""):
                found.add(index)
        return sorted(found)

    def importers(self, exported: Mapping[int, Collection[str]]) -> list[int]:
        """Return the files that import one of these names, in order (see `Importers.of`)."""
        return self._importers.of(exported)
