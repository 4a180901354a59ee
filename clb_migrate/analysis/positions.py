"""Where the nodes of a tree stand: what LibCST's position provider tells, in a tenth of its time.

Only the nodes whose place may be asked for, expressions and statements above all, are remembered,
as two offsets; lines and columns are counted when they are asked for.
"""

from __future__ import annotations

from bisect import bisect_right

import libcst as cst

from clb_migrate.analysis.measuring import Walk
from clb_migrate.findings import Span


class Positions:
    """The places of the nodes of one module, valid while the module lives."""

    def __init__(self, module: cst.Module) -> None:
        walk = Walk(module)
        self._offsets = walk.offsets
        self._lines = walk.lines

    def span(self, node: cst.CSTNode) -> Span:
        """Return where `node` stands: an expression, a statement, or a part of one that binds.

        Raises `KeyError` for a node of another module, and for punctuation and the like.
        """
        start, end = self._offsets[id(node)]
        lines = self._lines
        line = bisect_right(lines, start)
        first = lines[line - 1]
        if line == len(lines) or end < lines[line]:
            return Span(line, start - first + 1, line, end - first + 1)
        end_line = bisect_right(lines, end)
        return Span(line, start - first + 1, end_line, end - lines[end_line - 1] + 1)

    def range(self, node: cst.CSTNode) -> tuple[int, int]:
        """Return where `node` begins and ends, as offsets into the module's text.

        Raises `KeyError` as `span` does.
        """
        return self._offsets[id(node)]

    def line_start(self, offset: int) -> int:
        """Return the offset where the line of an offset begins."""
        return self._lines[bisect_right(self._lines, offset) - 1]
