"""Which registers an instruction reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clb_migrate.analysis import program as ir

_OPERANDS: Mapping[type, tuple[str, ...]] = {
    ir.StoreName: ("value",),
    ir.Bind: ("value",),
    ir.Merge: ("values",),
    ir.Narrow: ("value", "kinds"),
    ir.Attribute: ("base",),
    ir.Subscript: ("base", "key"),
    ir.Slice: ("base",),
    ir.Decorate: ("decorator", "target"),
    ir.Binary: ("left", "right"),
    ir.Negative: ("operand",),
    ir.Compare: ("operands",),
    ir.Truth: ("operand",),
    ir.Case: ("subject", "values"),
    ir.Element: ("base",),
    ir.Unpack: ("base",),
    ir.Promise: ("annotation",),
    ir.MakeClass: ("bases",),
    ir.StoreAttribute: ("base", "value"),
    ir.StoreSubscript: ("base", "key", "value"),
    ir.Return: ("value",),
    ir.Yield: ("value",),
    ir.Raise: ("value",),
    ir.Catch: ("kind",),
    ir.Enter: ("base",),
}


def operands(node: ir.Instruction) -> Iterator[ir.Register]:
    """Yield the registers an instruction reads."""
    match node:
        case ir.Call():
            yield node.function
            yield from (argument.value for argument in node.arguments)
        case ir.Display():
            for item in node.items:
                yield item.value
                if item.key is not None:
                    yield item.key
        case ir.Format():
            for part, is_register in zip(node.parts, node.registers, strict=True):
                if is_register and isinstance(part, int):
                    yield part
        case ir.MakeFunction():
            yield from (register for _, register in (*node.defaults, *node.annotations))
        case _:
            for name in _OPERANDS.get(type(node), ()):
                held = getattr(node, name)
                yield from held if isinstance(held, tuple) else (held,)
