"""Where a file binds its names: which one a use means, and which new ones are free."""

from __future__ import annotations

import re
from collections.abc import Iterable

import libcst as cst

from clb_migrate.fixes.tree import Tree

_SCOPES = (cst.FunctionDef, cst.Lambda, cst.ClassDef, cst.Module)
_COMPREHENSIONS = (cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp)


class Bindings:
    """The places where names of one file get their values."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._bound: dict[tuple[int, str], list[cst.CSTNode]] = {}
        self._odd: set[str] = set()
        """Names that are declared global or nonlocal, or deleted."""
        waiting: list[cst.CSTNode] = [tree.module]
        while waiting:
            node = waiting.pop()
            self._note(node)
            waiting.extend(node.children)

    def names(self) -> set[str]:
        """Return the names that the file binds anywhere."""
        return {name for _, name in self._bound} | self._odd

    def only_binding(self, node: cst.Name) -> cst.CSTNode | None:
        """Return the one place that binds what a name reads; None where there are several."""
        if node.value in self._odd:
            return None
        inner = True
        for scope in self.tree.above(node):
            if not isinstance(scope, (*_SCOPES, *_COMPREHENSIONS)):
                continue
            if isinstance(scope, cst.ClassDef) and not inner:
                continue
            inner = inner and isinstance(scope, _COMPREHENSIONS)
            found = self._bound.get((id(scope), node.value))
            if found is not None:
                return found[0] if len(found) == 1 else None
        return None

    def global_binding(self, name: str) -> cst.CSTNode | None:
        """Return the one place that binds a global; None where there are several."""
        found = self._bound.get((id(self.tree.module), name), [])
        return found[0] if len(found) == 1 and name not in self._odd else None

    def clashes(self, name: str, module: str) -> bool:
        """Tell whether a name is bound to anything else than the one of that module."""
        if name in self._odd:
            return True
        for (_, bound), nodes in self._bound.items():
            if bound != name:
                continue
            for node in nodes:
                above = self.tree.parent(node)
                if not isinstance(node, cst.ImportAlias) or not isinstance(above, cst.ImportFrom):
                    return True
                if above.module is None or above.relative:
                    return True
                if cst.Module([]).code_for_node(above.module).strip() != module:
                    return True
        return False

    def _bind(self, name: str, node: cst.CSTNode, around: cst.CSTNode | None = None) -> None:
        scope = around
        if scope is None:
            for scope in self.tree.above(node):
                if isinstance(scope, _SCOPES):
                    break
        self._bound.setdefault((id(scope), name), []).append(node)

    def _targets(self, target: cst.CSTNode) -> Iterable[cst.Name]:
        match target:
            case cst.Name():
                yield target
            case cst.Tuple() | cst.List():
                for element in target.elements:
                    yield from self._targets(element.value)
            case _:
                pass

    def _note(self, node: cst.CSTNode) -> None:
        match node:
            case cst.AssignTarget(target) | cst.AnnAssign(target) | cst.AugAssign(target):
                for each in self._targets(target):
                    self._bind(each.value, node)
            case cst.NamedExpr(target) | cst.For(target):
                for each in self._targets(target):
                    self._bind(each.value, node)
            case cst.CompFor(target):
                for each in self._targets(target):
                    owner = next(
                        (a for a in self.tree.above(node) if isinstance(a, _COMPREHENSIONS)), None
                    )
                    self._bind(each.value, node, owner)
            case cst.AsName(name):
                for each in self._targets(name):
                    self._bind(each.value, node)
            case cst.ImportAlias(asname=None, name=name):
                first: cst.CSTNode = name
                while isinstance(first, cst.Attribute):
                    first = first.value
                if isinstance(first, cst.Name):
                    self._bind(first.value, node)
            case cst.FunctionDef(name) | cst.ClassDef(name):
                self._bind(name.value, node, self._outer(node))
            case cst.Param(name):
                self._bind(name.value, node)
            case cst.Global(names) | cst.Nonlocal(names):
                self._odd.update(item.name.value for item in names)
            case cst.Del(target):
                self._odd.update(each.value for each in self._targets(target))
            case cst.MatchAs(name=cst.Name(value)) | cst.MatchStar(name=cst.Name(value)):
                self._odd.add(value)
            case _:
                pass

    def _outer(self, node: cst.CSTNode) -> cst.CSTNode | None:
        return next((a for a in self.tree.above(node) if isinstance(a, _SCOPES)), None)


def free_name(wanted: Iterable[str], texts: Iterable[str]) -> str | None:
    """Return the first of some names that occurs nowhere in these texts, in code or otherwise."""
    searched = [*texts]
    for name in wanted:
        if not any(re.search(rf"\b{re.escape(name)}\b", text) for text in searched):
            return name
    return None
