"""Which names belong to which function and loop, found in one walk before a module is lowered.

Python decides at compile time whether a name is a local, a captured local of an outer function, or
a global; lowering needs the answer before it meets the first use. It also needs to know, where a
loop or a comprehension begins, which names are bound further down in it.

The walk goes region by region: in a region, every name belongs to the same function and what is
bound is bound within the same loops.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

import libcst as cst


@dataclass(slots=True)
class Scope:
    """The names of one function (or of the module): what it binds, declares and uses."""

    parent: Scope | None
    bound: set[str] = field(default_factory=set)
    declared_global: set[str] = field(default_factory=set)
    declared_nonlocal: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    captured: set[str] = field(default_factory=set)
    """Own names that inner functions read."""
    rebound: set[str] = field(default_factory=set)
    """Own names that inner functions assign (`nonlocal`, or `global` at the top)."""

    def owns(self, name: str) -> bool:
        """Tell whether `name` is a local here."""
        return (
            name in self.bound
            and name not in self.declared_global
            and name not in self.declared_nonlocal
        )


class Scopes:
    """The scopes of one module; what it tells of a node holds while the module lives."""

    def __init__(self, module: cst.Module) -> None:
        top = Scope(None)
        self._scopes = {id(module): top}
        self._bound_below: dict[int, set[str]] = {}
        self._regions = [_Region(list(module.body), top)]
        while self._regions:
            self._walk(self._regions.pop())
        for scope in self._scopes.values():
            _tell_owner(scope, top)

    def scope(self, node: cst.Module | cst.FunctionDef | cst.Lambda) -> Scope:
        """Return the names of the module, of a function or of a lambda."""
        return self._scopes[id(node)]

    def bound_below(self, node: cst.CSTNode) -> set[str]:
        """Return the names a loop or comprehension binds, but for functions and classes in it."""
        return self._bound_below[id(node)]

    def _walk(self, region: _Region) -> None:
        """Walk one region; what belongs to others is put aside."""
        stack = region.nodes
        use = region.scope.used.add
        while stack:
            node = stack.pop()
            kind = type(node)
            if kind is cst.Name:
                use(node.value)
                continue
            if kind in _LOOPS:
                below = self._bound_below[id(node)] = set()
                self._regions.append(region.inside(_parts(node), below))
                if kind is cst.For:
                    names = set(target_names(node.target))
                    below.update(names)
                    region.bind(names)
            elif kind is cst.FunctionDef or kind is cst.Lambda:
                self._function(node, region)
            elif kind is cst.ClassDef:
                region.bind((node.name.value,))
                around = [*node.decorators, *(a.value for a in (*node.bases, *node.keywords))]
                self._regions.append(region.apart(around))
                self._regions.append(_Region([node.body], region.scope, in_class=True))
            else:
                if kind in _BINDING:
                    region.bind(_BINDING[kind](node))
                elif kind is cst.Global:
                    region.scope.declared_global.update(item.name.value for item in node.names)
                elif kind is cst.Nonlocal:
                    region.scope.declared_nonlocal.update(item.name.value for item in node.names)
                stack += _parts(node)

    def _function(self, node: Any, region: _Region) -> None:
        """Put aside what a function or lambda holds."""
        inner = self._scopes[id(node)] = Scope(region.scope)
        around: list[Any] = []
        for parameter in _parameters(node.params):
            inner.bound.add(parameter.name.value)
            if parameter.default is not None:
                around.append(parameter.default)
        if isinstance(node, cst.FunctionDef):
            around += node.decorators
            region.bind((node.name.value,))
        if around:
            self._regions.append(region.apart(around))
        self._regions.append(_Region([node.body], inner))


@dataclass(slots=True)
class _Region:
    """Nodes whose names belong together."""

    nodes: list[Any]
    scope: Scope
    in_class: bool = False
    """A class body's own names are attributes, not variables of the function around it."""
    loops: tuple[set[str], ...] = ()
    """For each loop and comprehension around the nodes, the names bound in it."""

    def bind(self, names: Iterable[str]) -> None:
        """Note names that a node of the region binds."""
        if self.loops:
            names = tuple(names)
            for below in self.loops:
                below.update(names)
        if not self.in_class:
            self.scope.bound.update(names)

    def inside(self, nodes: list[Any], below: set[str]) -> _Region:
        """Return the region of a loop within this one."""
        return _Region(nodes, self.scope, self.in_class, (*self.loops, below))

    def apart(self, nodes: list[Any]) -> _Region:
        """Return a region with what surrounds a definition here; loops do not look into it."""
        return _Region(nodes, self.scope, self.in_class)


def _tell_owner(scope: Scope, top: Scope) -> None:
    """Record in the owning scopes which of their names `scope` reads or assigns."""
    if scope is top:
        return
    top.rebound.update(scope.declared_global)
    if scope.parent is top:
        return
    for name in scope.used | scope.declared_nonlocal:
        if scope.owns(name):
            continue
        outer = scope.parent
        while outer is not None and outer is not top:
            if outer.owns(name):
                outer.captured.add(name)
                if name in scope.declared_nonlocal:
                    outer.rebound.add(name)
                break
            outer = outer.parent


def _parameters(parameters: cst.Parameters) -> Iterator[cst.Param]:
    yield from parameters.posonly_params
    yield from parameters.params
    if isinstance(parameters.star_arg, cst.Param):
        yield parameters.star_arg
    yield from parameters.kwonly_params
    if parameters.star_kwarg is not None:
        yield parameters.star_kwarg


_LAYOUT = (
    "whitespace",
    "leading_lines",
    "lines_after",
    "trailing_whitespace",
    "header",
    "footer",
    "lpar",
    "rpar",
    "lbracket",
    "rbracket",
    "lbrace",
    "rbrace",
    "comma",
    "semicolon",
    "annotation",
    "returns",
)
"""How the fields begin that hold layout, or annotations, which say nothing of variables."""

_PUNCTUATION = frozenset(
    {"asynchronous", "colon", "dot", "equal", "first_colon", "operator", "relative", "second_colon"}
)
"""Further fields without names in them."""


@cache
def _significant_fields(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    """Return the fields of a class of nodes that may hold names."""
    return tuple(
        f.name
        for f in fields(kind)
        if not f.name.startswith(_LAYOUT) and f.name not in _PUNCTUATION
    )


_PLAIN = frozenset({str, bool, type(None), cst.MaybeSentinel})


def _parts(node: cst.CSTNode) -> list[Any]:
    """Return the direct children of `node` that may hold names."""
    found: list[Any] = []
    for name in _significant_fields(type(node)):
        value = getattr(node, name)
        kind: type = type(value)
        if kind is tuple or kind is list:
            found += value
        elif kind not in _PLAIN:
            found.append(value)
    return found


_LOOPS = frozenset({cst.For, cst.While, cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp})


def target_names(target: cst.CSTNode) -> Iterator[str]:
    """Yield the plain names in an assignment target."""
    if type(target) is cst.Name:
        yield target.value
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from target_names(element.value)
    elif isinstance(target, cst.StarredElement):
        yield from target_names(target.value)


def _imported_names(node: cst.ImportAlias) -> Iterator[str]:
    """Yield the name that `import a.b` or `from a import b` binds; `as` is bound by itself."""
    root: cst.BaseExpression = node.name
    while isinstance(root, cst.Attribute):
        root = root.value
    if node.asname is None and isinstance(root, cst.Name):
        yield root.value


def _named(name: cst.Name | None) -> tuple[str, ...]:
    return (name.value,) if name is not None else ()


_BINDING: dict[type, Callable[[Any], Iterable[str]]] = {
    cst.AssignTarget: lambda node: target_names(node.target),
    cst.AnnAssign: lambda node: target_names(node.target),
    cst.AugAssign: lambda node: target_names(node.target),
    cst.NamedExpr: lambda node: target_names(node.target),
    cst.AsName: lambda node: target_names(node.name),
    cst.ImportAlias: _imported_names,
    cst.MatchAs: lambda node: _named(node.name),
    cst.MatchStar: lambda node: _named(node.name),
    cst.MatchMapping: lambda node: _named(node.rest),
}
"""The names that a node of a class itself (not what it holds) binds."""
