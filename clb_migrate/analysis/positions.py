"""Positions of all nodes of a tree, from one pass of LibCST's own code generator.

LibCST's position provider copies the tree and walks it through the metadata machinery; counting
lines and columns while the generator runs gives the same numbers for a third of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import libcst
from libcst._nodes.internal import CodegenState

from clb_migrate.findings import Span


class _CountingState(CodegenState):
    """A generator state that keeps no text, only where each node starts and ends."""

    def __init__(self, module: libcst.Module) -> None:
        super().__init__(module.default_indent, module.default_newline)
        self.line = 1
        self.column = 1
        self.spans: dict[int, Span] = {}
        self._starts: list[tuple[int, int]] = []

    def add_token(self, value: str) -> None:
        newlines = value.count("\n") or value.count("\r")
        if newlines:
            self.line += newlines
            self.column = len(value) - max(value.rfind("\n"), value.rfind("\r"))
        else:
            self.column += len(value)

    def add_indent_tokens(self) -> None:
        for token in self.indent_tokens:
            self.column += len(token)

    def pop_trailing_newline(self) -> None:
        """Nothing to take back: no token is kept."""

    def before_codegen(self, node: libcst.CSTNode) -> None:
        del node
        self._starts.append((self.line, self.column))

    def after_codegen(self, node: libcst.CSTNode) -> None:
        start = self._starts.pop()
        # A node that recorded its own syntactic position (without parentheses and
        # surrounding whitespace) keeps that one.
        self.spans.setdefault(id(node), Span(*start, self.line, self.column))

    @contextmanager
    def record_syntactic_position(
        self,
        node: libcst.CSTNode,
        *,
        start_node: libcst.CSTNode | None = None,
        end_node: libcst.CSTNode | None = None,
    ) -> Iterator[None]:
        start = (self.line, self.column)
        yield
        first = self.spans.get(id(start_node)) if start_node is not None else None
        last = self.spans.get(id(end_node)) if end_node is not None else None
        begin = (first.line, first.column) if first else start
        end = (last.end_line, last.end_column) if last else (self.line, self.column)
        self.spans[id(node)] = Span(*begin, *end)


def spans_of(module: libcst.Module) -> dict[int, Span]:
    """Return the span of every node of `module`, by the node's `id` (valid while it lives)."""
    state = _CountingState(module)
    module._codegen(state)
    return state.spans
