"""What stood for modules before they took part, taken out of the values of a solved project.

While a project is solved, names of modules that seem to have nothing to do with API 2.0 have a
stand-in. Values only grow, so it stays beside the real thing where such a module came in later.
"""

from __future__ import annotations

from clb_migrate.analysis.solver import Solver
from clb_migrate.analysis.values import Absent, Value


def forget_absent(solver: Solver) -> None:
    """Leave the stand-ins of modules that take part out of all values."""

    def present(value: Value) -> Value:
        if not any(isinstance(a, Absent) and a.program in solver.programs for a in value):
            return value
        return {
            atom: trail
            for atom, trail in value.items()
            if not isinstance(atom, Absent) or atom.program not in solver.programs
        }

    for frame in solver.frames:
        frame.registers = [present(value) for value in frame.registers]
        frame.arguments = {name: present(value) for name, value in frame.arguments.items()}
    cells = solver.heap.cells
    for cell, value in cells.items():
        cells[cell] = present(value)
