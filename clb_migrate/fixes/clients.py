"""Clients: how each is made in API 3.0, and whether all that it needs is known where it is made.

Where one is made is replaced if all that it sends migrates. If some requests stay, it stays for
those, and a second one is made behind it for the others, where they can be told to use that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.literals import literal
from clb_migrate.analysis.requests import ACTION, service_name
from clb_migrate.analysis.values import (
    NOTHING,
    Absent,
    Call,
    ClassValue,
    Client,
    Const,
    Container,
    Instance,
    Method,
    ProjectModule,
    Value,
    join,
    strings,
)
from clb_migrate.fixes.bindings import Bindings, free_name
from clb_migrate.fixes.decisions import is_repeatable
from clb_migrate.fixes.known import Known
from clb_migrate.fixes.results import Reason
from clb_migrate.fixes.study import Calls, Rewrite
from clb_migrate.fixes.tree import Tree
from clb_migrate.fixes.writer import ATOM, Insertion, Pending, Piece, Writer
from clb_migrate.table.rows import ClientClass, ClientMethod, Import

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

CLASS = "class"
"""Need of a module that names the client class."""
CLIENT = "client"
"""Need of a module that makes a 3.0 client."""
_WIDTH = 100
_CONFIGS = ("config", "client_config", "qcloud_config", "legacy_config")
"""Names for a configuration that has none."""
_OBSCURING = ("__slots__", "__setattr__", "__getattr", "__dict__", "vars(", "setattr(", "asdict(")
"""Words of files in which an object cannot just be given one more attribute."""
Reads = Callable[[Writer], str]


@dataclass(slots=True)
class _Made:
    """One place where clients are made."""

    program: int
    site: cst.Call
    places: list[tuple[Frame, int]] = field(default_factory=list)
    clients: set[Client] = field(default_factory=set)
    calls: set[Call] = field(default_factory=set)
    config: cst.BaseExpression | None = None
    config_name: str = ""
    """The name that its configuration is given before it, if that has none."""
    written: Callable[[Writer, int], str] | None = None
    """Its new text, moved to the right by so many columns."""


@dataclass(frozen=True, slots=True)
class _Second:
    """A client beside a legacy one: the lines that make it known, and how requests name it."""

    insertions: tuple[tuple[int, Insertion], ...]
    names: dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class _Idle:
    """A statement that sets something that API 3.0 does not have."""

    program: int
    statement: cst.Expr
    calls: set[Call]


class Clients:
    """The clients of one solved group of modules."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        self.rules = uses.study.rules
        self.known = Known(uses.study)
        self._sites: dict[tuple[int, int], _Made] = {}
        self._receivers: dict[Call, list[tuple[Frame, int, cst.BaseExpression]]] = {}
        self._names: dict[tuple[int, int], str] = {}
        """How requests name clients of their own, by module and receiver."""
        self._idle: dict[tuple[int, int], _Idle] = {}
        self._bindings: dict[int, Bindings] = {}

    def assign(self, frames: Sequence[Frame]) -> None:
        """Find where clients are made, and what configures them."""
        study = self.study
        for client, calls in study.by_client.items():
            if client.register < 0 or client.frame >= len(study.solver.frames):
                frame = study.solver.frames[0]
                study.block(calls, frame, -1, "where the client is made is not known")
                continue
            frame = study.solver.frames[client.frame]
            site = study.node(frame, client.register)
            tree = study.tree(frame.value.program)
            if tree is None:
                study.block(
                    calls, frame, client.register, "the file with the client cannot be edited"
                )
                continue
            if not isinstance(site, cst.Call):
                study.block(
                    calls,
                    frame,
                    client.register,
                    "the client is made in a way that is not rewritten",
                )
                continue
            program = frame.value.program
            made = self._sites.setdefault((program, id(site)), _Made(program, site))
            made.places.append((frame, client.register))
            made.clients.add(client)
            made.calls |= calls
        for made in self._sites.values():
            self._construct(made)
        del frames

    def _construct(self, made: _Made) -> None:
        study = self.study
        frame, register = made.places[0]
        node = study.code(frame)[register]
        site = made.site
        wanted = frozenset(made.calls)
        rows = {client.name for client in made.clients}
        row = study.solver.names.legacy_client(min(rows))
        if row is None or len(rows) > 1 or not isinstance(node, ir.Call):
            study.block(
                wanted, frame, register, "the client is made in a way that is not rewritten"
            )
            return
        if any(a.star for a in node.arguments) or row.config is None:
            study.block(wanted, frame, register, "the arguments of the client are unpacked here")
            return
        heap = study.solver.heap
        modules = {
            a.value if isinstance(a, Const) else None
            for client in made.clients
            for a in heap.get(client, ("module",))
        }
        if len(modules) != 1:
            return  # Its requests say so.
        module = self.rules.modules.get(str(modules.pop()))
        if module is None or not module.product or not module.version:
            return
        config = _argument(site, row.config.position, row.config.keyword)
        if config is None:
            study.block(wanted, frame, register, "the client is made without a configuration")
            return
        made.config = config
        timeout = self._timeout(frame, register, wanted)
        parts = self._parts(made, config, row)
        if parts is None:
            return
        secret_id, secret_key, token, region = parts
        names = self.rules.sdk.current
        product, version = module.product, module.version
        endpoint = self.uses.endpoint
        program = made.program

        def written(writer: Writer, shift: int) -> str:
            mark = writer.quotes(site)
            given = [secret_id(writer), secret_key(writer)]
            if token is not None:
                given.append(token(writer))
            credential = self.local_name(program, names.credential)
            options = [f"{names.timeout_argument}={timeout}"]
            if endpoint:
                options.append(f"{names.endpoint_argument}={mark}{endpoint}{mark}")
            http = f"{self.local_name(program, names.http_profile)}({', '.join(options)})"
            profile = self.local_name(program, names.client_profile)
            arguments = [
                f"{mark}{product}{mark}",
                f"{mark}{version}{mark}",
                f"{credential}.{names.credential_class}({', '.join(given)})",
                region(writer),
                f"{profile}({names.http_profile_argument}={http})",
            ]
            name = self.local_name(program, names.client)
            return self._laid_out(frame, site, name, arguments, shift)

        made.written = written
        # Its requests do not migrate together for its sake, so this merges nothing.
        study.rewrites[program, id(site)] = Rewrite(
            site, ("client",), lambda writer: Piece(written(writer, 0)), set(wanted)
        )
        study.need(program, wanted, CLIENT)

    # -- names ------------------------------------------------------------------------------

    def bindings(self, program: int) -> Bindings | None:
        """Return where a module binds its names."""
        tree = self.study.tree(program)
        if tree is None:
            return None
        if program not in self._bindings:
            self._bindings[program] = Bindings(tree)
        return self._bindings[program]

    def local_name(self, program: int, what: Import) -> str:
        """Return what a module calls something of the 3.0 SDK; another name where it has that."""
        bindings = self.bindings(program)
        if bindings is None or not bindings.clashes(what.name, what.module):
            return what.name
        return f"tencent_{what.name}" if what.name.islower() else f"Tencent{what.name}"

    def aliases(self, program: int) -> dict[str, str]:
        """Return the names of the 3.0 SDK that are others in a module."""
        names = self.rules.sdk.current
        found = (names.credential, names.client, names.client_profile, names.http_profile)
        return {
            each.name: name
            for each in found
            if (name := self.local_name(program, each)) != each.name
        }

    def _laid_out(
        self,
        frame: Frame,
        site: cst.CSTNode,
        name: str,
        arguments: Sequence[str],
        shift: int,
    ) -> str:
        """Return a call on one line if there is room, else one argument a line."""
        tree = self.study.tree(frame.value.program)
        assert tree is not None
        start, _ = tree.range(site)
        line = tree.line_start(start)
        flat = f"{name}({', '.join(arguments)})"
        if start - line + shift + len(flat) <= _WIDTH and "\n" not in flat:
            return flat
        head = tree.text[line:start]
        indent = head[: len(head) - len(head.lstrip())]
        step = tree.module.default_indent
        newline = tree.module.default_newline
        inner = "".join(f"{indent}{step}{argument},{newline}" for argument in arguments)
        return f"{name}({newline}{inner}{indent})"

    def _timeout(self, frame: Frame, register: int, calls: Iterable[Call]) -> int:
        given = {self.uses.requests.timeouts.get(call) for call in calls}
        usual = self.rules.sdk.legacy_timeout
        found = {usual if each is None else each for each in given}
        if len(found) > 1:
            self.study.block(
                calls,
                frame,
                register,
                "requests of one client wait for different times",
                "make a client for each timeout",
            )
        return next(iter(found), usual)

    # -- the configuration ------------------------------------------------------------------

    def _parts(
        self, made: _Made, config: cst.BaseExpression, row: ClientClass
    ) -> tuple[Reads, Reads, Reads | None, Reads] | None:
        """Return how id, key, token (None: without one) and region are written."""
        study = self.study
        heap = study.solver.heap
        frame, register = made.places[0]
        calls = frozenset(made.calls)
        keys = row.config_keys
        elements = self._elements(frame, config)
        if elements is not None:
            return self._written_parts(made, elements, row)
        value = self._config_value(made)
        configs = self._configs(made)
        containers = [*(configs or (a for a in value if isinstance(a, Container)))]
        if not is_repeatable(config):
            made.config_name = self._config_name(made)
            if not made.config_name:
                study.block(
                    calls,
                    frame,
                    register,
                    "the configuration is made where the client is",
                    "give the configuration a name first",
                )
                return None
        for container in containers:
            for place in made.places:
                if not self._is_settled(*place, container):
                    study.block(
                        calls,
                        frame,
                        register,
                        "the configuration is changed elsewhere, or after the client is made",
                        "make a client for each configuration",
                    )
                    return None

        def shown(writer: Writer) -> str:
            return made.config_name or writer.text(config, ATOM)

        def read(role: str) -> Reads:
            def item(writer: Writer) -> str:
                mark = writer.quotes(config)
                return f"{shown(writer)}[{mark}{keys[role]}{mark}]"

            return item

        def asked(role: str) -> Reads:
            def item(writer: Writer) -> str:
                mark = writer.quotes(config)
                return f"{shown(writer)}.get({mark}{keys[role]}{mark})"

            return item

        if configs is None:
            region = self._region_read(made, read("region"), None)
            token = asked("token") if "token" in keys else None
            return (
                None if region is None else (read("secret_id"), read("secret_key"), token, region)
            )

        def present(role: str) -> list[bool]:
            return [keys.get(role, "") in heap.keys.get(c, ()) for c in containers]

        if not any(present("secret_id")) or not any(present("secret_key")):
            study.block(
                calls, frame, register, "the configuration has no key, as far as is known here"
            )
            return None
        for role in ("secret_id", "secret_key"):
            held = join(*(heap.get(c, keys[role]) for c in containers))
            if not all(present(role)) or Const(None) in {_bare(a) for a in held}:
                study.doubt(
                    calls, frame, register, f"{keys[role]} may be None", "make sure that it is set"
                )
        in_all, in_some = all(present("token")), any(present("token"))
        token = read("token") if in_all else asked("token") if in_some else None
        if not all(present("region")):
            region = self._of_requests(made, any_given=any(present("region")))
        else:
            region = self._region_read(
                made, read("region"), self._regions_held(made, keys["region"])
            )
        return None if region is None else (read("secret_id"), read("secret_key"), token, region)

    def _written_parts(
        self, made: _Made, elements: dict[str, cst.BaseExpression], row: ClientClass
    ) -> tuple[Reads, Reads, Reads | None, Reads] | None:
        """Return the parts of a configuration that is written down in the call itself."""
        study = self.study
        frame, register = made.places[0]
        calls = frozenset(made.calls)
        keys = row.config_keys
        nodes = {role: elements.get(key) for role, key in keys.items()}
        kept = [
            node
            for role in ("secret_id", "secret_key", "token", "region")
            if (node := nodes.get(role)) is not None
        ]
        for name, node in elements.items():
            if node not in kept and not _is_pure(node):
                study.block(
                    calls,
                    frame,
                    register,
                    f"{name} is computed here, and needed no more",
                    "see whether it still has to be computed",
                )
                return None
        secret_id, secret_key, token = (nodes.get(r) for r in ("secret_id", "secret_key", "token"))
        if secret_id is None or secret_key is None:
            study.block(
                calls, frame, register, "the configuration has no key, as far as is known here"
            )
            return None
        for role, node in (("secret_id", secret_id), ("secret_key", secret_key)):
            if _may_be_none(node) or self._is_none_somewhere(made, node):
                study.doubt(
                    calls, frame, register, f"{keys[role]} may be None", "make sure that it is set"
                )
        node = nodes.get("region")
        region = (
            self._of_requests(made, any_given=False)
            if node is None
            else self._region_node(made, node)
        )
        if region is None:
            return None
        return _text(secret_id), _text(secret_key), None if token is None else _text(token), region

    def _is_none_somewhere(self, made: _Made, node: cst.CSTNode) -> bool:
        return any(
            isinstance(atom, Const) and atom.value is None
            for frame, _ in made.places
            for atom in self.uses.value_of(frame, node)
        )

    def _config_value(self, made: _Made) -> Value:
        heap = self.study.solver.heap
        taking_part = self.study.solver.programs
        value: Value = join(*(heap.get(client, ("config",)) for client in made.clients))
        return {
            atom: why
            for atom, why in value.items()
            if not (isinstance(atom, Absent) and atom.program in taking_part)
        } or NOTHING

    def _configs(self, made: _Made) -> set[Container] | None:
        """Return all configurations that clients of a place may get; None if not all are known."""
        found: set[Container] = set()
        tree = self.study.tree(made.program)
        assert tree is not None
        assert made.config is not None
        for frame, _ in made.places:
            for function, at in tree.places.get(id(made.config), ()):
                if function != frame.value.function:
                    continue
                atoms = self.known.atoms(frame, at)
                if not atoms or not all(isinstance(atom, Container) for atom in atoms):
                    return None
                found |= {atom for atom in atoms if isinstance(atom, Container)}
        return found or None

    def _regions_held(self, made: _Made, key: str) -> frozenset[str] | None:
        """Return the regions that configurations hold; None where one is not known."""
        found: set[str] = set()
        for container in self._configs(made) or ():
            held = self.known.held(container, key)
            if not held:
                return None
            for atom in held:
                if not isinstance(atom, Const) or not isinstance(atom.value, str):
                    return None
                found.add(atom.value)
        return frozenset(found) or None

    def _region_node(self, made: _Made, node: cst.BaseExpression) -> Reads | None:
        """Return how a region is written that stands in the call that makes the client."""
        plain = literal(node) if isinstance(node, cst.SimpleString) else None
        if isinstance(node, cst.SimpleString) and isinstance(plain, str):
            if not self._is_region(made, {plain}):
                return None
            long = self.rules.endpoints.regions.get(plain, plain)
            return lambda _: f"{node.prefix}{node.quote}{long}{node.quote}"
        tree = self.study.tree(made.program)
        assert tree is not None
        texts: set[str] | None = set()
        for frame, _ in made.places:
            for function, at in tree.places.get(id(node), ()):
                if function == frame.value.function and texts is not None:
                    found = self.known.texts(frame, at)
                    texts = None if found is None else texts | found
        return self._region_read(made, _text(node), frozenset(texts) if texts else None, node)

    def _region_read(
        self,
        made: _Made,
        read: Reads,
        texts: frozenset[str] | None,
        node: cst.BaseExpression | None = None,
    ) -> Reads | None:
        """Return the long name of a region that is read somewhere; `texts` is all it may be."""
        frame, register = made.places[0]
        regions = self.rules.endpoints.regions
        where: cst.CSTNode = made.site

        def pairs(writer: Writer, names: Iterable[str]) -> str:
            mark = writer.quotes(where)
            return ", ".join(f"{mark}{n}{mark}: {mark}{regions.get(n, n)}{mark}" for n in names)

        def mapped(writer: Writer) -> str:
            text = read(writer)
            return f"{{{pairs(writer, regions)}}}.get({text}, {text})"

        if texts is not None:
            if not self._is_region(made, texts):
                return None
            if not texts & regions.keys():
                return read
            if node is not None and self.uses.is_parameter(frame, node):
                return mapped  # Others may call it with any region.
            if len(texts) == 1 and (node is None or _is_pure(node)):
                long = regions[next(iter(texts))]
                return lambda writer: writer.quoted(long, where)
            return lambda writer: f"{{{pairs(writer, sorted(texts))}}}[{read(writer)}]"
        if node is not None and not _is_pure(node):
            self.study.block(
                made.calls,
                frame,
                register,
                "the region is computed here, and not known",
                "give the region a name first",
            )
            return None
        self.study.doubt(
            made.calls,
            frame,
            register,
            "whether the region is set, and which of its names it has, is not known here",
            "see that it is a full name",
        )
        return mapped

    def _is_region(self, made: _Made, texts: Set[str]) -> bool:
        """Tell whether all these are names of regions; a client with another one stays."""
        regions = self.rules.endpoints.regions
        odd = sorted(texts - regions.keys() - set(regions.values()))
        if odd:
            frame, register = made.places[0]
            self.study.block(
                made.calls,
                frame,
                register,
                f"{odd[0]!r} is no region that the table knows",
                "find out which region of API 3.0 that is",
            )
        return not odd

    def _of_requests(self, made: _Made, *, any_given: bool) -> Reads | None:
        """Return a region for a client that has none, if all its requests name their own."""
        frame, register = made.places[0]
        regional = {call for call in made.calls if self.uses.parameters.region_of(call)}
        if regional == made.calls and not any_given:
            found = self._first_region(made.calls)
            if found is not None:
                return lambda writer: writer.quoted(found, made.site)
        self.study.block(
            made.calls,
            frame,
            register,
            "the client has no region, which API 3.0 insists on",
            "choose a region",
        )
        return None

    def _config_name(self, made: _Made) -> str:
        """Return a name for a configuration, if there is a place to give it one."""
        tree = self.study.tree(made.program)
        line = _own_line(tree, made.site) if tree is not None else None
        if tree is None or line is None:
            return ""
        return free_name(_CONFIGS, [tree.text]) or ""

    def _first_region(self, calls: Iterable[Call]) -> str | None:
        """Return a region that one of the requests names for itself."""
        heap = self.study.solver.heap
        for call in sorted(calls, key=lambda c: (c.site.program, c.site.span)):
            for atom in self.uses.requests.params.get(call, {}):
                for held in heap.get(atom, "Region"):
                    if isinstance(held, Const) and isinstance(held.value, str):
                        return self.rules.endpoints.regions.get(held.value, held.value)
        return None

    def _elements(
        self, frame: Frame, config: cst.BaseExpression
    ) -> dict[str, cst.BaseExpression] | None:
        """Return the entries of a configuration that is written down in the call itself."""
        found: dict[str, cst.BaseExpression] = {}
        if isinstance(config, cst.Dict):
            for element in config.elements:
                if not isinstance(element, cst.DictElement):
                    return None
                names = [
                    a.value for a in self.uses.value_of(frame, element.key) if isinstance(a, Const)
                ]
                if len(names) != 1 or not isinstance(names[0], str):
                    return None
                found[names[0]] = element.value
            return found
        if (
            isinstance(config, cst.Call)
            and isinstance(config.func, cst.Name)
            and config.func.value == "dict"
            and all(a.keyword is not None for a in config.args)
        ):
            return {a.keyword.value: a.value for a in config.args if a.keyword is not None}
        return None

    def _is_settled(self, frame: Frame, register: int, container: Container) -> bool:
        """Tell whether a configuration stays as it is from where the client is made on."""
        study = self.study
        for other in study.solver.frames:
            for at, node in enumerate(study.code(other)):
                changed = False
                if isinstance(node, ir.StoreSubscript):
                    changed = container in other.registers[node.base]
                elif isinstance(node, ir.Call):
                    changed = any(
                        isinstance(a, Method)
                        and a.receiver == container
                        and a.name in ("update", "setdefault", "pop", "clear", "popitem")
                        for a in other.registers[node.function]
                    )
                if changed and not (
                    other is frame and at < register and self._is_straight(frame, at, register)
                ):
                    # A module's own top level runs before its functions are called.
                    if (
                        other.value.function == 0
                        and frame.value.function != 0
                        and (other.value.program == container.site.program)
                    ):
                        continue
                    return False
        return True

    def _is_straight(self, frame: Frame, first: int, second: int) -> bool:
        """Tell whether no loop runs from the second place back to the first."""
        tree = self.study.tree(frame.value.program)
        site = self.study.node(frame, second)
        if tree is None or site is None:
            return False
        loops = [a for a in tree.above(site) if isinstance(a, (cst.For, cst.While))]
        changed = self.study.node(frame, first)
        if changed is None:
            return not loops
        inside = {id(a) for a in tree.above(changed)}
        return not any(id(loop) in inside for loop in loops) and not loops

    # -- what is set on clients -------------------------------------------------------------

    def setting(
        self,
        frame: Frame,
        register: int,
        node: ir.Call,
        methods: Sequence[Method],
        row: ClientMethod,
    ) -> None:
        """`client.setRegion(...)` and its like."""
        study = self.study
        calls: set[Call] = set()
        for method in methods:
            if isinstance(method.receiver, Client):
                calls |= study.calls_by(method.receiver)
        if not calls:
            return
        site = study.node(frame, register)
        above = study.parent(frame, site) if site is not None else None
        pointless = row.idle or self.rules.sdk.config_fates.get(row.sets) == "dropped"
        if not pointless or not isinstance(above, cst.Expr) or not isinstance(site, cst.Call):
            study.block(
                calls,
                frame,
                register,
                f"{row.name}() changes what the client was made with",
                "make the client with the final configuration",
            )
            return
        if not all(_is_pure(argument.value) for argument in site.args):
            study.block(
                calls,
                frame,
                register,
                f"what {row.name}() is given is computed there",
                f"see whether it still has to be computed, and remove {row.name}()",
            )
            return
        program = frame.value.program
        idle = self._idle.setdefault((program, id(above)), _Idle(program, above, set()))
        idle.calls.update(calls)
        del node

    def _removed(self, chosen: Set[Call]) -> Iterator[tuple[tuple[int, Insertion], Set[Call]]]:
        """Yield what takes the place of statements that set nothing any more, and who set it."""
        gone = [idle for idle in self._idle.values() if idle.calls <= chosen]
        statements = {id(idle.statement) for idle in gone}
        emptied: set[int] = set()
        for idle in gone:
            tree = self.study.tree(idle.program)
            if tree is None:
                continue
            start, end = tree.range(idle.statement)
            line = tree.parent(idle.statement)
            block = tree.parent(line) if line is not None else None
            whole = isinstance(line, cst.SimpleStatementLine) and len(line.body) == 1
            if whole and isinstance(block, (cst.IndentedBlock, cst.Module)):
                others = [
                    each
                    for each in block.body
                    if not isinstance(each, cst.SimpleStatementLine)
                    or any(id(small) not in statements for small in each.body)
                ]
                if others or isinstance(block, cst.Module) or id(block) in emptied:
                    stop = tree.text.find("\n", end)
                    stop = len(tree.text) if stop < 0 else stop + 1
                    insertion = Insertion(tree.line_start(start), stop, "")
                    yield (idle.program, insertion), idle.calls
                    continue
                emptied.add(id(block))
            yield (idle.program, Insertion(start, end, "pass")), idle.calls

    def classes(self) -> dict[int, dict[str, set[Call]]]:
        """Return by what names modules make clients, with all requests of those of a module."""
        found: dict[int, dict[str, set[Call]]] = {}
        whole: dict[int, set[Call]] = {}
        for made in self._sites.values():
            function = made.site.func
            name = function.attr if isinstance(function, cst.Attribute) else function
            if isinstance(name, cst.Name):
                calls = whole.setdefault(made.program, set())
                calls |= made.calls
                found.setdefault(made.program, {})[name.value] = calls
        return found

    # -- clients beside those that stay -----------------------------------------------------

    def own_name(
        self, frame: Frame, register: int, receiver: cst.BaseExpression
    ) -> Callable[[Writer], str] | None:
        """Return how a request names its client, where that is one of its own."""
        study = self.study
        node = study.code(frame)[register]
        calls: set[Call] = set()
        if isinstance(node, ir.Call):
            calls.add(study.solver.call_at(frame, register, node.span))
        elif isinstance(node, ir.Attribute):
            for atom in frame.registers[node.base]:
                if isinstance(atom, Client):
                    calls |= study.calls_by(atom)
        for call in calls:
            self._receivers.setdefault(call, []).append((frame, register, receiver))
        place = (frame.value.program, id(receiver))
        return lambda writer: self._names.get(place) or writer.text(receiver)

    def stuck(self, chosen: Set[Call]) -> list[tuple[frozenset[Call], Reason]]:
        """Return the requests that cannot migrate, since others stay that use the same client."""
        found = []
        for made in self._sites.values():
            moving = made.calls & chosen
            if not moving or moving == made.calls or self._second(made, moving) is not None:
                continue
            staying = min(made.calls - chosen, key=lambda call: (call.site.program, call.site.span))
            named = strings(self.study.solver.heap.get(staying, ACTION))
            action = service_name(named[0]) if named else "a request"
            reason = Reason(
                self.study.location(staying.site.program, staying.site.span),
                f"its client also serves {action}, which stays",
                "make a client of its own for what migrates",
            )
            found.append((frozenset(moving), reason))
        return found

    def served_with(self, calls: Set[Call]) -> set[Call]:
        """Return all requests of the clients that send some of these."""
        return {call for made in self._sites.values() if made.calls & calls for call in made.calls}

    def settle(self, chosen: Set[Call]) -> dict[tuple[int, Insertion], Calls]:
        """Settle which requests use clients of their own.

        Returns the lines that come or go, and for the sake of which requests.
        """
        self._names = {}
        found: dict[tuple[int, Insertion], Calls] = {}

        def note(place: tuple[int, Insertion], calls: Set[Call]) -> None:
            found[place] = found.get(place, frozenset()) | calls

        for place, calls in self._removed(chosen):
            note(place, calls)
        for made in self._sites.values():
            moving = made.calls & chosen
            if not moving:
                continue
            if moving == made.calls:
                if made.config_name:
                    note((made.program, self._named_config(made)), moving)
                continue
            second = self._second(made, moving)
            if second is not None:
                for place in second.insertions:
                    note(place, moving)
                self._names |= second.names
                self.study.need(made.program, moving, CLIENT)
        return found

    def _named_config(self, made: _Made) -> Insertion:
        tree = self.study.tree(made.program)
        assert tree is not None
        assert made.config is not None
        start = tree.line_start(tree.range(made.site)[0])
        line = _own_line(tree, made.site)
        assert line is not None
        start = tree.range(line)[0]
        begin = tree.line_start(start)
        text = Writer(tree, Pending()).text(made.config)
        newline = tree.module.default_newline
        return Insertion(
            begin, begin, f"{tree.text[begin:start]}{made.config_name} = {text}{newline}"
        )

    def _second(self, made: _Made, moving: Set[Call]) -> _Second | None:
        """Return how some requests get a client of their own; None if that cannot be written."""
        tree = self.study.tree(made.program)
        if tree is None or made.written is None or made.config_name:
            return None
        statement = tree.parent(made.site)
        line = _own_line(tree, made.site)
        if (
            not isinstance(statement, cst.Assign)
            or line is None
            or not all(_is_pure(argument.value) for argument in made.site.args)
        ):
            return None
        target = statement.targets[0].target
        match target:
            case cst.Name(old):
                head = ""
            case cst.Attribute(cst.Name(owner), cst.Name(old)):
                head = f"{owner}."
            case _:
                return None
        suffixes = ("_V3", "_CLB", "_API_V3") if old.isupper() else ("_v3", "_clb", "_api_v3")
        used = {made.program} | {
            frame.value.program for call in moving for frame, _, _ in self._receivers.get(call, ())
        }
        trees = [self.study.tree(program) for program in used]
        new = free_name(
            (old + suffix for suffix in suffixes), [each.text for each in trees if each is not None]
        )
        if new is None:
            return None
        names: dict[tuple[int, int], str] = {}
        insertions: dict[tuple[int, Insertion], None] = {}
        for call in sorted(moving, key=lambda each: (each.site.program, each.site.span)):
            receivers = self._receivers.get(call)
            if not receivers:
                return None
            for frame, _, receiver in receivers:
                program = frame.value.program
                told = self._renamed(made, statement, old, new, frame, receiver)
                if told is None:
                    return None
                names[program, id(receiver)] = told[0]
                if told[1] is not None:
                    insertions[program, told[1]] = None
        start, end = tree.range(line)
        stop = tree.text.find("\n", end)
        newline = tree.module.default_newline
        begin = tree.line_start(start)
        text = made.written(Writer(tree, Pending()), len(new) - len(old))
        text = f"{tree.text[begin:start]}{head}{new} = {text}"
        text = f"{newline}{text}" if stop < 0 else f"{text}{newline}"
        at = len(tree.text) if stop < 0 else stop + 1
        insertions[made.program, Insertion(at, at, text)] = None
        return _Second(tuple(insertions), names)

    def _renamed(
        self,
        made: _Made,
        statement: cst.Assign,
        old: str,
        new: str,
        frame: Frame,
        receiver: cst.BaseExpression,
    ) -> tuple[str, Insertion | None] | None:
        """Return how a request names the second client, and what it must import for that."""
        program = frame.value.program
        bindings, tree = self.bindings(program), self.study.tree(program)
        if bindings is None or tree is None:
            return None
        match receiver:
            case cst.Name(name) if name == old:
                binding = bindings.only_binding(receiver)
                if binding is statement.targets[0] and program == made.program:
                    return new, None
                if not isinstance(binding, cst.ImportAlias) or binding.asname is not None:
                    return None
                source = tree.parent(binding)
                if not isinstance(source, cst.ImportFrom) or not self._is_global(made, statement):
                    return None
                dots = "." * len(source.relative)
                dotted = cst.Module([]).code_for_node(source.module) if source.module else ""
                if self.study.solver.modules.resolve(program, dots + dotted) != made.program:
                    return None
                end = tree.range(binding.name)[1]
                return new, Insertion(end, end, f", {new}")
            case cst.Attribute(value=base, attr=cst.Name(name)) if name == old:
                owners = self.uses.value_of(frame, base)
                if not owners or not is_repeatable(base):
                    return None
                text = f"{tree.text[slice(*tree.range(base))]}.{new}"
                if all(owner == ProjectModule(made.program) for owner in owners):
                    return (text, None) if self._is_global(made, statement) else None
                return (text, None) if self._is_only_store(made, old, owners) else None
            case _:
                return None

    def _is_global(self, made: _Made, statement: cst.Assign) -> bool:
        """Tell whether a client is a global of its module that is set once."""
        bindings, tree = self.bindings(made.program), self.study.tree(made.program)
        target = statement.targets[0].target
        if bindings is None or tree is None or not isinstance(target, cst.Name):
            return False
        binding = bindings.global_binding(target.value)
        return binding is statement.targets[0]

    def _is_only_store(self, made: _Made, name: str, owners: Value) -> bool:
        """Tell whether an attribute of some objects is set nowhere but where a client is made."""
        tree = self.study.tree(made.program)
        if tree is None or any(word in tree.text for word in _OBSCURING):
            return False
        if not all(isinstance(owner, (Instance, ClassValue)) for owner in owners):
            return False
        places = {(frame.value.function, register) for frame, register in made.places}
        kinds = {owner.of if isinstance(owner, Instance) else owner for owner in owners}
        found = False
        for frame in self.study.solver.frames:
            for node in self.study.code(frame) if frame.runs else ():
                if not isinstance(node, ir.StoreAttribute) or node.name != name:
                    continue
                stored = frame.registers[node.base]
                if not any(
                    (atom.of if isinstance(atom, Instance) else atom) in kinds
                    for atom in stored
                    if isinstance(atom, (Instance, ClassValue))
                ):
                    continue
                place = (frame.value.function, node.value)
                if frame.value.program != made.program or place not in places:
                    return False
                found = True
        return found

    def finish(self) -> None:
        """Note where a configuration that gets a name has something to be rewritten in it."""
        for made in self._sites.values():
            tree = self.study.tree(made.program)
            if not made.config_name or tree is None or made.config is None:
                continue
            start, end = tree.range(made.config)
            for (program, _), rewrite in self.study.rewrites.items():
                at = tree.range(rewrite.node)[0] if program == made.program else -1
                if start <= at < end:
                    self.study.block(
                        made.calls,
                        *made.places[0],
                        "the configuration is made where the client is",
                        "give the configuration a name first",
                    )
                    break


def _own_line(tree: Tree, site: cst.Call) -> cst.SimpleStatementLine | None:
    """Return the line of a statement that does nothing but keep, or return, what a call makes."""
    statement = tree.parent(site)
    match statement:
        case cst.Assign(targets=[cst.AssignTarget(target)]):
            plain = isinstance(target, cst.Name) or (
                isinstance(target, cst.Attribute) and isinstance(target.value, cst.Name)
            )
        case cst.Return() | cst.Expr():
            plain = True
        case _:
            plain = False
    line = tree.parent(statement) if statement is not None and plain else None
    if isinstance(line, cst.SimpleStatementLine) and len(line.body) == 1:
        return line
    return None


def _text(node: cst.BaseExpression) -> Reads:
    return lambda writer: writer.text(node)


def _bare(atom: object) -> object:
    return Const(atom.value) if isinstance(atom, Const) else atom


def _is_pure(node: cst.CSTNode) -> bool:
    """Tell whether an expression may be left out, or evaluated twice, and nothing differs."""
    match node:
        case (
            cst.Name() | cst.SimpleString() | cst.Integer() | cst.Float() | cst.ConcatenatedString()
        ):
            return True
        case cst.Attribute() | cst.Subscript():
            return is_repeatable(node)
        case cst.Dict(elements):
            return all(
                isinstance(each, cst.DictElement) and _is_pure(each.key) and _is_pure(each.value)
                for each in elements
            )
        case cst.Call(func=cst.Attribute(value=base, attr=cst.Name("get" | "getenv")), args=args):
            return is_repeatable(base) and all(_is_pure(each.value) for each in args)
        case cst.Call(func=cst.Name("dict" | "str" | "int" | "bool"), args=args):
            return all(_is_pure(each.value) for each in args)
        case cst.BooleanOperation(left, _, right):
            return _is_pure(left) and _is_pure(right)
        case cst.IfExp(test, body, orelse):
            return _is_pure(test) and _is_pure(body) and _is_pure(orelse)
        case _:
            return False


def _argument(
    site: cst.Call, position: int | None, keyword: str | None
) -> cst.BaseExpression | None:
    for argument in site.args:
        if argument.keyword is not None and argument.keyword.value == keyword:
            return argument.value
    plain = [a.value for a in site.args if a.keyword is None]
    if position is not None and position < len(plain):
        return plain[position]
    return None


def _may_be_none(node: cst.CSTNode) -> bool:
    match node:
        case cst.Call(func=cst.Attribute(attr=cst.Name("get" | "getenv")), args=[_]):
            return True
        case _:
            return False
