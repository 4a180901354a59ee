"""The analysis: from source files and rules to observations.

`lowering` turns each file into a `program` (facts, a pure function of its bytes), `solver` joins
all programs and finds what every value is, `report` tells what was seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clb_migrate.findings import Location, Span

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.source.read import Source
    from clb_migrate.table.rows import Rules


def analyse(sources: Sequence[Source], rules: Rules) -> Observations:
    """Analyse Python files together and return everything seen in them.

    The order of `sources` does not matter. A file that LibCST cannot parse is told in
    `Observations.unreadable`; the others are analysed all the same.
    """
    # LibCST takes longer to import than a clean run takes: nothing here may need it before.
    from clb_migrate.analysis import observations, program
    from clb_migrate.analysis.components import components
    from clb_migrate.analysis.lowering import lower
    from clb_migrate.analysis.names import Names
    from clb_migrate.analysis.report import observe
    from clb_migrate.analysis.solver import COARSE, PRECISE, Solver

    programs, unreadable = [], []
    for source in sorted(sources, key=lambda s: s.path):
        lowered = lower(source.path, source.data)
        if isinstance(lowered, program.Unparsable):
            span = Span(lowered.line, lowered.column, lowered.line, lowered.column)
            told = f"cannot parse this file: {lowered.reason}"
            unreadable.append(observations.Unparsed(Location(source.path, span), told))
        else:
            programs.append(lowered)
    seen: list[observations.Seen] = []
    for group in components(programs, Names(rules).is_known):
        solver = Solver(group, rules, PRECISE)
        solver.solve()
        if solver.exhausted:
            solver = Solver(group, rules, COARSE)
            solver.solve()
        seen += observe(solver)
        for index, reason in solver.incomplete.items():
            where = Location(group[index].path, Span(1, 1, 1, 1))
            told = f"not followed to the end, findings may be missing: {reason}"
            unreadable.append(observations.Unparsed(where, told))
    return observations.Observations.ordered(seen, unreadable)
