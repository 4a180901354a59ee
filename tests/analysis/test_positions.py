"""Positions agree with LibCST's own provider, which is slower."""

from __future__ import annotations

from pathlib import Path

import libcst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from clb_migrate.analysis.positions import spans_of
from clb_migrate.findings import Span

FIRES = Path(__file__).parent.parent / "examples" / "fires"
EXAMPLES = sorted(path for path in FIRES.rglob("*.py") if path.stem != "__init__")[::6]
NODES = (libcst.BaseExpression, libcst.BaseStatement, libcst.BaseSmallStatement)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_spans_are_those_of_the_provider(path: Path) -> None:
    module = libcst.parse_module(path.read_bytes())
    expected = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    spans = spans_of(module)
    compared = 0
    for node, place in expected.items():
        if isinstance(node, NODES):
            start, end = place.start, place.end
            assert spans[id(node)] == Span(
                start.line, start.column + 1, end.line, end.column + 1
            ), libcst.Module([]).code_for_node(node)
            compared += 1
    assert compared > 10


def test_columns_count_characters() -> None:
    module = libcst.parse_module('x = "é" + name\r\ny = 1\r\n')
    spans = {(span.line, span.column) for span in spans_of(module).values()}
    assert (1, 11) in spans
    assert (2, 5) in spans
