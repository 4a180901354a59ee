"""Linking a project: which modules take part, solved together, and what is seen in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.components import components, joined
from clb_migrate.analysis.exports import Exports
from clb_migrate.analysis.names import Names
from clb_migrate.analysis.observations import Observations, Seen, Unparsed
from clb_migrate.analysis.project import Loading, Project
from clb_migrate.analysis.report import observe
from clb_migrate.analysis.solver import COARSE, PRECISE, Limits, Solver
from clb_migrate.findings import Location, Span
from clb_migrate.table.rows import Rules


def link(project: Project, rules: Rules) -> Observations:
    """Return what is seen in the modules of a project that take part."""
    names = Names(rules)
    loading = Loading(project, names.is_known)
    start = _taking_part(loading, Exports(rules, names, loading.index))
    solvers: dict[tuple[int, ...], Solver] = {}
    groups = components(start, loading.index)
    while True:
        for group in groups:
            if tuple(group) not in solvers:
                solvers[tuple(group)] = _solved(group, loading, rules, names)
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
    settled = [solvers[tuple(group)] for group in groups]
    seen: list[Seen] = [each for solver in settled for each in observe(solver)]
    return Observations.ordered(seen, _unreadable(loading, settled), loading.asked_for)


def _solved(group: Sequence[int], loading: Loading, rules: Rules, names: Names) -> Solver:
    """Solve one group precisely, or else coarsely."""

    def solved(limits: Limits) -> Solver:
        solver = Solver(loading.index, loading.program, rules, names, limits)
        solver.solve(group)
        return solver

    precise = solved(PRECISE)
    return solved(COARSE) if precise.exhausted else precise


def _taking_part(loading: Loading, exports: Exports) -> dict[int, ir.Program]:
    """Return the modules to start from: what is needed, and who imports what matters of them."""
    found: dict[int, ir.Program] = {}
    wanted: Iterable[int] = loading.project.needed
    while wanted:
        new = {index: program for index in wanted if (program := loading.program(index))}
        found.update(new)
        wanted = loading.importers(exports.add(new))
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
