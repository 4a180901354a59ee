"""One file as it is rewritten: its tree, where each node stands, and which value each one makes.

The file is lowered once more in the way its facts were, which notes on the way which register each
node of the tree fills. So what a solved project knows of a register is known of the node.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.lowering import Lowering
from clb_migrate.analysis.parsing import parse
from clb_migrate.analysis.positions import Positions
from clb_migrate.findings import Span

_DEEPEST = 8000

Place = tuple[int, int]
"""A function of the file and a register of it."""


class Unfixable(Exception):
    """A file that cannot be edited; the text says why."""


class Tree:
    """The tree of one file, valid while it lives."""

    def __init__(self, shown: str, data: bytes) -> None:
        """Raises `Unfixable` for Python 2, and where the tree would not give the same bytes."""
        parsed = parse(shown, data)
        if isinstance(parsed, ir.Unparsable):
            raise Unfixable(parsed.reason)
        if parsed.translation is not None:
            raise Unfixable("this file is Python 2")
        self.module = parsed.module
        self.data = data
        self.text = parsed.module.code
        if self.encoded(self.text) != data:
            raise Unfixable("its bytes cannot be told from its text")
        self._positions = Positions(self.module)
        recording = _Recording(self.module, self.span)
        usual = sys.getrecursionlimit()
        sys.setrecursionlimit(max(usual, _DEEPEST))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.program = recording.program(shown)
            self.parents: dict[int, cst.CSTNode] = {}
            self._note_parents(self.module)
        except RecursionError as error:
            raise Unfixable("nested too deeply to be edited") from error
        finally:
            sys.setrecursionlimit(usual)
        self.helper = ""
        """What the function that sends requests is called in this file."""
        self.nodes = recording.nodes
        """For each register that a node makes, the node."""
        self._by_span: dict[Span, cst.CSTNode] | None = None
        self.places = recording.places
        """By the `id` of a node, the registers it fills."""

    def encoded(self, text: str) -> bytes:
        """Return a text as the file has it: in its encoding, with its byte order mark."""
        encoding = self.module.encoding
        data = text.encode(encoding)
        mark = b"\xef\xbb\xbf"
        return mark + data if self.data.startswith(mark) and not data.startswith(mark) else data

    def span(self, node: cst.CSTNode) -> Span:
        """Return where a node stands, in lines and columns."""
        return self._positions.span(node)

    def range(self, node: cst.CSTNode) -> tuple[int, int]:
        """Return where a node begins and ends in the text, without parentheses around it."""
        return self._positions.range(node)

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self._positions.line_start(offset)

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """Return what a node is a part of."""
        return self.parents.get(id(node))

    def above(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """Yield what a node is in, from the inside out."""
        current = self.parents.get(id(node))
        while current is not None:
            yield current
            current = self.parents.get(id(current))

    def statement(self, node: cst.CSTNode) -> cst.CSTNode:
        """Return the statement a node is in (for a header, the compound statement)."""
        for each in (node, *self.above(node)):
            if isinstance(each, (cst.BaseSmallStatement, cst.BaseCompoundStatement)):
                return each
        return self.module

    def node_at(self, span: Span) -> cst.CSTNode | None:
        """Return the literal or other expression that stands exactly there."""
        if self._by_span is None:
            self._by_span = {}
            for places in self.places.values():
                for place in places:
                    node = self.nodes.get(place)
                    if node is not None:
                        self._by_span.setdefault(self.span(node), node)
        return self._by_span.get(span)

    def _note_parents(self, root: cst.CSTNode) -> None:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            for child in node.children:
                self.parents[id(child)] = node
                waiting.append(child)


class _Recording(Lowering):
    """Lowers, and notes which node made which register."""

    def __init__(self, module: cst.Module, span: object) -> None:
        super().__init__(module, span)  # type: ignore[arg-type]  # a bound method of the tree
        self.nodes: dict[Place, cst.CSTNode] = {}
        self.places: dict[int, list[Place]] = {}

    def _note(self, node: cst.CSTNode, register: int) -> None:
        place = (self.builder.index, register)
        self.places.setdefault(id(node), []).append(place)
        if self.builder.code[register].span == self.span(node):
            self.nodes.setdefault(place, node)

    def expression(self, node: cst.CSTNode) -> int:
        register = super().expression(node)
        self._note(node, register)
        return register

    def arithmetic(self, node: cst.BinaryOperation, *, inner: bool = False) -> int:
        register = super().arithmetic(node, inner=inner)
        if inner:
            self._note(node, register)
        return register

    def range(self, node: cst.BooleanOperation) -> int | None:
        register = super().range(node)
        if register is not None:
            self._note(node, register)
        return register

    def assign(self, target: cst.CSTNode, value: int) -> None:
        super().assign(target, value)
        if isinstance(target, (cst.Attribute, cst.Subscript)):
            self._note(target, len(self.builder.code) - 1)

    def pattern(self, node: cst.MatchPattern, subject: int) -> None:
        super().pattern(node, subject)
        if isinstance(node, (cst.MatchValue, cst.MatchSingleton, cst.MatchOr)):
            register = len(self.builder.code) - 1
            if isinstance(self.builder.code[register], ir.Case):
                self._note(node, register)
