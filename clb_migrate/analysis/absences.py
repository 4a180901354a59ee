"""Where something of a module that does not take part is used, and whether that matters.

In the modules that an analysis follows every use does. One that only came in to receive a value
asks for another one where a value that has to do with a request may go there; one that came in for
its classes and decorators also asks for what those are built on.
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


def look(solver: Solver, frame: Frame, register: int, instruction: ir.Instruction) -> None:
    """Wish for the modules whose parts an instruction uses, if it matters there."""
    if isinstance(instruction, _HANDED_ON):
        return
    used = [
        atom.program
        for operand in operands(instruction)
        for atom in frame.registers[operand]
        if isinstance(atom, Absent)
    ]
    if not used:
        return
    program = frame.value.program
    builds = isinstance(instruction, (ir.MakeClass, ir.Decorate))
    if builds and program in solver.chained:
        solver.chained.update(used)
    elif program not in solver.following and not _is_telling(solver, frame, register):
        return
    for program in used:
        solver.wish(program)


def _is_telling(solver: Solver, frame: Frame, register: int) -> bool:
    """Tell whether a frame has met anything to do with a request before a register."""
    if not frame.telling:
        values = frame.registers[frame.scanned : register]
        if frame.scanned == 0:
            values += frame.arguments.values()
        frame.scanned = register
        frame.telling = any(
            isinstance(atom, TELLING)
            or (isinstance(atom, (FunctionValue, BoundMethod)) and _is_foreign(solver, frame, atom))
            or (isinstance(atom, Instance) and _holds_telling(solver, atom))
            for value in values
            for atom in value
        )
    return frame.telling


def _is_foreign(solver: Solver, frame: Frame, atom: FunctionValue | BoundMethod) -> bool:
    """Tell whether a function was handed in from a module that the analysis started from."""
    function = atom.function if isinstance(atom, BoundMethod) else atom
    return function.program in solver.following and function.program != frame.value.program


def _holds_telling(solver: Solver, instance: Instance) -> bool:
    return any(
        isinstance(atom, TELLING)
        for key in solver.heap.keys.get(instance, ())
        for atom in solver.heap.get(instance, key)
    )
