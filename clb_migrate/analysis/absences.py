"""Where something of a module that does not take part is used, and whether that matters.

In the modules that an analysis starts from every use does. A module that only came in to receive
a value asks for another one where a value that has to do with a request may go there, and for
what its classes derive from and its functions are decorated with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.operands import operands
from clb_migrate.analysis.values import (
    TELLING,
    Absent,
    BoundMethod,
    FunctionValue,
    Instance,
    Value,
)

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame, Solver

_HANDED_ON = (ir.Bind, ir.StoreName, ir.Merge, ir.Narrow, ir.Return)
"""Instructions that only give a value another name or owner."""


def holds_absent(value: Value) -> bool:
    """Tell whether a value may be something of a module that does not take part."""
    return any(type(atom) is Absent for atom in value)


def look(solver: Solver, frame: Frame, instruction: ir.Instruction) -> None:
    """Wish for the modules whose parts an instruction uses, if it matters there."""
    if isinstance(instruction, _HANDED_ON):
        return
    used = [
        atom.program
        for register in operands(instruction)
        for atom in frame.registers[register]
        if isinstance(atom, Absent)
    ]
    if used and (
        frame.value.program in solver.starting
        or isinstance(instruction, (ir.MakeClass, ir.Decorate))
        or _is_telling(solver, frame)
    ):
        for program in used:
            solver.wish(program)


def _is_telling(solver: Solver, frame: Frame) -> bool:
    """Tell whether a frame has met anything to do with a request."""
    return any(
        isinstance(atom, TELLING)
        or (isinstance(atom, (FunctionValue, BoundMethod)) and _is_foreign(solver, frame, atom))
        or (isinstance(atom, Instance) and _holds_telling(solver, atom))
        for value in (*frame.arguments.values(), *frame.registers)
        for atom in value
    )


def _is_foreign(solver: Solver, frame: Frame, atom: FunctionValue | BoundMethod) -> bool:
    """Tell whether a function was handed in from a module that the analysis started from."""
    function = atom.function if isinstance(atom, BoundMethod) else atom
    return function.program in solver.starting and function.program != frame.value.program


def _holds_telling(solver: Solver, instance: Instance) -> bool:
    return any(
        isinstance(atom, TELLING)
        for key in solver.heap.keys.get(instance, ())
        for atom in solver.heap.get(instance, key)
    )
