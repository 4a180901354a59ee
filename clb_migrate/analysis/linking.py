"""Linking a project: which modules take part, solved together, and what is seen in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.components import components, joined
from clb_migrate.analysis.declarations import Declarations
from clb_migrate.analysis.exports import Exports
from clb_migrate.analysis.names import Names
from clb_migrate.analysis.observations import Observations, Seen, Unparsed
from clb_migrate.analysis.project import Loading, Project
from clb_migrate.analysis.report import observe
from clb_migrate.analysis.solver import COARSE, PRECISE, Limits, Solver
from clb_migrate.findings import Location, Span
from clb_migrate.table.rows import Rules


@dataclass(frozen=True, slots=True)
class Linked:
    """A project whose modules were solved, each in one of the solvers."""

    project: Project
    loading: Loading
    declarations: Declarations
    solvers: tuple[Solver, ...]

    def observations(self) -> Observations:
        """Return what is seen in the modules that take part."""
        seen: list[Seen] = [each for solver in self.solvers for each in observe(solver)]
        matched = self.declarations.matched
        unmatched = [each for each in self.project.declared if each not in matched]
        unreadable = _unreadable(self.loading, self.solvers)
        return Observations.ordered(seen, unreadable, self.loading.asked_for, unmatched)


def link(
    project: Project,
    rules: Rules,
    whole: int | None = None,
    loading: Loading | None = None,
) -> Linked:
    """Solve the modules of a project that take part.

    In the file `whole` every function runs, whether or not it can have to do with API 2.0.
    `loading` may bring along facts of the project's files that are there already.
    """
    names = Names(rules)
    loading = loading or Loading(project, names.is_known)
    declarations = Declarations(project.declared, loading.index)
    exports = Exports(rules, names, loading.index, declarations)
    start = _taking_part(loading, exports, declarations)
    solvers: dict[tuple[int, ...], Solver] = {}
    groups = components(start, loading.index)
    while True:
        for group in groups:
            if tuple(group) not in solvers:
                solvers[tuple(group)] = _solved(group, loading, rules, names, exports, whole)
        holder: dict[int, int] = {}
        pairs = [
            (group[0], holder.setdefault(module, group[0]))
            for group in groups
            for module in sorted(solvers[tuple(group)].programs)
        ]
        together = joined(groups, pairs)
        if together == groups:
            break
        groups = together
    settled = tuple(solvers[tuple(group)] for group in groups)
    return Linked(project, loading, declarations, settled)


def _solved(
    group: Sequence[int],
    loading: Loading,
    rules: Rules,
    names: Names,
    exports: Exports,
    whole: int | None,
) -> Solver:
    """Solve one group precisely, or else coarsely."""

    def is_relevant(module: int, function: int) -> bool:
        return module == whole or exports.is_relevant(module, function)

    # A file that only holds words which may mean something leads nowhere by itself.
    following = exports.naming | exports.importers | set(exports.declarations.modules)

    def solved(limits: Limits) -> Solver:
        solver = Solver(
            loading.index,
            loading.programs,
            rules,
            names,
            limits,
            exports.declarations,
            is_relevant,
            following,
        )
        solver.solve(group)
        return solver

    precise = solved(PRECISE)
    return solved(COARSE) if precise.exhausted else precise


def _taking_part(
    loading: Loading, exports: Exports, declarations: Declarations
) -> dict[int, ir.Program]:
    """Return the modules to start from: what is needed, and who imports what matters of them."""
    found: dict[int, ir.Program] = {}
    wanted: Iterable[int] = sorted({*loading.project.needed, *loading.declared(declarations)})
    asked_for = set(wanted)
    while wanted:
        new = loading.programs(wanted)
        found.update(new)
        importers = loading.importers(exports.add(new))
        exports.importers.update(importers)
        wanted = [index for index in importers if index not in asked_for]
        asked_for.update(wanted)
    return dict(sorted(found.items()))


def _unreadable(loading: Loading, solvers: Iterable[Solver]) -> list[Unparsed]:
    found = []
    for file in loading.unparsable.values():
        span = Span(file.line, file.column, file.line, file.column)
        told = f"cannot parse this file: {file.reason}"
        found.append(Unparsed(Location(file.path, span), told))
    incomplete: Mapping[int, str] = {
        index: reason for solver in solvers for index, reason in solver.incomplete.items()
    }
    for index, reason in incomplete.items():
        where = Location(loading.project.files[index].shown, Span(1, 1, 1, 1))
        told = f"not followed to the end, findings may be missing: {reason}"
        found.append(Unparsed(where, told))
    return found
