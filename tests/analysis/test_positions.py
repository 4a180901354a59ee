"""Positions agree with LibCST's own provider, which is slower."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from pathlib import Path

import libcst as cst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from clb_migrate.analysis import layouts, measuring
from clb_migrate.analysis.positions import Positions
from clb_migrate.findings import Span

FIRES = Path(__file__).parent.parent / "examples" / "fires"
EXAMPLES = sorted(
    path
    for path in FIRES.rglob("*.py")
    if path.stem != "__init__" and "python2" not in path.relative_to(FIRES).parts
)[::6]
LIBRARY = Path(sysconfig.get_path("stdlib"))
REAL = [
    LIBRARY / name
    for name in (
        "abc.py",
        "asyncio/taskgroups.py",
        "bdb.py",
        "calendar.py",
        "contextlib.py",
        "dis.py",
        "enum.py",
        "fractions.py",
        "graphlib.py",
        "heapq.py",
        "json/decoder.py",
        "this.py",
        "types.py",
        "unittest/case.py",
        "xml/etree/ElementTree.py",
    )
]
ASKED_FOR = (
    cst.BaseExpression,
    cst.BaseStatement,
    cst.BaseSmallStatement,
    cst.Decorator,
    cst.ImportAlias,
    cst.MatchPattern,
    cst.MatchKeywordElement,
    cst.MatchMappingElement,
    cst.MatchSequenceElement,
)

WHITESPACE = {
    "backslashes": (
        "x = 1 + \\\n    2\nif a and \\\n   b:\n  y = c \\\n . d\n"
        "def f(a)\\\n  ->  \\\n   int : return a\nz = 'a\\\nb' + f'c\\\n{d}' + e\n"
    ),
    "parentheses": (
        "(((x))) = ((( y )))\nz = ( ( a ) + ( b ) ) * ( ( c ) )\nw = ( f ) ( a ) . b\n"
        "u = ( a )[ ( b ) ]\nr = ( lambda : ( a ) )\ns = ( not ( a ) )\nn = [ ( * a , ) ]\n"
        "t = (  # why\n    'a'\n  'b'  # and\n\n  f'c' )\n"
        "f(a for a in b)\nf(\n  a ,\n  * b, ** c\n  ,)\n"
    ),
    "tabs": "if x:\n\ty = 1\n\tif z:\n\t\tw = [ 1, 2 ,\n\t\t\t3]\n\telse : v\n",
    "form feeds": "\x0cx = 1\n\x0c\ndef f(a , b = 1, * , c : int=2):\n\treturn a\n\x0c\ny\n",
    "semicolons": "a = 1; b = 2 ; c = 3;\nif a: b = 1; c = 2;\nclass A: x = 1 ;y = 2\na; b\n",
    "carriage returns and newlines": "x = 1\r\ndef f():\r\n  return '''a\r\nb''' + x\r\n\r\ny\r\n",
    "carriage returns": "x = 1\rdef f():\r  return '''a\rb''' + x\ry = f('a\\\rb')\r",
    "all line ends": "x = 1\r\ny = '''a\nb\r\nc\rd''' + z\nq = w\r\n",
    "no line end": "x = 1\nif x:\n    y = 2",
    "other alphabets": "é = 'é漢字😀' + ñ + f'{é}漢{x!r:>{w}}' + y\n",
    "blank lines": "def f():\n\n    # c\n\n    x = 1\n  # d\n    y = 2\n\n\n# e\nz = 3\n\n   # f\n",
    "comments before else": "if a:\n    b\n    # c\n  # d\n# e\nelse:\n    c\n\n# f\nx\n",
    "byte order mark": "\ufeffx = 1\ny\n",
}

SYNTAX = {
    "definitions": (
        "@a.b(  c )\n# hi\n@ d\n\n"
        "async def f ( self , / , * args , k : int = 1 , ** kw ) -> int :\n"
        "    async with a as b , c as ( d ) :\n        async for x in y : pass\n"
        "    return  ( yield  x )\n\n@x\nclass A ( B , metaclass = C , ** d ) :\n"
        "    '''doc'''\n    x : int = 1\n    y : str\ndef g ( a , / ) : await  f ( )\n"
    ),
    "compound statements": (
        "try :\n    a\nexcept A :\n    b\nexcept ( B , C ) as d :\n    e\nexcept :\n    f\nelse :\n"
        "    g\nfinally :\n    h\ntry: a\nexcept * B as c: d\nwith ( a as b , c , ) :\n    d\n"
        "while a : \n    break\n    continue\nelse :\n    b\nfor a , b in c , d :\n    pass\n"
        "else : pass\nif a :\n    b\nelif ( c ) :\n    d\nelif(e): f\nelse :\n    g\n"
    ),
    "simple statements": (
        "x, *y = z = w\n[x, y] = z\nx += 1\nx . y -= 2\ndel x , y\ndel(x)\n"
        "assert a , b\nassert(a)\n"
        "raise a from b\nraise\nglobal g , h\nnonlocal i\nimport a . b as c , d\n"
        "from . a import ( b as c , d , )\nfrom .. import x\nfrom a import *\nfrom ... a import b\n"
    ),
    "expressions": (
        "x = a if b else c\nx = lambda a , * b , c = 1 , ** d : ( a )\nx = lambda : 0\n"
        "x = a not  in b is  not c < d\nx = [ a for a in b if c if d for e in f ]\nx = - ~ + 1\n"
        "x = { a : b for a in b }\nx = { ** a , b : c }\nx = { 1 , * a }\nx = { a for a in b }\n"
        "x = ( a for a in b )\nx = a [ 1 : 2 : 3 , ... , * b ]\nx = a[ : ]\n"
        "x = 'a' \"b\" f'c{ d = }'\n"
        "x = ( a := 1 )\nx = ()\nx = 1,\nx = 1.5e3 + 2j + 0o17\nx = a or not b and c\n"
        "x = [ i async for i in a if await b ]\n"
        "x = yield from  a\nx = f'''\n{ a\n  + b !s:>{ w }.{p}}{{c}}\nd''' + e\nx = a <= b != c\n"
    ),
    "patterns": (
        "match x, y:\n    case [1, *a, 2] if a:\n        pass\n    case (1 | 2) as b: pass\n"
        "    case {'a': 1, 'b': c, **rest}:\n        pass\n    case A(1, x = 2, ): pass\n"
        "    case -1 | None | 'a' 'b': pass\n    case [ ] | ( ): pass\n    case _: pass\n\nz = 1\n"
    ),
    "types": (
        "def f[T: int, *Ts](a: T = 1, *args: *Ts) -> (T): pass\ntype X[T] = list[T]\n"
        "class A[T](B): pass\nx\n"
    ),
}


def expected_spans(module: cst.Module) -> Iterator[tuple[cst.CSTNode, Span]]:
    """Yield the nodes that may be asked for, and what LibCST's provider says of them."""
    provided = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    for node, place in provided.items():
        if isinstance(node, ASKED_FOR):
            start, end = place.start, place.end
            yield node, Span(start.line, start.column + 1, end.line, end.column + 1)


def assert_spans_agree(module: cst.Module) -> None:
    positions = Positions(module)
    compared = 0
    for node, expected in expected_spans(module):
        assert positions.span(node) == expected, cst.Module([]).code_for_node(node)
        compared += 1
    assert compared > 2


@pytest.mark.parametrize("path", EXAMPLES + REAL, ids=lambda path: path.stem)
def test_spans_are_those_of_the_provider(path: Path) -> None:
    assert_spans_agree(cst.parse_module(path.read_bytes()))


@pytest.mark.parametrize("code", WHITESPACE.values(), ids=WHITESPACE.keys())
def test_odd_whitespace(code: str) -> None:
    assert_spans_agree(cst.parse_module(code.encode()))


@pytest.mark.parametrize("code", SYNTAX.values(), ids=SYNTAX.keys())
def test_all_syntax(code: str) -> None:
    assert_spans_agree(cst.parse_module(code))


@pytest.mark.parametrize("code", SYNTAX.values(), ids=SYNTAX.keys())
def test_every_layout_can_be_left_to_the_generator(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As with a LibCST in which other classes are new, or have other fields.
    for kind in (
        cst.Call,
        cst.ClassDef,
        cst.IndentedBlock,
        cst.Assign,
        cst.Try,
        cst.Dict,
        cst.Name,
    ):
        monkeypatch.setitem(measuring._MEASURES, kind, measuring._generate)
        assert_spans_agree(cst.parse_module(code))


def test_the_layouts_fit_the_installed_libcst() -> None:
    unfit = [
        kind.__name__
        for kind in layouts.LAYOUTS
        if measuring._MEASURES[kind] is measuring._generate
    ]
    assert not unfit


def test_a_layout_with_other_fields_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    changed: dict[type[cst.CSTNode], str] = {cst.Name: "lpar* < value$ > rpar* suffix"}
    monkeypatch.setattr(measuring, "LAYOUTS", changed)
    assert measuring._Measures()[cst.Name] is measuring._generate


def test_columns_count_characters() -> None:
    module = cst.parse_module('x = "é" + name\r\ny = 1\r\n')
    spans = {(span.line, span.column) for _, span in expected_spans(module)}
    assert {(1, 11), (2, 5)} <= spans
    assert_spans_agree(module)
