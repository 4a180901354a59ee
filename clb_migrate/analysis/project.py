"""The Python files of a project, as an analysis may ask for them.

An analysis starts from the files that show something legacy themselves and asks for more only
where a legacy value can go: upwards to the modules that import a name which has to do with it,
downwards to those that are given one. All other files are never parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.declarations import Declarations
from clb_migrate.analysis.facts import FactsOf, lowered_here
from clb_migrate.analysis.modules import ModuleIndex, member_name, nothing_known
from clb_migrate.source.imports import imports_in
from clb_migrate.sources import DeclaredSource


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


class Loading:
    """Lowers the files of one project, each at most once, and finds those that import a name."""

    def __init__(self, project: Project, is_known: Callable[[str], bool] = nothing_known) -> None:
        self.project = project
        self.index = ModuleIndex([file.place for file in project.files], is_known)
        self.unparsable: dict[int, ir.Unparsable] = {}
        self._programs: dict[int, ir.Program | None] = {}

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

    def importers(self, exported: Mapping[int, Iterable[str]]) -> list[int]:
        """Return the files that import one of these names, in order.

        `exported` maps modules to names of theirs. A file that imports the whole module counts
        if it spells the name anywhere; one that imports everything from it always does.
        """
        found = set()
        for module, names in exported.items():
            for importer, imported in self._importers.get(module, ()):
                if importer in found:
                    continue
                if imported is None:
                    data = self.project.read(importer) or b""
                    if any(name.encode() in data for name in names):
                        found.add(importer)
                elif imported in names or imported == "*":
                    found.add(importer)
        return sorted(found)

    @cached_property
    def _importers(self) -> Mapping[int, Sequence[tuple[int, str | None]]]:
        """For each module its importers, with the name they import; None for the whole of it."""
        found: dict[int, dict[tuple[int, str | None], None]] = {}
        for importer in range(len(self.project.files)):
            data = self.project.read(importer)
            for module, name in imports_in(data or b""):
                for target, part in self._targets(importer, module, name):
                    if target != importer:
                        found.setdefault(target, {})[importer, part] = None
        return {module: tuple(importers) for module, importers in found.items()}

    def _targets(
        self, importer: int, module: str, name: str | None
    ) -> Iterator[tuple[int, str | None]]:
        """Yield what `import module` or `from module import name` may take from where."""
        if not self.index.may_resolve(module, name):
            return
        dotted = module
        while name is None and dotted.strip("."):
            # `import a.b` also gives what `a` holds.
            target = self.index.resolve(importer, dotted)
            if target is not None:
                yield target, None
            dotted = dotted.rpartition(".")[0]
        if name is None:
            return
        target = self.index.resolve(importer, module)
        if target is not None:
            yield target, name
        if name != "*":
            inner = self.index.resolve(importer, member_name(module, name))
            if inner is not None:
                yield inner, None
