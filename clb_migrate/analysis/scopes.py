"""Which names belong to which function, found in one walk before a module is lowered.

Python decides at compile time whether a name is a local, a captured local of an outer function, or
a global; lowering needs the answer before it meets the first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import cache

import libcst as cst

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


@cache
def _significant_fields(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if not f.name.startswith(_LAYOUT))


def children(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield the direct children of `node` that carry meaning, in source order."""
    for name in _significant_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, cst.CSTNode):
            yield value
        elif isinstance(value, (list, tuple)):
            for item in value:
                if isinstance(item, cst.CSTNode):
                    yield item


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


def scopes_of(module: cst.Module) -> dict[int, Scope]:
    """Return the scope of the module and of every function and lambda, by the node's `id`."""
    found: dict[int, Scope] = {}
    top = Scope(None)
    found[id(module)] = top
    # A class body's own names are attributes, not variables of the function around it.
    stack: list[tuple[cst.CSTNode, Scope, bool]] = [(node, top, False) for node in module.body]
    while stack:
        node, scope, in_class = stack.pop()
        kind = type(node)
        if kind is cst.Name:
            scope.used.add(node.value)  # type: ignore[attr-defined]  # narrowed by identity, for speed
            continue
        if isinstance(node, (cst.FunctionDef, cst.Lambda)):
            inner = Scope(scope)
            found[id(node)] = inner
            for parameter in _parameters(node.params):
                inner.bound.add(parameter.name.value)
                if parameter.default is not None:
                    stack.append((parameter.default, scope, in_class))
            stack.append((node.body, inner, False))
            if isinstance(node, cst.FunctionDef):
                stack.extend((d, scope, in_class) for d in node.decorators)
                if not in_class:
                    scope.bound.add(node.name.value)
            continue
        if isinstance(node, cst.ClassDef):
            if not in_class:
                scope.bound.add(node.name.value)
            stack.extend((d, scope, in_class) for d in node.decorators)
            stack.extend((a.value, scope, in_class) for a in (*node.bases, *node.keywords))
            stack.append((node.body, scope, True))
            continue
        if isinstance(node, cst.Global):
            scope.declared_global.update(item.name.value for item in node.names)
        elif isinstance(node, cst.Nonlocal):
            scope.declared_nonlocal.update(item.name.value for item in node.names)
        elif not in_class:
            scope.bound.update(bound_here(node))
        stack.extend((child, scope, in_class) for child in children(node))
    for scope in found.values():
        _tell_owner(scope, top)
    return found


def _tell_owner(scope: Scope, top: Scope) -> None:
    """Record in the owning scopes which of their names `scope` reads or assigns."""
    if scope is top:
        return
    top.rebound.update(scope.declared_global)
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


def bound_here(node: cst.CSTNode) -> Iterator[str]:
    """Yield the names that `node` itself (not what it holds) binds."""
    match node:
        case cst.AssignTarget() | cst.AnnAssign() | cst.AugAssign() | cst.For() | cst.NamedExpr():
            yield from target_names(node.target)
        case cst.AsName() | cst.CompFor():
            target = node.name if isinstance(node, cst.AsName) else None
            if target is not None:
                yield from target_names(target)
        case cst.ImportAlias() if node.asname is None and isinstance(node.name, cst.Name):
            yield node.name.value
        case cst.ImportAlias() if node.asname is None:
            root: cst.BaseExpression = node.name
            while isinstance(root, cst.Attribute):
                root = root.value
            if isinstance(root, cst.Name):
                yield root.value
        case cst.MatchAs() | cst.MatchStar() if node.name is not None:
            yield node.name.value
        case cst.MatchMapping() if node.rest is not None:
            yield node.rest.value
        case _:
            pass


def target_names(target: cst.CSTNode) -> Iterator[str]:
    """Yield the plain names in an assignment target."""
    match target:
        case cst.Name():
            yield target.value
        case cst.Tuple() | cst.List():
            for element in target.elements:
                yield from target_names(element.value)
        case cst.StarredElement():
            yield from target_names(target.value)
        case _:
            pass


def names_bound_below(node: cst.CSTNode) -> set[str]:
    """Return the names that `node` and what it holds bind, not entering functions or classes."""
    found: set[str] = set()
    stack = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, (cst.FunctionDef, cst.ClassDef)):
            found.add(current.name.value)
            continue
        if isinstance(current, cst.Lambda):
            continue
        found.update(bound_here(current))
        stack.extend(children(current))
    return found
