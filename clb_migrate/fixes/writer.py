"""From rewrites of single nodes to the new text of a file.

A rewrite replaces one expression by text that may hold the (rewritten) text of parts of it; all
that nobody rewrites is copied from the source as it stands. Parentheses are added where the new
text binds less tightly than its place needs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

import libcst as cst

from clb_migrate.fixes.tree import Tree

ANY, CONDITION, OR, AND, NOT, COMPARISON, ARITHMETIC, ATOM = range(8)
"""How tightly text binds: a larger number more tightly."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of an expression, and how tightly its outermost operator binds."""

    text: str
    level: int = ATOM


Write = Callable[["Writer"], Piece]


@dataclass(frozen=True, slots=True)
class Insertion:
    """Text in place of a stretch of the source, between statements (or in front of one)."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Pending:
    """What is to be rewritten in one file."""

    nodes: dict[int, tuple[cst.CSTNode, Write]] = field(default_factory=dict)
    insertions: list[Insertion] = field(default_factory=list)


class Writer:
    """Writes one file anew."""

    def __init__(self, tree: Tree, pending: Pending) -> None:
        self.tree = tree
        self._nodes = pending.nodes
        self._insertions = sorted(pending.insertions, key=lambda each: (each.start, each.end))
        self._order: list[tuple[int, int, cst.CSTNode]] = sorted(
            ((*tree.range(node), node) for node, _ in pending.nodes.values()),
            key=lambda each: (each[0], -each[1]),
        )
        self._starts = [start for start, _, _ in self._order]
        self._active: set[int] = set()
        self.quote = _usual_quote(tree.text)

    # -- the whole file ---------------------------------------------------------------------

    def written(self) -> str:
        """Return the new text of the file."""
        return self._copied(0, len(self.tree.text), None)

    # -- parts, for rewrites ----------------------------------------------------------------

    def quotes(self, node: cst.CSTNode) -> str:
        """Return the quotation mark to use for new strings within a node."""
        for each in self.tree.above(node):
            if isinstance(each, cst.FormattedString):
                return "'" if '"' in each.start else '"'
        return self.quote

    def quoted(self, text: str, node: cst.CSTNode) -> str:
        """Return a string literal to stand at a node."""
        mark = self.quotes(node)
        return f"{mark}{text}{mark}"

    def piece(self, node: cst.CSTNode) -> Piece:
        """Return the new text of an expression, without parentheses around it."""
        entry = self._nodes.get(id(node))
        if entry is not None and id(node) not in self._active:
            self._active.add(id(node))
            try:
                return entry[1](self)
            finally:
                self._active.discard(id(node))
        start, end = self.tree.range(node)
        return Piece(self._copied(start, end, node), level_of(node))

    def text(self, node: cst.CSTNode, least: int = ANY) -> str:
        """Return the new text of an expression as an operand of something that binds `least`."""
        piece = self.piece(node)
        held = bool(getattr(node, "lpar", None))
        broken = "\n" in piece.text and (piece.level < ATOM or held)
        needed = held and isinstance(node, (cst.Tuple, cst.GeneratorExp, cst.NamedExpr, cst.Yield))
        return f"({piece.text})" if piece.level < least or broken or needed else piece.text

    def moved(self, node: cst.CSTNode, to: cst.CSTNode) -> str:
        """Return the new text of an expression that will begin on the line where `to` begins.

        Its further lines move with it, unless a text goes over several of them.
        """
        text = self.text(node)
        indents = []
        for each in (node, to):
            start, _ = self.tree.range(each)
            line = self.tree.text[self.tree.line_start(start) : start]
            indents.append(line[: len(line) - len(line.lstrip())])
        deep, shallow = indents
        extra = len(deep) - len(shallow)
        if extra <= 0 or "\n" not in text or not deep.startswith(shallow):
            return text
        if any(mark in text for mark in ('"""', "'''", "\\\n")):
            return text
        first, *rest = text.split("\n")
        if not all(line.startswith(deep) or not line.strip() for line in rest):
            return text
        return "\n".join([first, *(line[extra:] if line.strip() else line for line in rest)])

    def source(self, start: int, end: int) -> str:
        """Return a stretch of the source with what is rewritten in it."""
        return self._copied(start, end, None)

    # -- copying ----------------------------------------------------------------------------

    def _copied(self, start: int, end: int, within: cst.CSTNode | None) -> str:
        parts: list[str] = []
        at = start
        insertions = (
            [each for each in self._insertions if start <= each.start and each.end <= end]
            if within is None
            else []
        )
        upcoming = 0
        place = bisect_left(self._starts, start)
        while place < len(self._order):
            node_start, node_end, node = self._order[place]
            if node_start > end:
                break
            place += 1
            if node_start < at or node_end > end or node is within or id(node) in self._active:
                continue
            while upcoming < len(insertions) and insertions[upcoming].start <= node_start:
                at = self._inserted(insertions[upcoming], at, parts)
                upcoming += 1
            if node_start < at:
                continue
            text = self.tree.text
            new = self._in_place(node)
            if _touches(text[node_start - 1 : node_start], new[:1]):
                new = f" {new}"
            if _touches(new[-1:], text[node_end : node_end + 1]):
                new = f"{new} "
            parts += (text[at:node_start], new)
            at = node_end
        for each in insertions[upcoming:]:
            at = self._inserted(each, at, parts)
        parts.append(self.tree.text[at:end])
        return "".join(parts)

    def _inserted(self, insertion: Insertion, at: int, parts: list[str]) -> int:
        if insertion.start < at:
            return at
        parts.append(self.tree.text[at : insertion.start])
        parts.append(insertion.text)
        return insertion.end

    def _in_place(self, node: cst.CSTNode) -> str:
        """Return the new text of a node, in parentheses where its place needs them."""
        piece = self.piece(node)
        if getattr(node, "lpar", None):
            return piece.text
        if piece.level < needed_at(self.tree, node):
            return f"({piece.text})"
        return piece.text


def _touches(left: str, right: str) -> bool:
    """Tell whether two characters side by side would become one word."""
    return bool(left and right) and all(c.isalnum() or c == "_" for c in (left, right))


def needed_at(tree: Tree, node: cst.CSTNode) -> int:
    """Return how tightly an expression must bind to stand where a node stands."""
    parent = tree.parent(node)
    match parent:
        case cst.Attribute() | cst.Await():
            return ATOM
        case cst.Subscript():
            return ATOM if parent.value is node else ANY
        case cst.Call():
            return ATOM if parent.func is node else ANY
        case cst.BinaryOperation():
            return ATOM
        case cst.UnaryOperation():
            return NOT if isinstance(parent.operator, cst.Not) else ATOM
        case cst.Comparison() | cst.ComparisonTarget():
            return ARITHMETIC
        case cst.BooleanOperation():
            return NOT if isinstance(parent.operator, cst.And) else AND
        case cst.IfExp():
            return ANY if parent.orelse is node else OR
        case cst.StarredElement() | cst.StarredDictElement():
            return ARITHMETIC
        case cst.CompFor() | cst.CompIf():
            return OR
        case _:
            return ANY


def level_of(node: cst.CSTNode) -> int:
    """Return how tightly the outermost operator of an expression of the source binds."""
    match node:
        case cst.IfExp() | cst.Lambda() | cst.NamedExpr() | cst.Yield() | cst.Tuple():
            return ANY
        case cst.GeneratorExp():
            return ATOM
        case cst.BooleanOperation():
            return AND if isinstance(node.operator, cst.And) else OR
        case cst.UnaryOperation():
            return NOT if isinstance(node.operator, cst.Not) else ARITHMETIC
        case cst.Comparison():
            return COMPARISON
        case cst.BinaryOperation() | cst.Await():
            return ARITHMETIC
        case cst.ConcatenatedString():
            return ARITHMETIC
        case cst.Integer() | cst.Float():
            return ARITHMETIC
        case _:
            return ATOM


def _usual_quote(text: str) -> str:
    """Return the quotation mark a file uses more often; double ones where it has none."""
    single, double = text.count("'"), text.count('"') - 3 * text.count('"""')
    return "'" if single > double else '"'
