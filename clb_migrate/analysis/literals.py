"""The values of literals; plain ones are read without Python's parser."""

from __future__ import annotations

import libcst as cst

from clb_migrate.analysis import program as ir

_MANY_DIGITS = 100
"""Python may refuse to read longer numbers."""


def literal(node: cst.SimpleString | cst.Integer | cst.Float | cst.Imaginary) -> ir.Literal_:
    """Return the value of a literal; None for what no check can meet or Python does not accept."""
    text = node.value
    if type(node) is cst.SimpleString:
        if text[0] in "'\"" and "\\" not in text and "\r" not in text:
            return text[3:-3] if text.startswith(('"""', "'''")) else text[1:-1]
    elif isinstance(node, cst.Imaginary):
        return None
    elif text[0] in "123456789" and text.isdecimal() and len(text) < _MANY_DIGITS:
        return int(text)
    try:
        return node.evaluated_value
    except (ValueError, SyntaxError):
        return None
