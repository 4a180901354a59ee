"""Which names a function owns and shares, and what its loops bind."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst
import pytest

from clb_migrate.analysis.scopes import Scope, Scopes


def nodes_of(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    yield node
    for child in node.children:
        yield from nodes_of(child)


def scopes_by_name(code: str) -> dict[str, Scope]:
    module = cst.parse_module(code)
    scopes = Scopes(module)
    found = {"": scopes.scope(module)}
    for node in nodes_of(module):
        if isinstance(node, cst.FunctionDef):
            found[node.name.value] = scopes.scope(node)
        elif isinstance(node, cst.Lambda):
            found["lambda"] = scopes.scope(node)
    return found


def bound_below(code: str, *kinds: type[cst.CSTNode]) -> list[set[str]]:
    module = cst.parse_module(code)
    scopes = Scopes(module)
    return [scopes.bound_below(node) for node in nodes_of(module) if isinstance(node, kinds)]


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("a = b", {"a"}),
        ("a, (b, *c) = d", {"a", "b", "c"}),
        ("a.b = a[0] = c", set()),
        ("a += 1", {"a"}),
        ("a: int", {"a"}),
        ("for a in b: c = 1", {"a", "c"}),
        ("with a as b: pass", {"b"}),
        ("import a.b, c as d", {"a", "d"}),
        ("from a import b, c as d", {"b", "d"}),
        ("print(a := 1)", {"a"}),
        ("def a(b): c = 1", {"a"}),
        ("class a(b): c = 1", {"a"}),
        ("try: pass\n    except a as b: pass", {"b"}),
        ("match a:\n        case [b, *c, {'d': e, **f}, g(h=i)] as j: pass", set("bcefij")),
    ],
)
def test_what_a_statement_binds(statement: str, names: set[str]) -> None:
    assert scopes_by_name(f"def f():\n    {statement}\n")["f"].bound == names


def test_a_captured_name() -> None:
    scopes = scopes_by_name(
        "def f(a, b):\n    c = 1\n    def g(b):\n        nonlocal c\n        c = a + b\n"
    )
    assert scopes["f"].captured == {"a", "c"}
    assert scopes["f"].rebound == {"c"}
    assert scopes["g"].captured == set()


def test_a_global_assigned_in_a_function() -> None:
    scopes = scopes_by_name("a = 1\ndef f():\n    global a\n    a = 2\n")
    assert scopes[""].rebound == {"a"}
    assert not scopes["f"].owns("a")


def test_the_names_of_a_class_are_no_variables() -> None:
    scopes = scopes_by_name("def f():\n    class A:\n        a = 1\n        def g(self): b = a\n")
    assert scopes["f"].bound == {"A"}
    assert scopes["g"].bound == {"self", "b"}


def test_defaults_belong_to_the_function_around() -> None:
    scopes = scopes_by_name("def f(a):\n    return lambda b=(c := a): b\n")
    assert scopes["f"].bound == {"a", "c"}
    assert scopes["lambda"].bound == {"b"}


def test_what_loops_bind() -> None:
    code = (
        "def f():\n"
        "    for a in b:\n"
        "        c = 1\n"
        "        while d:\n"
        "            e = 2\n"
        "            def g(): h = 3\n"
        "            class I: j = 4\n"
        "    k = 5\n"
    )
    assert bound_below(code, cst.For, cst.While) == [
        {"a", "c", "e", "g", "I"},
        {"e", "g", "I"},
    ]


def test_what_a_loop_in_a_class_binds() -> None:
    assert bound_below("class A:\n    for a in b: c = a\n", cst.For) == [{"a", "c"}]


def test_what_comprehensions_bind() -> None:
    code = "x = [(a := b) for b in c if any((d := e) for e in b)]\n"
    assert bound_below(code, cst.ListComp, cst.GeneratorExp) == [{"a", "d"}, {"d"}]
