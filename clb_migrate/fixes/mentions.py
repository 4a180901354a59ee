"""Strings that name what migrates: tests put mocks in the place of a client's class by its name.

A mock that only stands there is told the new name. One that gives answers of API 2.0, or looks at
what it was called with, makes the flows of the module it is put into a matter for people. Tests
are mostly no part of what was solved, so all files of the project are looked through for the names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis.literals import literal
from clb_migrate.analysis.modules import member_name
from clb_migrate.analysis.project import Project
from clb_migrate.analysis.values import Call
from clb_migrate.findings import Location, Span
from clb_migrate.fixes.results import Reason
from clb_migrate.fixes.study import Note, Rewrite
from clb_migrate.fixes.tree import Tree, Unfixable
from clb_migrate.fixes.writer import Piece, Writer
from clb_migrate.source.imports import imports_in

if TYPE_CHECKING:
    from clb_migrate.fixes.uses import Uses

_PATCHING = (b"patch", b"setattr")
_TELLING = frozenset(
    (
        *("call", "generateUrl", "side_effect", "call_args", "call_args_list", "mock_calls"),
        *("method_calls", "assert_called_with", "assert_called_once_with", "assert_any_call"),
        *("assert_has_calls",),
    )
)
"""Attributes by which a test gives a mock answers, or looks at what it got."""
_ANSWERING = frozenset(("return_value", "side_effect"))
_HARMLESS = frozenset(("autospec", "create", "spec", "spec_set"))
"""Arguments of a patch that say nothing of answers."""


class Mentions:
    """The strings of one project that name things of one solved group of modules."""

    def __init__(self, uses: Uses, project: Project, trees: Callable[[int], Tree | Unfixable]):
        self.uses = uses
        self.study = uses.study
        self.project = project
        self.trees = trees

    def run(self) -> None:
        """Note what strings have to change, or stand in the way."""
        classes = self.uses.clients.classes()
        if not classes:
            return
        functions = self._functions()
        legacy = {name for names in classes.values() for name in names}
        named = _quoted({*legacy, *(name for _, name in functions)})
        modules = {*classes, *(program for program, _ in functions)}
        for index in range(len(self.project.files)):
            data = self.project.read(index) or b""
            if not any(word in data for word in _PATCHING):
                continue
            # Parsing takes long, and names such as `get` are everywhere.
            dotted = {match.group(1) == b"." for match in named.finditer(data)}
            if not dotted:
                continue
            if True not in dotted and not modules & {index, *self._imported(index, data)}:
                continue
            tree = self.trees(index)
            if isinstance(tree, Unfixable):
                self._unreadable(index, data, classes, str(tree))
                continue
            self._file(index, tree, data, classes, functions)

    def _functions(self) -> dict[tuple[int, str], set[Call]]:
        """Return the functions whose results are others in API 3.0."""
        found: dict[tuple[int, str], set[Call]] = {}
        for frame in self.study.solver.frames:
            returned = self.study.solver.heap.get(("frame", frame.index), ("return",))
            calls = self.study.calls_in(returned) if returned else set()
            if calls and frame.value.function:
                name = self.study.solver.function(frame.value).name
                found.setdefault((frame.value.program, name), set()).update(calls)
        return found

    # -- one file ---------------------------------------------------------------------------

    def _file(
        self,
        index: int,
        tree: Tree,
        data: bytes,
        classes: Mapping[int, Mapping[str, set[Call]]],
        functions: Mapping[tuple[int, str], set[Call]],
    ) -> None:
        telling, answering = _attributes(tree)
        imported = set(self._imported(index, data)) | {index}
        for node, text in _texts(tree):
            call = _call_with(tree, node)
            module, _, name = text.rpartition(".")
            program = self.study.solver.modules.resolve(index, module) if module else None
            patched = call is not None and _is_patch(call)
            if module and program is None and self._is_sdk(text):
                if patched:
                    every = {c for n in classes.values() for each in n.values() for c in each}
                    self._block(every, index, tree.span(node), f"{text} is replaced by a mock")
                continue
            if program is not None and name in classes.get(program, ()):
                calls = classes[program][name]
                if not patched or call is None or telling or not _only_replaces(call, node):
                    self._mocked(calls, index, tree, node, name)
                else:
                    self._rename(calls, index, node, program, name)
            elif program is not None and (program, name) in functions and call is not None:
                if patched and (answering or not _only_replaces(call, node)):
                    self._mocked(functions[program, name], index, tree, node, f"{name}()")
            elif not module:
                self._bare(index, tree, node, text, call, imported, classes, functions, telling)

    def _bare(
        self,
        index: int,
        tree: Tree,
        node: cst.SimpleString,
        name: str,
        call: cst.Call | None,
        imported: Iterable[int],
        classes: Mapping[int, Mapping[str, set[Call]]],
        functions: Mapping[tuple[int, str], set[Call]],
        telling: bool,
    ) -> None:
        """A name without its module, as in `patch.object(tool, "QcloudApi")`."""
        for program in sorted(imported):
            if name in classes.get(program, ()):
                calls = classes[program][name]
                if call is None or not _is_patch(call) or not _is_second(call, node):
                    self._block(
                        calls,
                        index,
                        tree.span(node),
                        f"{name} is named in a text, perhaps to patch it by a name put together",
                        "patch it by its whole name, or migrate by hand",
                    )
                elif telling or not _only_replaces(call, node):
                    self._mocked(calls, index, tree, node, name)
                else:
                    self._rename(calls, index, node, program, name)
            elif (program, name) in functions and _replaces_second(call, node):
                self._mocked(functions[program, name], index, tree, node, f"{name}()")

    def _imported(self, index: int, data: bytes) -> Iterator[int]:
        resolve = self.study.solver.modules.resolve
        for module, name in imports_in(data):
            for dotted in (module, member_name(module, name) if name else module):
                found = resolve(index, dotted)
                if found is not None:
                    yield found

    def _is_sdk(self, text: str) -> bool:
        return self.study.solver.names.legacy_client(text) is not None

    # -- what becomes of it -----------------------------------------------------------------

    def _rename(
        self, calls: set[Call], index: int, node: cst.SimpleString, program: int, name: str
    ) -> None:
        """Let a text name the class of API 3.0 once all requests of the module migrate."""
        new = self.uses.clients.local_name(program, self.study.rules.sdk.current.client)
        head, _, tail = node.value.rpartition(name)
        text = f"{head}{new}{tail}"

        def write(writer: Writer) -> Piece:
            del writer
            return Piece(text)

        known = self.study.rewrites.setdefault(
            (index, id(node)), Rewrite(node, ("mention", text), write)
        )
        known.calls |= calls
        self.study.merge(known.calls)

    def _mocked(
        self, calls: Iterable[Call], index: int, tree: Tree, node: cst.CSTNode, name: str
    ) -> None:
        self._block(
            calls,
            index,
            tree.span(node),
            f"a mock takes the place of {name}, and may answer as API 2.0 does",
            "let the mock answer as API 3.0 does, and migrate both",
        )

    def _unreadable(
        self,
        index: int,
        data: bytes,
        classes: Mapping[int, Mapping[str, set[Call]]],
        why: str,
    ) -> None:
        imported = set(self._imported(index, data)) - {index}
        for program in sorted(imported & classes.keys()):
            for name, calls in classes[program].items():
                if name.encode() in data:
                    told = f"a mock may take the place of {name} here, and {why}"
                    self._block(calls, index, Span(1, 1, 1, 1), told)

    def _block(
        self, calls: Iterable[Call], index: int, span: Span, text: str, step: str = ""
    ) -> None:
        where = Location(self.project.files[index].shown, span)
        self.study.obstacles.append(Note(frozenset(calls), Reason(where, text, step)))


def _quoted(names: Iterable[str]) -> re.Pattern[bytes]:
    """Return what finds names that end a text, by themselves or behind a dot."""
    # Of two names the longer one comes first, lest its beginning be taken for it.
    words = b"|".join(re.escape(name.encode()) for name in sorted(names, key=len, reverse=True))
    return re.compile(rb"""(["'.])(?:%b)["']""" % words)


def _texts(tree: Tree) -> Iterator[tuple[cst.SimpleString, str]]:
    """Yield the plain texts of a file that could be names."""
    waiting: list[cst.CSTNode] = [tree.module]
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.SimpleString):
            text = literal(node)
            if isinstance(text, str) and text.replace(".", "").isidentifier():
                yield node, text
        waiting.extend(reversed(node.children))


def _attributes(tree: Tree) -> tuple[bool, bool]:
    """Tell whether a file looks into mocks, and whether it gives any answers."""
    telling = answering = False
    waiting: list[cst.CSTNode] = [tree.module]
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.Attribute):
            telling = telling or node.attr.value in _TELLING
            answering = answering or node.attr.value in _ANSWERING
        waiting.extend(node.children)
    return telling, answering


def _call_with(tree: Tree, node: cst.CSTNode) -> cst.Call | None:
    """Return the call that a text is an argument of."""
    argument = tree.parent(node)
    call = tree.parent(argument) if isinstance(argument, cst.Arg) else None
    return call if isinstance(call, cst.Call) else None


def _is_patch(call: cst.Call) -> bool:
    """Tell whether a call puts something in the place of a name: `patch`, `setattr` or the like."""
    names = []
    function: cst.BaseExpression = call.func
    while isinstance(function, cst.Attribute):
        names.append(function.attr.value)
        function = function.value
    if isinstance(function, cst.Name):
        names.append(function.value)
    return bool({"patch", "setattr"} & {*names})


def _is_second(call: cst.Call, node: cst.CSTNode) -> bool:
    return len(call.args) > 1 and call.args[1].value is node and call.args[1].keyword is None


def _replaces_second(call: cst.Call | None, node: cst.CSTNode) -> bool:
    return call is not None and _is_patch(call) and _is_second(call, node)


def _only_replaces(call: cst.Call, node: cst.CSTNode) -> bool:
    """Tell whether a patch says nothing of what the mock is or answers."""
    seen = False
    for argument in call.args:
        if argument.star:
            return False
        if argument.value is node:
            seen = True
        elif argument.keyword is not None:
            if argument.keyword.value not in _HARMLESS:
                return False
        elif seen:
            return False
    return True
