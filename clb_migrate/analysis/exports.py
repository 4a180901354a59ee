"""Which names of a module may have to do with a legacy service, told from the facts alone.

A name has to do with it if its definition mentions something that has: an SDK, a way to send a
request, a legacy host, a field called like an error code, or another such name, of this module or
of another. That is more than the names which really hold something legacy, and is found without
running anything; who imports none of them has nothing to report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.hosts import HostFinder
from clb_migrate.analysis.modules import ModuleIndex, member_name
from clb_migrate.analysis.names import Names
from clb_migrate.analysis.operands import operands
from clb_migrate.table.rows import Rules

Node = tuple[int, str]
"""A name in a module."""


@dataclass(slots=True)
class _Mentions:
    """What a definition mentions."""

    seed: bool = False
    names: set[str] = field(default_factory=set)
    """Globals of its own module."""
    imports: set[tuple[str, str | None]] = field(default_factory=set)

    def add(self, other: _Mentions) -> None:
        self.seed = self.seed or other.seed
        self.names |= other.names
        self.imports |= other.imports


class Exports:
    """Finds the names that have to do with a legacy service, in modules given bit by bit."""

    def __init__(self, rules: Rules, names: Names, index: ModuleIndex) -> None:
        self._names = names
        self._index = index
        self._hosts = HostFinder(rules.endpoints)
        envelope, libraries = rules.envelope, rules.libraries
        self._words = frozenset(
            (
                *envelope.code_like_names,
                envelope.code,
                envelope.description,
                *envelope.current_code_path,
            )
        )
        self._commands = tuple(rules.sdk.legacy_commands)
        self._senders = frozenset(
            name.split(".", maxsplit=1)[0]
            for name in (
                *libraries.http_functions,
                *libraries.http_clients,
                *libraries.request_objects,
                *libraries.signers,
            )
        )
        self._mentions: dict[Node, _Mentions] = {}
        self._stars: dict[int, list[str]] = {}
        self._found: set[Node] = set()

    def add(self, programs: Mapping[int, ir.Program]) -> dict[int, set[str]]:
        """Take further modules in and return the names that are new, by module."""
        for index, program in programs.items():
            for name, mentions in self._definitions(program).items():
                self._mentions[index, name] = mentions
            self._stars[index] = [
                node.module
                for node in program.functions[0].code
                if isinstance(node, ir.ImportName) and node.name == "*"
            ]
        before, self._found = self._found, self._spread()
        new: dict[int, set[str]] = {}
        for module, name in sorted(self._found - before):
            new.setdefault(module, set()).add(name)
        return new

    def _spread(self) -> set[Node]:
        """Follow mentions from the seeds to all that mention them, over modules."""
        found: set[Node] = set()
        users: dict[Node | int, list[Node]] = {}
        waiting: list[Node] = []
        for node, mentions in self._mentions.items():
            module = node[0]
            if mentions.seed:
                waiting.append(node)
            for own in sorted(mentions.names):
                users.setdefault((module, own), []).append(node)
            for dotted, name in sorted(mentions.imports, key=str):
                target = self._index.resolve(module, dotted)
                if target is not None:
                    users.setdefault(target if name is None else (target, name), []).append(node)
                if name is not None:
                    inner = self._index.resolve(module, member_name(dotted, name))
                    if inner is not None:
                        users.setdefault(inner, []).append(node)
        stars: dict[int, list[int]] = {}
        for module, sources in self._stars.items():
            for dotted in sources:
                target = self._index.resolve(module, dotted)
                if target is not None:
                    stars.setdefault(target, []).append(module)
        while waiting:
            node = waiting.pop()
            if node in found:
                continue
            found.add(node)
            module, name = node
            waiting += users.get(node, ())
            waiting += users.get(module, ())
            waiting += [(importer, name) for importer in stars.get(module, ())]
        return found

    # -- one module -------------------------------------------------------------------------

    def _definitions(self, program: ir.Program) -> dict[str, _Mentions]:
        """Return what the definition of each global of a module mentions."""
        functions = [self._direct(function) for function in program.functions]
        for index in range(len(program.functions) - 1, 0, -1):
            parent = program.functions[index].parent
            if parent is not None and parent > 0:
                functions[parent].add(functions[index])
        methods: dict[int, _Mentions] = {}
        for index, function in enumerate(program.functions):
            if function.owner is not None:
                methods.setdefault(function.owner, _Mentions()).add(functions[index])
        found: dict[str, _Mentions] = {}
        top = program.functions[0].code
        parts: dict[int, _Mentions] = {}
        for register, node in enumerate(top):
            whole = self._own(node)
            if isinstance(node, ir.MakeFunction):
                whole.add(functions[node.function])
            elif isinstance(node, ir.MakeClass):
                whole.add(methods.get(node.index, _Mentions()))
            for operand in operands(node):
                if operand in parts:
                    whole.add(parts[operand])
            parts[register] = whole
            if isinstance(node, (ir.StoreAttribute, ir.StoreSubscript, ir.Call)):
                # A class body, an entry of a table, something registered.
                base = node.function if isinstance(node, ir.Call) else node.base
                self._also(top, base, whole, parts)
            if isinstance(node, (ir.StoreName, ir.Bind)):
                found.setdefault(node.name, _Mentions()).add(whole)
                parts[register] = found[node.name]
        for function, mentions in zip(program.functions[1:], functions[1:], strict=True):
            for node in function.code:
                if isinstance(node, ir.StoreName) and node.depth is None:
                    found.setdefault(node.name, _Mentions()).add(mentions)
        return found

    def _also(
        self,
        code: tuple[ir.Instruction, ...],
        base: int,
        mentions: _Mentions,
        parts: Mapping[int, _Mentions],
    ) -> None:
        """Let the thing that something is stored in, or registered with, mention it too."""
        while isinstance(node := code[base], (ir.Attribute, ir.Subscript)):
            base = node.base
        if base in parts:
            parts[base].add(mentions)

    def _direct(self, function: ir.Function) -> _Mentions:
        whole = _Mentions()
        for node in function.code:
            whole.add(self._own(node))
        return whole

    def _own(self, node: ir.Instruction) -> _Mentions:
        """Return what one instruction mentions by itself."""
        match node:
            case ir.LoadName(name, None):
                return _Mentions(name in self._words, {name})
            case ir.ImportName(module, name):
                dotted = module if name is None or name == "*" else member_name(module, name)
                return _Mentions(self._is_seed(dotted), set(), {(module, name)})
            case ir.Attribute(_, name) | ir.Parameter(name) | ir.Bind(name) | ir.LoadName(name):
                return _Mentions(name in self._words)
            case ir.Constant(str() as text):
                return _Mentions(self._is_telling(text))
            case _:
                return _Mentions()

    def _is_seed(self, dotted: str) -> bool:
        names = self._names
        return (
            dotted.split(".", maxsplit=1)[0] in self._senders
            or names.is_current_import(dotted)
            or names.is_legacy_import(dotted, in_project=False)
        )

    def _is_telling(self, text: str) -> bool:
        return (
            text in self._words
            or self._hosts.legacy(text) is not None
            or any(command in text for command in self._commands)
        )
