"""How far into the text each node of a tree begins and ends, in one walk over the tree.

LibCST's code generator writes the whole tree out again, with several objects for each node. Here
each class's layout (`clb_migrate.analysis.layouts`) is made into a function that adds up lengths,
once in a process and when the class is first met. A class whose layout is not known, or whose
fields are others in the installed LibCST, is measured by the code generator, with all it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from textwrap import indent
from typing import Any

import libcst as cst
from libcst._nodes.internal import CodegenState

from clb_migrate.analysis.layouts import LAYOUTS, LAYOUTS_BY_PLACE

_LINE_END = re.compile(r"\r\n?|\n")

_Measure = Callable[["Walk", Any, int], int]
"""Takes a node and the offset where it begins; returns the offset where it ends."""


class Walk:
    """One walk over a module, in the order it is written."""

    def __init__(self, module: cst.Module) -> None:
        self.offsets: dict[int, tuple[int, int]] = {}
        """By the node's `id`, where it begins and ends."""
        self.lines = [0]
        """Where each line begins."""
        self.module = module
        self.indents: list[str] = []
        self.indent = 0
        self.end_of_statement = 0
        at = 0
        for part in (*module.header, *module.body, *module.footer):
            at = _MEASURES[type(part)](self, part, at)

    def add_lines(self, text: str, at: int) -> None:
        """Note the lines that begin in a text which begins at `at`."""
        self.lines.extend(at + match.end() for match in _LINE_END.finditer(text))

    def deeper(self, indentation: str | None) -> None:
        """Note that the statements that follow stand in a block; None is the module's usual."""
        self.indents.append(self.module.default_indent if indentation is None else indentation)
        self.indent += len(self.indents[-1])

    def shallower(self) -> None:
        """Note that the block has ended."""
        self.indent -= len(self.indents.pop())


class _GeneratorState(CodegenState):
    """A state of LibCST's code generator that keeps no text, only where each node stands."""

    def __init__(self, walk: Walk, at: int) -> None:
        module = walk.module
        super().__init__(
            module.default_indent, module.default_newline, indent_tokens=list(walk.indents)
        )
        self.walk = walk
        self.at = at
        self.starts: list[int] = []

    def add_token(self, value: str) -> None:
        self.walk.add_lines(value, self.at)
        self.at += len(value)

    def add_indent_tokens(self) -> None:
        for token in self.indent_tokens:
            self.at += len(token)

    def before_codegen(self, node: cst.CSTNode) -> None:
        del node
        self.starts.append(self.at)

    def after_codegen(self, node: cst.CSTNode) -> None:
        # A node that recorded its own place (without parentheses and surrounding whitespace)
        # keeps that one.
        self.walk.offsets.setdefault(id(node), (self.starts.pop(), self.at))

    @contextmanager
    def record_syntactic_position(
        self,
        node: cst.CSTNode,
        *,
        start_node: cst.CSTNode | None = None,
        end_node: cst.CSTNode | None = None,
    ) -> Iterator[None]:
        start = self.at
        yield
        offsets = self.walk.offsets
        offsets[id(node)] = (
            start if start_node is None else offsets[id(start_node)][0],
            self.at if end_node is None else offsets[id(end_node)][1],
        )


def _generate(walk: Walk, node: cst.CSTNode, at: int) -> int:
    """Measure a node with LibCST's code generator."""
    state = _GeneratorState(walk, at)
    node._codegen(state)
    walk.end_of_statement = walk.offsets[id(node)][1]
    return state.at


# -- layouts, made into functions -----------------------------------------------------------

_SYMBOLS = {
    "|": "at += walk.indent",
    "<": "start = at",
    ">": "walk.offsets[id(node)] = (start, at)",
    ";": "walk.offsets[id(node)] = (start, at); walk.end_of_statement = at",
    ".": "walk.offsets[id(node)] = (start, walk.end_of_statement)",
}

_NODE = """\
part = node.{name}
if part is not None and part is not DEFAULT:
    at = MEASURES[part.__class__](walk, part, at)
"""

_NODE_BY_PLACE = """\
part = node.{name}
if part is not None:
    at = measure_in_place("{name}", part.__class__)(walk, part, at)
"""

_WHITESPACE = """\
part = node.{name}
if part.__class__ is SimpleWhitespace:
    text = part.value
    if text:
        if len(text) > 1 and ("\\n" in text or "\\r" in text):
            walk.add_lines(text, at)
        at += len(text)
elif part is not None and part is not DEFAULT:
    at = MEASURES[part.__class__](walk, part, at)
"""

_NODES = """\
for part in node.{name}:
    at = MEASURES[part.__class__](walk, part, at)
"""

_NODE_OR_NODES = """\
part = node.{name}
for part in part if part.__class__ in (list, tuple) else (part,):
    at = MEASURES[part.__class__](walk, part, at)
"""

_OPTIONAL_NODES = """\
if node.{name} is not None:
    at += {before}
    for part in node.{name}:
        at = MEASURES[part.__class__](walk, part, at)
"""

_OPTIONAL_TEXT = """\
text = node.{name}
if text.__class__ is str:
    at += {before} + len(text)
"""

_TEXT = """\
at += len(node.{name})
"""

_TEXT_OF_LINES = """\
text = node.{name}
if "\\n" in text or "\\r" in text:
    walk.add_lines(text, at)
at += len(text)
"""

_END_OF_LINE = """\
text = node.{name}.value
at += len(walk.module.default_newline if text is None else text)
walk.lines.append(at)
"""

_INDENTATION = """\
if node.{name}:
    at += walk.indent
"""

_CODE = {
    "": _NODE,
    "*": _NODES,
    "@": _NODE_OR_NODES,
    "$": _TEXT,
    "~": _TEXT_OF_LINES,
    "?": _OPTIONAL_TEXT,
    "-": _END_OF_LINE,
    "|": _INDENTATION,
    "+": "walk.deeper(node.{name})\n",
    "\\": "walk.shallower()\n",
}

_FIELD = re.compile(r"(?P<before>[!:]?)(?P<name>\w+)(?P<after>\W?)")

_PLACES = frozenset(name for name, _ in LAYOUTS_BY_PLACE)


def _compiled(kind: type[cst.CSTNode], layout: str) -> _Measure:
    """Return the function that measures a class."""
    code = []
    names = set()
    for word in layout.split():
        field = _FIELD.fullmatch(word)
        if word in _SYMBOLS:
            code.append(_SYMBOLS[word] + "\n")
        elif field is None:
            code.append(f"at += {len(word) - 2}\n")
        else:
            before, name, after = field.groups()
            names.add(name)
            if after == "*" and before:
                template = _OPTIONAL_NODES
            elif not after and name in _PLACES:
                template = _NODE_BY_PLACE
            elif not after and "whitespace" in name:
                template = _WHITESPACE
            else:
                template = _CODE[after]
            code.append(template.format(name=name, before=len(before)))
    if names != {field.name for field in fields(kind)}:
        return _generate
    return _function("".join(code))


@cache
def _function(code: str) -> _Measure:
    """Return a function of this code; many classes are written alike, operators above all."""
    scope: dict[str, Any] = {
        "MEASURES": _MEASURES,
        "DEFAULT": cst.MaybeSentinel.DEFAULT,
        "SimpleWhitespace": cst.SimpleWhitespace,
        "measure_in_place": _measure_in_place,
    }
    exec(f"def measure(walk, node, at):\n{indent(code, '    ')}    return at\n", scope)
    measure: _Measure = scope["measure"]
    return measure


class _Measures(dict[type[cst.CSTNode], _Measure]):
    """The functions that measure, by class, made when they are first needed."""

    def __missing__(self, kind: type[cst.CSTNode]) -> _Measure:
        layout = LAYOUTS.get(kind)
        self[kind] = made = _generate if layout is None else _compiled(kind, layout)
        return made


_MEASURES = _Measures()


@cache
def _measure_in_place(name: str, kind: type[cst.CSTNode]) -> _Measure:
    """Return the function that measures a class where it stands in a field of that name."""
    layout = LAYOUTS_BY_PLACE.get((name, kind))
    return _MEASURES[kind] if layout is None else _compiled(kind, layout)
