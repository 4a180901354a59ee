"""Names: imports, globals, closure variables, and what each of them means in a module."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.modules import member_name
from clb_migrate.analysis.notes import ImportNote
from clb_migrate.analysis.values import (
    NOTHING,
    UNKNOWN,
    Absent,
    Const,
    Container,
    External,
    ProjectModule,
    Trail,
    Value,
    join,
    unknown,
)
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_STARS = ("stars",)
"""The owner of a cell for each module: what it imports everything from."""

_OLD_BUILTINS = frozenset(
    (
        *("basestring", "cmp", "long", "raw_input", "reduce"),
        *("unichr", "unicode", "xrange"),
    )
)
"""Built-in functions of Python 2 that Python 3 does not have."""


class Imports:
    """What a name stands for."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.solver = transfer.solver

    def load_name(self, frame: Frame, register: int, node: ir.LoadName) -> Value:
        """A closure variable, a global, or a builtin."""
        if node.depth is not None:
            owner: Frame | None = frame
            for _ in range(node.depth):
                owner = self._outer(owner)
            if owner is None:
                return UNKNOWN
            return self.solver.read(frame, ("frame", owner.index), node.name)
        return self.global_name(frame, register, node.span, node.name)

    def _outer(self, frame: Frame | None) -> Frame | None:
        if frame is None or frame.value.frame < 0:
            return None
        return self.solver.frames[frame.value.frame]

    def global_name(self, frame: Frame, register: int, span: Span, name: str) -> Value:
        """Return a global as code in the frame's module sees it."""
        program = frame.value.program
        value = self.member(frame, register, span, program, name)
        if value is not None:
            return value
        if hasattr(builtins, name):
            return {External(f"builtins.{name}"): None}
        if name in _OLD_BUILTINS:
            return {External(f"builtins.{name}"): None}
        if not self.solver.read(frame, _STARS, program) or self.solver.may_come(frame):
            return NOTHING
        told = f"{name} may come from any module that everything is imported from"
        return unknown(Trail(self.solver.site(frame, span), told))

    def unseen(self, frame: Frame, span: Span, name: str) -> Trail:
        """Return why nothing is known of what a name from outside gives."""
        site = self.solver.site(frame, span)
        return Trail(site, f"comes from {name}, which is not among the files checked")

    def member(
        self, frame: Frame, register: int, span: Span, program: int, name: str
    ) -> Value | None:
        """Return what a module calls `name`, or what it is declared to be; None if it has none."""
        place = (program, (name,))
        declared = self.solver.declarations.member(self.solver, frame, register, span, place)
        value = self.module_member(frame, program, name)
        return join(declared, value or NOTHING) if declared else value

    def outside(
        self, frame: Frame, register: int, span: Span, dotted: str, trail: Trail | None
    ) -> Value:
        """Return a name from outside the project, and what it is declared to be."""
        declarations = self.solver.declarations
        declared = declarations.external(self.solver, frame, register, span, dotted, called=False)
        return {**declared, External(dotted): trail}

    def module_member(
        self, frame: Frame, program: int, name: str, seen: frozenset[int] = frozenset()
    ) -> Value | None:
        """Return what a module calls `name`, also through `import *`; None if it does not."""
        owner = ("module", program)
        if self.solver.is_absent(frame, program):
            return {Absent(program): None}
        value = self.solver.read(frame, owner, name)
        if name in self.solver.heap.keys.get(owner, ()):
            return value
        # The last of several stars wins.
        for star, trail in reversed([*self.solver.read(frame, _STARS, program).items()]):
            if isinstance(star, ProjectModule) and star.program not in seen:
                if self.solver.is_absent(frame, star.program):
                    continue
                if not self._is_public(frame, star.program, name):
                    continue
                found = self.module_member(frame, star.program, name, seen | {program})
                if found is not None:
                    return found
            elif isinstance(star, External):
                dotted = f"{star.name}.{name}"
                names = self.solver.names
                declared = self.solver.declarations.is_outside(dotted)
                if declared or names.legacy_client(dotted) or names.is_current_exception(dotted):
                    return {External(dotted): trail}
        return None

    def _is_public(self, frame: Frame, program: int, name: str) -> bool:
        """Tell whether `import *` takes a name: what `__all__` lists, else what has no `_`."""
        listed = self.solver.read(frame, ("module", program), "__all__")
        names: set[object] = set()
        for atom in listed:
            if not isinstance(atom, Container):
                return True
            for key in self.solver.keys(frame, atom):
                held = self.solver.read(frame, atom, key)
                if not all(isinstance(each, Const) for each in held):
                    return True
                names.update(each.value for each in held if isinstance(each, Const))
        return name in names if names else not name.startswith("_")

    def store_name(self, frame: Frame, register: int, node: ir.StoreName) -> Value:
        """An assignment that other functions can see."""
        del register
        value = frame.registers[node.value]
        if node.depth is None:
            self.solver.write(("module", frame.value.program), node.name, value)
            return value
        owner: Frame | None = frame
        for _ in range(node.depth):
            owner = self._outer(owner)
        if owner is not None:
            self.solver.write(("frame", owner.index), node.name, value)
        return value

    def import_name(self, frame: Frame, register: int, node: ir.ImportName) -> Value:
        """An import: a module of the project, or a name from outside it."""
        return self.imported(frame, register, node.span, node.module, node.name)

    def imported(
        self, frame: Frame, register: int, span: Span, module: str, name: str | None
    ) -> Value:
        """Return what importing `name` (None, a name or a star) from `module` gives."""
        solver = self.solver
        importer = frame.value.program
        site = solver.site(frame, span)
        found = solver.modules.resolve(importer, module)
        dotted = module if name is None or name == "*" else member_name(module, name)
        if solver.names.is_legacy_import(
            dotted, in_project=found is not None and not self._is_copy(importer, dotted)
        ) and (found is None or not self._inside_sdk(module, importer)):
            trail = Trail(site, f"imports {dotted}")
            frame.notes.append(ImportNote(site, trail, None, dotted))
            if name == "*":
                solver.write(_STARS, importer, {External(module): trail})
                return NOTHING
            return {External(dotted): trail}
        if found is not None:
            solver.imports.setdefault(importer, set()).add(found)
            if name is None:
                solver.run_module(found)
                return {ProjectModule(found): None}
            if name == "*":
                solver.write(_STARS, importer, {ProjectModule(found): None})
                # Any name may come from there.
                solver.wish(found)
                solver.run_module(found)
                return NOTHING
            inner = solver.modules.resolve(importer, dotted)
            if inner is None or not solver.is_absent(frame, found):
                solver.run_module(found)
                member = self.member(frame, register, span, found, name)
                if member is not None:
                    return member
                if inner is None and solver.may_come(frame):
                    return NOTHING
        if name is not None and name != "*":
            inner = solver.modules.resolve(importer, dotted)
            if inner is not None:
                solver.imports.setdefault(importer, set()).add(inner)
                return {ProjectModule(inner): None}
        if name == "*":
            solver.write(_STARS, importer, {External(module): None})
            return NOTHING
        interesting = solver.names.is_current_import(dotted)
        why = Trail(site, f"imports {dotted}") if interesting else None
        return self.outside(frame, register, span, dotted, why)

    def inner_module(self, frame: Frame, dotted: str) -> int | None:
        """Return the module that a dotted name means whose first parts are only folders."""
        modules = self.solver.modules
        if not modules.may_resolve(dotted.rpartition(".")[2], None):
            return None
        return modules.resolve(frame.value.program, dotted)

    def _is_copy(self, importer: int, dotted: str) -> bool:
        """Tell whether the package a name starts with is a copy of an SDK kept in the project."""
        root = dotted.split(".", maxsplit=1)[0]
        names = self.solver.names
        return root in names.sdk_roots and any(
            path[0] == root and self.solver.modules.resolve(importer, ".".join(path)) is not None
            for path in self.solver.names.sdk_paths
        )

    def _inside_sdk(self, module: str, importer: int) -> bool:
        """Tell whether a relative import stays within one package, as the SDK's own do."""
        return module.startswith(".") and self.solver.names.is_legacy_import(
            ".".join(self.solver.modules.parts(importer)), in_project=True
        )
