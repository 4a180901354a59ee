"""What declared sources mean in one project: which names match, and the values they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.modules import ModuleIndex, member_name
from clb_migrate.analysis.values import (
    NOTHING,
    Atom,
    EnvelopeField,
    FunctionValue,
    Response,
    Trail,
    Value,
)
from clb_migrate.findings import Span
from clb_migrate.source.imports import imports_in
from clb_migrate.sources import DeclaredSource, SourceKind

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame, Solver

Place = tuple[int, tuple[str, ...]]
"""A module of the project, and the way from it to a name: class, then attribute."""


class Declarations:
    """The declared sources of a project, by the names they are met under."""

    def __init__(self, declared: Sequence[DeclaredSource], index: ModuleIndex) -> None:
        self._index = index
        self.matched: set[DeclaredSource] = set()
        """Those that something in the project was found to be."""
        self._inside: dict[Place, list[DeclaredSource]] = {}
        self._parameters: dict[Place, list[DeclaredSource]] = {}
        self._outside: dict[str, list[DeclaredSource]] = {}
        for each in declared:
            places = [*self._places(each.name)]
            kept = self._inside if each.parameter is None else self._parameters
            for place in places:
                kept.setdefault(place, []).append(each)
            if not places:
                self._outside.setdefault(".".join(each.name), []).append(each)

    def _places(self, name: tuple[str, ...]) -> Iterator[Place]:
        """Yield the names in modules of the project that a qualified name may mean."""
        for size in range(len(name) - 1, 0, -1):
            modules = self._index.called(name[:size])
            if modules:
                yield from ((module, name[size:]) for module in modules)
                return

    # -- which files take part --------------------------------------------------------------

    @cached_property
    def modules(self) -> Mapping[int, set[str]]:
        """The modules with a declared name of their own, and those names."""
        found: dict[int, set[str]] = {}
        for module, names in (*self._inside, *self._parameters):
            found.setdefault(module, set()).add(names[0])
        return found

    def is_mentioned_in(self, data: bytes) -> bool:
        """Tell whether a file imports something that leads to a declared name."""
        roots = {name.split(".", maxsplit=1)[0].encode() for name in self._outside}
        if not any(root in data for root in roots):
            return False
        return any(self.is_import(module, name) for module, name in imports_in(data))

    def is_import(self, module: str, name: str | None) -> bool:
        """Tell whether an import gives a declared name, or what leads to one."""
        dotted = module if name in (None, "*") else member_name(module, str(name))
        return any(
            name_outside == dotted
            or name_outside.startswith(f"{dotted}.")
            or (name is None and dotted.startswith(f"{name_outside.split('.', maxsplit=1)[0]}."))
            for name_outside in self._outside
        )

    # -- values -----------------------------------------------------------------------------

    def is_outside(self, name: str) -> bool:
        """Tell whether a name from outside is declared, or has declared attributes."""
        return name in self._outside or self.leads_on(name)

    def leads_on(self, name: str) -> bool:
        """Tell whether a name from outside has declared attributes or methods."""
        return any(outside.startswith(f"{name}.") for outside in self._outside)

    def external(
        self, solver: Solver, frame: Frame, register: int, span: Span, name: str, *, called: bool
    ) -> Value:
        """Return what a name from outside is declared to be, itself or when it is called."""
        return self._values(
            solver, frame, register, span, self._outside.get(name, ()), called=called
        )

    def member(
        self, solver: Solver, frame: Frame, register: int, span: Span, place: Place
    ) -> Value:
        """Return what a name of the project is declared to be."""
        return self._values(
            solver, frame, register, span, self._inside.get(place, ()), called=False
        )

    def returned(
        self, solver: Solver, frame: Frame, register: int, span: Span, function: FunctionValue
    ) -> Value:
        """Return what calling a function of the project is declared to return."""
        if not self._inside:
            return NOTHING
        place = _place_of(solver, function)
        return self._values(solver, frame, register, span, self._inside.get(place, ()), called=True)

    def parameter(
        self, solver: Solver, frame: Frame, register: int, span: Span, name: str
    ) -> Value:
        """Return what a parameter of the function that runs is declared to be."""
        if not self._parameters:
            return NOTHING
        place = _place_of(solver, frame.value)
        declared = [each for each in self._parameters.get(place, ()) if each.parameter == name]
        return self._values(solver, frame, register, span, declared, called=False)

    def _values(
        self,
        solver: Solver,
        frame: Frame,
        register: int,
        span: Span,
        declared: Sequence[DeclaredSource],
        *,
        called: bool,
    ) -> Value:
        found: dict[Atom, Trail | None] = {}
        for each in declared:
            if each.is_called not in (None, called):
                continue
            self.matched.add(each)
            call = solver.call_at(frame, register, span)
            told = f"{each.text} is declared a {each.kind.value} in {each.origin}"
            trail = Trail(call.site, told)
            current = each.kind in (SourceKind.CURRENT_RESPONSE, SourceKind.CURRENT_CODE)
            if each.kind in (SourceKind.LEGACY_CODE, SourceKind.CURRENT_CODE):
                found[EnvelopeField("code", call, (), current)] = trail
            else:
                found[Response(call, (), current)] = trail
                if current:
                    # Either the whole answer or what stands under its first key.
                    inner = solver.rules.envelope.current_code_path[:1]
                    found[Response(call, inner, True)] = trail
        return found


def _place_of(solver: Solver, function: FunctionValue) -> Place:
    program: ir.Program = solver.programs[function.program]
    code = program.functions[function.function]
    names = (code.name,) if code.owner is None else (program.classes[code.owner].name, code.name)
    return function.program, names
