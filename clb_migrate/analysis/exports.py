"""Which names of a module may have to do with a legacy service, told from the facts alone.

A name has to do with it if its definition mentions something that has: an SDK, a way to send a
request, a legacy host, a field called like an error code, or another such name, of this module or
of another. That is more than the names which really hold something legacy, and is found without
running anything; who imports none of them has nothing to report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.declarations import Declarations
from clb_migrate.analysis.modules import ModuleIndex, member_name
from clb_migrate.analysis.names import Names
from clb_migrate.analysis.operands import operands
from clb_migrate.table.rows import Rules

Node = tuple[int, str]
"""A name in a module."""


Used = Node | int
"""What a definition mentions: a name in a module, or a module as a whole."""


@dataclass(slots=True)
class _Reached:
    """Names that matter, by their modules."""

    names: dict[int, set[str]] = field(default_factory=dict)

    def __contains__(self, used: Used) -> bool:
        if isinstance(used, int):
            return used in self.names
        return used[1] in self.names.get(used[0], ())

    def add(self, node: Node) -> None:
        self.names.setdefault(node[0], set()).add(node[1])


@dataclass(slots=True)
class _Mentions:
    """What a definition mentions."""

    seed: bool = False
    """It mentions something that may have to do with any service: a sender, a code-like name."""
    strong: bool = False
    """It mentions something of Tencent Cloud's: an SDK, a host, a command."""
    names: set[str] | frozenset[str] = frozenset()
    """Globals of its own module. Most instructions mention none, and need no set to say so."""
    imports: set[tuple[str, str | None]] | frozenset[tuple[str, str | None]] = frozenset()
    stores: bool = False
    """It changes a global, or what one holds."""

    def add(self, other: _Mentions) -> None:
        if other.seed:
            self.seed = True
        if other.strong:
            self.strong = True
        if other.stores:
            self.stores = True
        if other.names:
            self.add_names(other.names)
        if other.imports:
            self.add_imports(other.imports)

    def add_names(self, names: Iterable[str]) -> None:
        """Mention globals of its own module."""
        if isinstance(self.names, set):
            self.names.update(names)
        else:
            self.names = set(names)

    def add_imports(self, imports: Iterable[tuple[str, str | None]]) -> None:
        """Mention modules and what is imported from them."""
        if isinstance(self.imports, set):
            self.imports.update(imports)
        else:
            self.imports = set(imports)


class Exports:
    """Finds the names that have to do with a legacy service, in modules given bit by bit."""

    def __init__(
        self, rules: Rules, names: Names, index: ModuleIndex, declarations: Declarations
    ) -> None:
        self._names = names
        self.declarations = declarations
        self._index = index
        envelope, libraries = rules.envelope, rules.libraries
        self._words = frozenset(
            (
                *envelope.code_like_names,
                envelope.code,
                envelope.description,
                *envelope.current_code_path,
                *rules.sdk.current_code_attributes,
            )
        )
        suffixes = (suffix.lower().split(".") for suffix in rules.endpoints.legacy_suffixes)
        self._fragments = (
            *rules.sdk.legacy_commands,
            *{labels[-2] if len(labels) > 1 else labels[0] for labels in suffixes},
            rules.endpoints.legacy_path,
        )
        """What a text holds that is a part of a host or a command, or the path of API 2.0."""
        self._path_part = max(rules.endpoints.legacy_path.split("/"), key=len)
        self._senders = frozenset(
            name.split(".", maxsplit=1)[0]
            for name in (
                *libraries.http_functions,
                *libraries.http_clients,
                *libraries.request_objects,
                *libraries.signers,
            )
        )
        self._functions: dict[tuple[int, int], _Mentions] = {}
        self._uses: dict[Node, tuple[Used, ...]] = {}
        self._users: dict[Used, list[Node]] = {}
        self.naming: set[int] = set()
        """Modules that name something of Tencent Cloud's themselves."""
        self.importers: set[int] = set()
        """Modules that import a name which has to do with it."""
        self._stars: dict[int, list[int]] = {}
        """Modules that import everything from a module."""
        self._exported = _Reached()
        """Names whose importers take part."""
        self._found = _Reached()
        """Names that may show something; those of them that only look like codes are more."""

    def add(self, programs: Mapping[int, ir.Program]) -> dict[int, set[str]]:
        """Take further modules in and return the names that are new, by module."""
        new: dict[Node, _Mentions] = {}
        for index, program in programs.items():
            definitions = self._definitions(index, program)
            new.update({(index, name): mentions for name, mentions in definitions.items()})
            if any(mentions.strong for mentions in definitions.values()):
                self.naming.add(index)
            for node in program.functions[0].code:
                if isinstance(node, ir.ImportName) and node.name == "*":
                    target = self._index.resolve(index, node.module)
                    if target is not None:
                        self._stars.setdefault(target, []).append(index)
        for definition, mentions in new.items():
            used = tuple(self._used_by(definition[0], mentions))
            self._uses[definition] = used
            for each in used:
                self._users.setdefault(each, []).append(definition)
        declared = self.declarations.modules
        strong, any_ = [], []
        for definition, mentions in new.items():
            module, name = definition
            is_declared = name in declared.get(module, ())
            if mentions.seed or mentions.strong or is_declared:
                any_.append(definition)
            if (
                mentions.strong
                or is_declared
                or (mentions.seed and (module in self.naming or module in declared))
            ):
                strong.append(definition)
        self._reach(self._found, [*new], any_, programs)
        found: dict[int, set[str]] = {}
        for module, name in self._reach(self._exported, [*new], strong, programs):
            found.setdefault(module, set()).add(name)
        return found

    def _used_by(self, module: int, mentions: _Mentions) -> Iterator[Used]:
        for name in sorted(mentions.names):
            yield module, name
        for dotted, imported in sorted(mentions.imports, key=str):
            yield from self._imported(module, dotted, imported)

    def _reach(
        self,
        reached: _Reached,
        new: Sequence[Node],
        starts: Sequence[Node],
        modules: Iterable[int],
    ) -> set[Node]:
        """Follow mentions from where they start to all that mention those, over modules.

        `new` definitions, and the stars of new `modules`, may also mention what was reached before.
        """
        waiting = [*starts]
        waiting += [node for node in new if any(used in reached for used in self._uses[node])]
        added = set(modules)
        for target, importers in self._stars.items():
            names = reached.names.get(target, ())
            waiting += [(i, name) for i in importers if i in added for name in names]
        found: set[Node] = set()
        while waiting:
            node = waiting.pop()
            if node in reached:
                continue
            reached.add(node)
            found.add(node)
            module, name = node
            waiting += self._users.get(node, ())
            waiting += self._users.get(module, ())
            waiting += [(importer, name) for importer in self._stars.get(module, ())]
        return found

    def is_relevant(self, module: int, function: int) -> bool:
        """Tell whether a function that nothing calls may show something by itself.

        What it mentions matters, or it changes what others read.
        """
        mentions = self._functions.get((module, function))
        return (
            mentions is None
            or mentions.stores
            or module in self.declarations.modules
            or self._matters(module, mentions)
        )

    def _matters(self, module: int, mentions: _Mentions) -> bool:
        return (
            mentions.seed
            or mentions.strong
            or any((module, name) in self._found for name in mentions.names)
            or any(
                used in self._found
                for dotted, name in mentions.imports
                for used in self._imported(module, dotted, name)
            )
        )

    def _imported(self, module: int, dotted: str, name: str | None) -> Iterator[Used]:
        """Yield what an import may mean: a name in a module, or a whole module."""
        target = self._index.resolve(module, dotted)
        if target is not None:
            yield target if name is None else (target, name)
        if name is not None:
            inner = self._index.resolve(module, member_name(dotted, name))
            if inner is not None:
                yield inner

    # -- one module -------------------------------------------------------------------------

    def _definitions(self, module: int, program: ir.Program) -> dict[str, _Mentions]:
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
        for index, function in enumerate(program.functions):
            # A method is as telling as its class, a function within another as that one.
            whole = functions[index] if function.owner is None else methods[function.owner]
            if function.parent and function.owner is None:
                whole = self._functions[module, function.parent]
            self._functions[module, index] = whole
        found: dict[str, _Mentions] = {}
        top = program.functions[0].code
        parts: list[_Mentions] = []
        for node in top:
            # What stands in a class body, and what the class derives from, tells of its methods.
            whole = _Mentions()
            if isinstance(node, ir.MakeClass):
                whole = methods.setdefault(node.index, whole)
            elif (note := _NOTED_BY.get(type(node))) is not None:
                note(self, node, whole)
            if isinstance(node, ir.MakeFunction):
                whole.add(functions[node.function])
            for operand in operands(node):
                if operand < len(parts):
                    whole.add(parts[operand])
            if isinstance(node, ir.MakeFunction):
                # Its annotations and defaults stand outside it.
                self._functions[module, node.function].add(whole)
            elif isinstance(node, (ir.StoreAttribute, ir.StoreSubscript, ir.Call)):
                # A class body, an entry of a table, something registered.
                base = node.function if isinstance(node, ir.Call) else node.base
                self._also(top, base, whole, parts)
            elif isinstance(node, (ir.StoreName, ir.Bind)):
                known = found.get(node.name)
                if known is None:
                    known = found[node.name] = _Mentions()
                known.add(whole)
                whole = known
            parts.append(whole)
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
        parts: Sequence[_Mentions],
    ) -> None:
        """Let the thing that something is stored in, or registered with, mention it too."""
        while isinstance(node := code[base], (ir.Attribute, ir.Subscript)):
            base = node.base
        if base < len(parts):
            parts[base].add(mentions)

    def _direct(self, function: ir.Function) -> _Mentions:
        """Return what a function mentions, those within it left out."""
        whole = _Mentions()
        code = function.code
        for node in code:
            kind = type(node)
            note = _NOTED_BY.get(kind)
            if note is not None:
                note(self, node, whole)
            elif kind in _STORING:
                match node:
                    case ir.StoreName(_, None):
                        whole.stores = True
                    case ir.StoreAttribute(base) | ir.StoreSubscript(base):
                        of = code[base]
                        whole.stores |= isinstance(of, ir.LoadName) and of.depth is None
                    case _:
                        pass
        return whole

    def note_load(self, node: ir.LoadName, mentions: _Mentions) -> None:
        """Add what reading a variable mentions."""
        if node.depth is None:
            mentions.add_names((node.name,))
        if node.name in self._words:
            mentions.seed = True

    def note_name(self, node: ir.Attribute | ir.Parameter | ir.Bind, mentions: _Mentions) -> None:
        """Add what the name of an attribute or of a local variable mentions."""
        if node.name in self._words:
            mentions.seed = True

    def note_import(self, node: ir.ImportName, mentions: _Mentions) -> None:
        """Add what an import mentions."""
        module, name = node.module, node.name
        dotted = module if name is None or name == "*" else member_name(module, name)
        mentions.add_imports(((module, name),))
        mentions.seed |= dotted.split(".", maxsplit=1)[0] in self._senders
        mentions.strong |= self._is_of_an_sdk(dotted)
        mentions.strong |= self.declarations.is_import(module, name)

    def note_constant(self, node: ir.Constant, mentions: _Mentions) -> None:
        """Add what a literal mentions."""
        if isinstance(node.value, str):
            self._note_text(node.value, mentions)

    def note_format(self, node: ir.Format, mentions: _Mentions) -> None:
        """Add what an f-string mentions."""
        for part in node.parts:
            if isinstance(part, str):
                self._note_text(part, mentions)

    def _note_text(self, text: str, mentions: _Mentions) -> None:
        mentions.seed |= text in self._words or self._path_part in text
        if not mentions.strong:
            lowered = text.lower()
            mentions.strong = any(part in lowered for part in self._fragments)

    def _is_of_an_sdk(self, dotted: str) -> bool:
        names = self._names
        return (
            names.is_current_import(dotted)
            or names.is_legacy_import(dotted, in_project=False)
            or names.leads_to_requests(dotted)
        )


_NOTED_BY: dict[type, Callable[[Exports, Any, _Mentions], None]] = {
    ir.LoadName: Exports.note_load,
    ir.ImportName: Exports.note_import,
    ir.Attribute: Exports.note_name,
    ir.Parameter: Exports.note_name,
    ir.Bind: Exports.note_name,
    ir.Constant: Exports.note_constant,
    ir.Format: Exports.note_format,
}
"""Which method adds what an instruction of a class mentions by itself."""

_STORING = frozenset((ir.StoreName, ir.StoreAttribute, ir.StoreSubscript))
