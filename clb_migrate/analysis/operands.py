"""Which registers an instruction reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from clb_migrate.analysis import program as ir


def operands(node: ir.Instruction) -> Sequence[ir.Register]:
    """Return the registers an instruction reads."""
    read = _READ_BY.get(type(node))
    return () if read is None else read(node)


def _of_call(node: ir.Call) -> Sequence[ir.Register]:
    return (node.function, *[argument.value for argument in node.arguments])


def _of_display(node: ir.Display) -> Sequence[ir.Register]:
    if node.kind != "dict":
        return [item.value for item in node.items]
    return [each for item in node.items for each in (item.value, item.key) if each is not None]


def _of_format(node: ir.Format) -> Sequence[ir.Register]:
    return [
        part
        for part, is_register in zip(node.parts, node.registers, strict=True)
        if is_register and isinstance(part, int)
    ]


def _of_function(node: ir.MakeFunction) -> Sequence[ir.Register]:
    return [register for _, register in (*node.defaults, *node.annotations)]


_READ_BY: Mapping[type, Callable[[Any], Sequence[ir.Register]]] = {
    ir.StoreName: lambda node: (node.value,),
    ir.Bind: lambda node: (node.value,),
    ir.Merge: lambda node: node.values,
    ir.Narrow: lambda node: (node.value, node.kinds),
    ir.Attribute: lambda node: (node.base,),
    ir.Subscript: lambda node: (node.base, node.key),
    ir.Slice: lambda node: (node.base,),
    ir.Call: _of_call,
    ir.Decorate: lambda node: (node.decorator, node.target),
    ir.Binary: lambda node: (node.left, node.right),
    ir.Negative: lambda node: (node.operand,),
    ir.Compare: lambda node: node.operands,
    ir.Truth: lambda node: (node.operand,),
    ir.Case: lambda node: (node.subject, *node.values),
    ir.Display: _of_display,
    ir.Format: _of_format,
    ir.Element: lambda node: (node.base,),
    ir.Unpack: lambda node: (node.base,),
    ir.MakeFunction: _of_function,
    ir.Promise: lambda node: (node.annotation,),
    ir.MakeClass: lambda node: node.bases,
    ir.StoreAttribute: lambda node: (node.base, node.value),
    ir.StoreSubscript: lambda node: (node.base, node.key, node.value),
    ir.Return: lambda node: (node.value,),
    ir.Yield: lambda node: (node.value,),
    ir.Raise: lambda node: (node.value,),
    ir.Catch: lambda node: (node.kind,),
    ir.Enter: lambda node: (node.base,),
}
"""How the registers of an instruction are read off; a table is faster than asking one by one."""
