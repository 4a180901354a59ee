"""The dicts and lists that requests are given: which ones they are, and how each is written anew.

What a container is to which requests (its *roles*) is found first, from the requests down to what
is in the containers and back to what they were copied from. Then every place that writes to one of
them, or looks something up in it, is rewritten, or stands in the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.literals import literal
from clb_migrate.analysis.values import (
    Atom,
    Call,
    Const,
    Container,
    External,
    FunctionValue,
    Method,
    Partial,
    Text,
    Value,
)
from clb_migrate.fixes.conversions import DROPPED, SAME, Conversion, Conversions
from clb_migrate.fixes.fields import LIST, Path
from clb_migrate.fixes.mapping import INDEX, ParameterTable, Target, general, legacy_path
from clb_migrate.fixes.tree import Tree
from clb_migrate.fixes.writer import ATOM, Piece, Writer
from clb_migrate.table.rows import Parameter

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

OPTIONAL = "optional"
"""Need of a module whose requests may be given None, which the legacy SDK left out."""
TASK = "request_id_to_task_id"
"""The transform of ids of tasks."""
REGIONAL = "regional"
"""Need of a module whose requests may name a region of their own."""
Role = tuple[Call, Path]
"""A request, and where in its legacy parameters a container stands."""


@dataclass(slots=True)
class Output:
    """A part of a 3.0 request while it is put together: text, or more parts by their keys."""

    text: str | None = None
    parts: dict[str, Output] = field(default_factory=dict)


_REPEATED = (cst.For, cst.While, cst.FunctionDef, cst.Lambda)
"""What runs more than once."""


class Parameters:
    """The parameters of all requests."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        self.rules = uses.study.rules
        self.conversions = Conversions(uses.study)
        self.roles: dict[Container, dict[Role, None]] = {}
        self._tables: dict[tuple[str, str], ParameterTable] = {}
        self._explained: set[tuple[Container, int]] = set()
        self._regional: set[Call] = set()
        self._written: dict[Container, set[str]] = {}
        """The legacy keys that a container surely gets."""
        self._defaulted: dict[str, set[Container]] = {}
        """For a legacy key, the dicts that are asked for it before it is set."""
        self._links: list[tuple[Container, Container]] = []
        """Dicts that are made of others, each with what it is made of."""

    # -- roles ------------------------------------------------------------------------------

    def assign(self, frames: Sequence[Frame]) -> None:
        """Find the containers of all requests."""
        study = self.study
        for call, value in self.uses.requests.params.items():
            frame = study.calls[call]
            if not value:
                self._unknown(call, frame)
            for atom in value:
                if isinstance(atom, Container) and atom.kind == "dict":
                    self._add(atom, (call, ()))
                elif not (isinstance(atom, Const) and atom.value is None):
                    self._unknown(call, frame)
        copies = self._links = self._copies(frames)
        self._find_defaults(frames)
        while True:
            before = sum(map(len, self.roles.values()))
            for target, source in copies:
                for role in list(self.roles.get(target, ())):
                    self._add(source, role)
            if sum(map(len, self.roles.values())) == before:
                break

    def _unknown(self, call: Call, frame: Frame) -> None:
        self.study.block(
            [call],
            frame,
            call.register,
            "the parameters of the request are not known here",
            "write them down as a dict",
        )

    def _add(self, container: Container, role: Role) -> None:
        known = self.roles.setdefault(container, {})
        if role in known or len(role[1]) > 6 or self._is_plain(role):
            return
        known[role] = None
        heap = self.study.solver.heap
        call, prefix = role
        for key in list(heap.keys.get(container, ())):
            if isinstance(key, tuple):
                continue
            if container.kind == "dict":
                if not isinstance(key, str) or key == "*":
                    continue
                path = (*prefix, *legacy_path(key))
            else:
                path = (*prefix, INDEX)
            for atom in heap.get(container, key):
                if isinstance(atom, Container):
                    self._add(atom, (call, general(path)))

    def _find_defaults(self, frames: Iterable[Frame]) -> None:
        """Note where a parameter depends on whether it is there: `setdefault`, `in`."""
        for frame in frames:
            for node in self.study.code(frame):
                keys: Value = {}
                holders: list[Atom] = []
                if isinstance(node, ir.Call) and node.arguments:
                    holders = [
                        a.receiver
                        for a in frame.registers[node.function]
                        if isinstance(a, Method) and a.name in ("setdefault", "get", "pop")
                    ]
                    keys = frame.registers[node.arguments[0].value]
                elif isinstance(node, ir.Compare) and node.operators[-1:] in (("in",), ("not in",)):
                    holders = list(frame.registers[node.operands[-1]])
                    keys = frame.registers[node.operands[0]]
                for key in keys:
                    if isinstance(key, Const) and isinstance(key.value, str):
                        held = {a for a in holders if isinstance(a, Container)}
                        self._defaulted.setdefault(key.value, set()).update(held)

    def _is_plain(self, role: Role) -> bool:
        """Tell whether a single plain value stands there, so that no container can."""
        call, prefix = role
        if not prefix or prefix[-1] != INDEX:
            return False
        targets = [self.table(r.module, r.name).target(prefix) for r in self.study.rows_of(call)]
        return bool(targets) and all(
            t is not None and t.kind == "leaf" and t.to[-1:] == (LIST,) for t in targets
        )

    def _copies(self, frames: Iterable[Frame]) -> list[tuple[Container, Container]]:
        """Return the dicts and lists that are made of others, each with what it is made of."""
        found: list[tuple[Container, Container]] = []
        for frame in frames:
            for register, node in enumerate(self.study.code(frame)):
                if isinstance(node, ir.Display):
                    made = [a for a in frame.registers[register] if isinstance(a, Container)]
                    for item in node.items:
                        if item.star:
                            for atom in frame.registers[item.value]:
                                if isinstance(atom, Container):
                                    found += [(each, atom) for each in made]
                elif isinstance(node, ir.Call):
                    found += self._copied(frame, register, node)
        return found

    def _copied(
        self, frame: Frame, register: int, node: ir.Call
    ) -> Iterable[tuple[Container, Container]]:
        results = [a for a in frame.registers[register] if isinstance(a, Container)]
        sources: list[Atom] = []
        for atom in frame.registers[node.function]:
            if isinstance(atom, Method) and isinstance(atom.receiver, Container):
                if atom.name == "copy":
                    sources.append(atom.receiver)
                elif atom.name == "update":
                    results = [atom.receiver]
                    sources += [a for arg in node.arguments for a in frame.registers[arg.value]]
            elif isinstance(atom, External) and atom.name.rsplit(".")[-1] in (
                "dict",
                "copy",
                "deepcopy",
                "OrderedDict",
                "list",
                "tuple",
            ):
                sources += [a for arg in node.arguments for a in frame.registers[arg.value]]
        pairs = [
            (target, source)
            for target in results
            for source in sources
            if isinstance(source, Container) and source != target
        ]
        # `f(**params)` hands the keys on to another dict.
        for argument in node.arguments:
            if argument.star == "**":
                for callee in self._callees(frame, register):
                    for formal in self.study.solver.function(callee.value).formals:
                        if formal.passing == "keywords":
                            for made in callee.arguments.get(formal.name, {}):
                                for atom in frame.registers[argument.value]:
                                    if isinstance(made, Container) and isinstance(atom, Container):
                                        pairs.append((made, atom))
        return pairs

    def _callees(self, frame: Frame, register: int) -> list[Frame]:
        return [
            other
            for other in self.study.solver.frames
            for user in other.users
            if isinstance(user, tuple) and user[:2] == (frame.index, register)
        ]

    def table(self, module: str, action: str) -> ParameterTable:
        """Return the parameters of an action."""
        key = (module, action)
        if key not in self._tables:
            self._tables[key] = ParameterTable(self.rules.actions[module][action], self.rules)
        return self._tables[key]

    def _targets(self, container: Container, keys: Path) -> tuple[Target, Path] | str:
        """Return what keys of a container lead to, and where the container itself is in API 3.0.

        A phrase tells why that is not one thing.
        """
        found: dict[tuple[Target, Path], None] = {}
        shown = ".".join(keys)
        for call, prefix in self.roles[container]:
            rows = self.study.rows_of(call)
            if not rows:
                return f"{shown} belongs to a request that is not migrated"
            for row in rows:
                table = self.table(row.module, row.name)
                above = table.target(prefix)
                target = table.target((*prefix, *general(keys)))
                if target is None or above is None:
                    return f"{shown} is no parameter of {row.name} that the table knows"
                found[target, above.to] = None
        if len(found) > 1:
            targets = {
                (
                    t.kind,
                    t.to,
                    t.row.transform if t.row else "",
                    t.row.current_type if t.row else "",
                )
                for t, _ in found
            }
            if len(targets) > 1 or len({start for _, start in found}) > 1:
                return f"{shown} is a parameter of several requests, and another one in each"
        return next(iter(found), "nothing")

    def _calls(self, container: Container) -> set[Call]:
        return {call for call, _ in self.roles.get(container, ())}

    def _mine(self, value: Value) -> list[Container]:
        return [a for a in value if isinstance(a, Container) and a in self.roles]

    # -- dicts and lists written out --------------------------------------------------------

    def display(self, frame: Frame, register: int, node: ir.Display) -> None:
        """A dict or list written out."""
        made = [
            a
            for a in self._mine(frame.registers[register])
            if a.frame == frame.index and a.register == register * 8
        ]
        if not made:
            return
        container = made[0]
        site = self.study.node(frame, register)
        if self._is_hoisted(container):
            if not self._is_within(frame, site):
                self._refuse(
                    container,
                    frame,
                    register,
                    "API 3.0 takes these elements one request at a time, or grouped",
                    "write the only element down in the request itself",
                )
            return
        if node.collected:
            self._comprehension(frame, register, node, container, site)
        elif isinstance(site, cst.Dict):
            self._dict(frame, register, container, site)
        elif isinstance(site, (cst.List, cst.Tuple)):
            for element in site.elements:
                if isinstance(element, cst.Element):
                    self._element(frame, register, container, element.value)
        else:
            self._refuse(container, frame, register, "these parameters are not rewritten")

    def _is_hoisted(self, container: Container) -> bool:
        """Tell whether a container is (in) a list that API 3.0 does not have."""
        for call, prefix in self.roles[container]:
            for row in self.study.rows_of(call):
                table = self.table(row.module, row.name)
                for end in range(1, len(prefix) + 1):
                    target = table.target(prefix[:end])
                    if target is not None and target.kind == "hoisted":
                        return True
        return False

    def _is_within(self, frame: Frame, site: cst.CSTNode | None) -> bool:
        """Tell whether something stands in a dict of parameters, which takes care of it."""
        tree = self.study.tree(frame.value.program)
        if site is None or tree is None:
            return False
        for above in tree.above(site):
            if isinstance(above, cst.Dict) and self._mine(self.uses.value_of(frame, above)):
                return True
            if not isinstance(above, (cst.Element, cst.List, cst.Tuple, cst.DictElement, cst.Dict)):
                return False
        return False

    def _refuse(
        self, container: Container, frame: Frame, register: int, text: str, step: str = ""
    ) -> None:
        self.study.block(self._calls(container), frame, register, text, step)

    def _comprehension(
        self,
        frame: Frame,
        register: int,
        node: ir.Display,
        container: Container,
        site: cst.CSTNode | None,
    ) -> None:
        del node
        if isinstance(site, cst.DictComp):
            self._keyed(frame, register, container, site)
            return
        if isinstance(site, (cst.ListComp, cst.GeneratorExp)):
            self._element(frame, register, container, site.elt)

    def _keyed(self, frame: Frame, register: int, container: Container, site: cst.DictComp) -> None:
        """`{"loadBalancerIds.%d" % i: x for i, x in enumerate(xs)}` is a list of the values."""
        prefix = self._list_prefix(frame, site.key)
        numbered = _is_counting(site.for_in)
        if prefix is None or not numbered or site.for_in.ifs or site.for_in.inner_for_in:
            self._refuse(
                container,
                frame,
                register,
                "the names of parameters are put together here",
                "write them down",
            )
            return
        found = self._targets(container, (prefix, "0"))
        if isinstance(found, str):
            self._refuse(container, frame, register, found)
            return
        target, start = found
        keys = [key for key in target.to[len(start) :] if key != LIST]
        if target.kind != "leaf" or len(keys) != 1 or target.row is None:
            self._refuse(container, frame, register, "these parameters are not rewritten")
            return
        conversion = self.conversions.scalar(
            site.value,
            self.uses.value_everywhere(frame, site.value),
            target.row,
            self._valued(frame),
        )
        if not self._accept(frame, register, container, conversion, prefix):
            return
        name = keys[0]
        for call in self._calls(container):
            # An empty list is not sent.
            self.study.need(self.study.calls[call].value.program, [call], OPTIONAL)
        extra = self._extra(container, {prefix})

        def write(writer: Writer) -> Piece:
            mark = writer.quotes(site)
            value = conversion.write(writer).text if conversion.write else writer.text(site.value)
            tree = self.study_tree(frame)
            begin = tree.range(site.value)[1]
            for _ in site.value.rpar:
                begin = tree.text.index(")", begin) + 1
            end = tree.range(site)[1] - 1
            items = [f"{mark}{name}{mark}: [{value} {writer.source(begin, end).strip()}]"]
            items += [f"{mark}{k}{mark}: {_literal(v, mark)}" for k, v in extra]
            return Piece("{" + ", ".join(items) + "}")

        self.study.rewrite(
            frame, register, site, ("numbered", name, conversion.key), self._calls(container), write
        )

    def study_tree(self, frame: Frame) -> Tree:
        """Return the tree of a frame's file, which can be edited."""
        tree = self.study.tree(frame.value.program)
        assert tree is not None
        return tree

    def _element(
        self, frame: Frame, register: int, container: Container, node: cst.BaseExpression
    ) -> None:
        """One element of a list."""
        if isinstance(node, (cst.Dict, cst.List)):
            return
        found = self._targets(container, (INDEX,))
        if isinstance(found, str):
            self._refuse(container, frame, register, found)
            return
        target, _ = found
        if target.kind != "leaf" or target.row is None:
            return
        conversion = self.conversions.scalar(
            node, self.uses.value_everywhere(frame, node), target.row, self._valued(frame)
        )
        self._convert(frame, register, container, node, conversion, target.row.name)

    def _valued(self, frame: Frame) -> Callable[[cst.CSTNode], Value]:
        return lambda node: self.uses.value_everywhere(frame, node)

    def _accept(
        self, frame: Frame, register: int, container: Container, conversion: Conversion, name: str
    ) -> bool:
        if conversion.blocked:
            self._refuse(container, frame, register, f"{name}: {conversion.blocked}")
            return False
        if conversion.doubt:
            self.study.doubt(
                self._calls(container),
                frame,
                register,
                f"{name}: {conversion.doubt}",
                "see that it is so",
            )
        if conversion.optional:
            for call, prefix in self.roles[container]:
                if not prefix:
                    self.study.need(self.study.calls[call].value.program, [call], OPTIONAL)
        return True

    def _convert(
        self,
        frame: Frame,
        register: int,
        container: Container,
        node: cst.BaseExpression,
        conversion: Conversion,
        name: str,
    ) -> None:
        """Rewrite a value where it stands."""
        if not self._accept(frame, register, container, conversion, name):
            return
        if conversion.write is not None:
            self.study.rewrite(
                frame,
                register,
                node,
                ("value", conversion.key),
                self._calls(container),
                conversion.write,
            )

    def _dict(self, frame: Frame, register: int, container: Container, site: cst.Dict) -> None:
        items: list[tuple[cst.DictElement, str, Target, Path, Conversion]] = []
        simple = True
        known: set[str] = set()
        starred = False
        for element in site.elements:
            if not isinstance(element, cst.DictElement):
                starred = True
                continue
            key = self._key(frame, element.key)
            if key is None:
                self._refuse(
                    container,
                    frame,
                    register,
                    "the name of a parameter is not known here",
                    "write it down",
                )
                return
            known.add(key)
            found = self._targets(container, legacy_path(key))
            if isinstance(found, str):
                self._refuse(container, frame, register, found)
                return
            target, start = found
            conversion = self._conversion(frame, register, container, element.value, target, key)
            if conversion is None:
                return
            items.append((element, key, target, start, conversion))
            simple = simple and self._is_simple(target, start, key, conversion, element)
        tops = {prefix for _, prefix in self.roles[container]}
        extra = [] if starred or tops != {()} else self._extra(container, known)
        if tops == {()} and not starred:
            self._check_needed(frame, register, container, known)
        if simple and not extra:
            for element, _, target, start, conversion in items:
                if target.kind != "common":
                    self._rename(frame, register, container, element.key, target.to[len(start)])
                self._convert_quietly(frame, register, container, element.value, conversion)
            return
        if simple and extra and items:
            self._append(frame, register, container, site, items, extra)
            return
        if starred:
            self._refuse(container, frame, register, "parameters are merged and regrouped here")
            return
        plain = [(e.value, key, t, start, c) for e, key, t, start, c in items]
        self._regroup(frame, register, container, site, plain, extra)

    def _append(
        self,
        frame: Frame,
        register: int,
        container: Container,
        site: cst.Dict,
        items: Sequence[tuple[cst.DictElement, str, Target, Path, Conversion]],
        extra: Sequence[tuple[str, object]],
    ) -> None:
        """Keep a dict as it stands, and add entries behind its last one."""
        for element, _, target, start, conversion in items:
            if target.kind != "common":
                self._rename(frame, register, container, element.key, target.to[len(start)])
            self._convert_quietly(frame, register, container, element.value, conversion)
        last = items[-1][0].value

        def write(writer: Writer) -> Piece:
            mark = writer.quotes(site)
            tree = self.study_tree(frame)
            start, end = tree.range(site)
            _, value_end = tree.range(last)
            for _ in getattr(last, "rpar", ()):
                value_end = tree.text.index(")", value_end) + 1
            first_key = tree.range(items[0][0].key)[0]
            line = tree.line_start(first_key)
            separator = ", "
            if tree.text[line:first_key].strip() == "" and "\n" in tree.text[start:first_key]:
                separator = "," + _newline(tree.text, start, first_key) + tree.text[line:first_key]
            added = "".join(f"{separator}{mark}{k}{mark}: {_literal(v, mark)}" for k, v in extra)
            return Piece(writer.source(start, value_end) + added + writer.source(value_end, end))

        self.study.rewrite(
            frame, register, site, ("added", tuple(extra)), self._calls(container), write
        )

    def _convert_quietly(
        self,
        frame: Frame,
        register: int,
        container: Container,
        node: cst.BaseExpression,
        conversion: Conversion,
    ) -> None:
        if conversion.write is not None:
            self.study.rewrite(
                frame,
                register,
                node,
                ("value", conversion.key),
                self._calls(container),
                conversion.write,
            )

    def _key(self, frame: Frame, node: cst.BaseExpression) -> str | None:
        if isinstance(node, (cst.SimpleString, cst.ConcatenatedString)):
            value = [a.value for a in self.uses.value_of(frame, node) if isinstance(a, Const)]
            return value[0] if len(value) == 1 and isinstance(value[0], str) else None
        return None

    def _conversion(
        self,
        frame: Frame,
        register: int,
        container: Container,
        node: cst.BaseExpression,
        target: Target,
        name: str,
    ) -> Conversion | None:
        """Return what becomes of a value; None, with a reason noted, if that is not known."""
        value = self.uses.value_everywhere(frame, node)
        calls = self._calls(container)
        # A task of API 2.0 can be asked for there only.
        tasks = self.uses.tasks_in(value)
        self.study.merge(calls | tasks)
        if target.row is not None and target.row.transform == TASK and not tasks:
            self.study.doubt(
                calls,
                frame,
                register,
                f"{name}: where this id comes from is not known here, and API 3.0 has others",
                "see that it is the RequestId of an answer of API 3.0",
            )
        if target.kind == "common":
            match target.fate:
                case "dropped":
                    return DROPPED
                case "version":
                    return DROPPED
                case "region":
                    self._regional.update(calls)
                    for call in calls:
                        program = self.study.calls[call].value.program
                        self.study.need(program, [call], REGIONAL)
                    found = self.conversions.region(node, value)
                case _:
                    self._refuse(
                        container,
                        frame,
                        register,
                        f"{name} is sent with the request itself",
                        "give it to the client",
                    )
                    return None
        elif target.row is not None and not target.row.to and target.kind == "leaf":
            if target.row.droppable:
                return DROPPED
            self._refuse(
                container,
                frame,
                register,
                _without_counterpart(name, target.row),
                "decide by hand what shall happen instead",
            )
            return None
        elif target.kind in ("dict", "list", "hoisted"):
            if target.row is not None and target.row.by_hand:
                self._refuse(container, frame, register, f"{name}: {target.row.by_hand}")
                return None
            if not any(isinstance(a, Container) for a in value) or any(
                not isinstance(a, Container) for a in value
            ):
                self._refuse(
                    container,
                    frame,
                    register,
                    f"what is in {name} is not known here",
                    "write it down as lists and dicts",
                )
                return None
            if target.kind == "hoisted" and not (
                isinstance(node, (cst.List, cst.Tuple))
                and len(node.elements) == 1
                and isinstance(node.elements[0].value, cst.Dict)
            ):
                self._refuse(
                    container,
                    frame,
                    register,
                    f"API 3.0 takes the elements of {name} one request at a time, or grouped",
                    "send a request for each of them",
                )
                return None
            return SAME
        else:
            assert target.row is not None
            path = legacy_path(name)
            is_list = target.row.current_type.startswith("Array") and not path[-1].isdigit()
            if target.row.needed and is_list and not _has_elements(node):
                self.study.doubt(
                    calls,
                    frame,
                    register,
                    f"{name} may be empty: {target.row.needed}",
                    "see that it never is",
                )
            if path[-1].isdigit() or target.to[-1:] == (LIST,):
                found = self.conversions.scalar(node, value, target.row, self._valued(frame))
            else:
                found = self.conversions.of(node, value, target.row, self._valued(frame))
        return found if self._accept(frame, register, container, found, name) else None

    def _is_simple(
        self,
        target: Target,
        start: Path,
        key: str,
        conversion: Conversion,
        element: cst.DictElement,
    ) -> bool:
        if target.kind == "common":
            return target.fate == "region"
        return (
            "." not in key
            and conversion.key != "dropped"
            and target.kind != "hoisted"
            and target.to[: len(start)] == start
            and len(target.to) == len(start) + 1
            and isinstance(element.key, cst.SimpleString)
        )

    def _rename(
        self,
        frame: Frame,
        register: int,
        container: Container,
        node: cst.BaseExpression,
        name: str,
    ) -> None:
        if not isinstance(node, cst.SimpleString):
            self._refuse(container, frame, register, "the name of a parameter is not written here")
            return
        literal_node = node
        if literal(node) == name:
            return
        text = f"{literal_node.prefix}{literal_node.quote}{name}{literal_node.quote}"
        self.study.rewrite(
            frame, register, node, ("text", name), self._calls(container), lambda _: Piece(text)
        )

    # -- what a call leaves out -------------------------------------------------------------

    def left_out(
        self, frame: Frame, register: int, call: Call, params: cst.BaseExpression | None
    ) -> list[tuple[str, object]]:
        """Return what a request without any parameters is sent in API 3.0."""
        value = self.uses.requests.params.get(call, {})
        nothing = bool(value) and all(isinstance(a, Const) for a in value)
        if not nothing:
            return []
        del params
        found: list[tuple[str, object]] = []
        for row in self.study.rows_of(call):
            for parameter in self.table(row.module, row.name).needs():
                if parameter.left_out is not None and parameter.to:
                    found.append((parameter.to, parameter.left_out))
                    self._reviewed(frame, register, [call], parameter)
                elif parameter.needed:
                    self.study.block([call], frame, register, parameter.needed.rstrip("."))
                elif parameter.differs:
                    self.study.doubt([call], frame, register, parameter.differs.rstrip("."))
        return list(dict.fromkeys(found))

    def _reviewed(self, frame: Frame, register: int, calls: Iterable[Call], row: Parameter) -> None:
        if row.review:
            self.study.review(calls, frame, register, row.review.rstrip("."))

    def _extra(self, container: Container, known: set[str]) -> list[tuple[str, object]]:
        """Return what is to be added where a dict of parameters is made."""
        found: list[tuple[str, object]] = []
        heads = {key.split(".")[0] for key in known} | self._sure(container)
        for call, prefix in self.roles[container]:
            if prefix:
                continue
            for row in self.study.rows_of(call):
                for parameter in self.table(row.module, row.name).needs():
                    if parameter.left_out is None or not parameter.to:
                        continue
                    head = legacy_path(parameter.name)[0]
                    if head in heads or not self._adds(container, head, call):
                        continue
                    found.append((parameter.to, parameter.left_out))
                    frame = self.study.calls[call]
                    self._reviewed(frame, call.register, [call], parameter)
        return list(dict.fromkeys(found))

    def _adds(self, container: Container, head: str, call: Call) -> bool:
        """Tell whether a dict, of all that are merged into one, is the one to have a default.

        That is the first one, and only if nothing that is merged with it may bring a value along.
        """
        merged = self._merged_with(container)
        if merged & self._defaulted.get(head, set()):
            frame = self.study.calls[call]
            self.study.block(
                [call],
                frame,
                call.register,
                f"whether {head} is sent is decided later on",
                f"send {head} in any case",
            )
            return False
        if len(merged) == 1:
            return True
        heap = self.study.solver.heap
        if any(
            isinstance(key, str) and key.split(".")[0] == head
            for each in merged
            for key in heap.keys.get(each, ())
        ):
            if not any(head in {k.split(".")[0] for k in self._literal_keys(m)} for m in merged):
                frame = self.study.calls[call]
                self.study.block(
                    [call],
                    frame,
                    call.register,
                    f"whether {head} is sent is not known here",
                    f"send {head} in any case",
                )
            return False
        sources = [m for m in merged if not any(m == target for target, _ in self._links)]
        return min(sources, key=lambda m: (m.site.program, m.site.span)) == container

    def _literal_keys(self, container: Container) -> set[str]:
        """Return the keys that are written down where a dict is made."""
        frames = self.study.solver.frames
        maker = frames[container.frame] if 0 <= container.frame < len(frames) else None
        if maker is None:
            return set()
        code = self.study.code(maker)
        node = code[container.register // 8] if container.register // 8 < len(code) else None
        keys = (
            [i.key for i in node.items if i.key is not None] if isinstance(node, ir.Display) else []
        )
        return {
            a.value
            for key in keys
            for a in maker.registers[key]
            if isinstance(a, Const) and isinstance(a.value, str)
        }

    def _merged_with(self, container: Container) -> set[Container]:
        """Return the dicts that end up in one with this one."""
        found = {container}
        waiting = [container]
        while waiting:
            one = waiting.pop()
            for target, source in self._links:
                for a, b in ((target, source), (source, target)):
                    if a == one and b not in found and b in self.roles:
                        found.add(b)
                        waiting.append(b)
        return found

    def _check_needed(
        self, frame: Frame, register: int, container: Container, known: set[str]
    ) -> None:
        sure = {key.split(".")[0] for key in known} | self._sure(container)
        for call, prefix in self.roles[container]:
            if prefix:
                continue
            for row in self.study.rows_of(call):
                for parameter in self.table(row.module, row.name).needs():
                    head = legacy_path(parameter.name)[0]
                    if head in sure:
                        continue
                    if parameter.differs:
                        self.study.doubt(
                            [call],
                            frame,
                            register,
                            f"{head}: {parameter.differs.rstrip('.')}",
                            f"see whether {head} has to be sent",
                        )
                    if not parameter.needed:
                        continue
                    if parameter.unless and all(
                        legacy_path(u)[0] in sure for u in parameter.unless
                    ):
                        continue
                    self.study.block([call], frame, register, parameter.needed.rstrip("."))

    def _sure(self, container: Container) -> set[str]:
        """Return the keys that are stored in a dict right after it is made, whatever happens."""
        if container not in self._written:
            self._written[container] = self._surely(container)
        return self._written[container]

    def _surely(self, container: Container) -> set[str]:
        study = self.study
        found: set[str] = set()
        maker = study.solver.frames[container.frame] if container.frame >= 0 else None
        if maker is None:
            return found
        tree = study.tree(maker.value.program)
        made = study.node(maker, container.register // 8)
        if tree is None or made is None:
            return found
        block = _block_of(tree, made)
        for register, node in enumerate(study.code(maker)):
            if isinstance(node, ir.StoreSubscript) and container in maker.registers[node.base]:
                target = study.node(maker, register)
                if target is None or _block_of(tree, target) is not block:
                    continue
                for atom in maker.registers[node.key]:
                    if isinstance(atom, Const) and isinstance(atom.value, str):
                        found.add(atom.value.split(".")[0])
                    elif isinstance(atom, Text) and isinstance(atom.parts[0], str):
                        found.add(atom.parts[0].split(".")[0])
        return found

    def region_of(self, call: Call) -> bool:
        """Tell whether a request may name a region of its own."""
        return call in self._regional

    # -- regrouping -------------------------------------------------------------------------

    def _regroup(
        self,
        frame: Frame,
        register: int,
        container: Container,
        site: cst.Dict | cst.Call,
        items: Sequence[tuple[cst.BaseExpression, str, Target, Path, Conversion]],
        extra: Sequence[tuple[str, object]],
    ) -> None:
        """Write a whole dict anew, since its keys are grouped in another way."""
        leaves: list[tuple[Path, Conversion, cst.BaseExpression]] = []
        for value, key, target, start, conversion in items:
            if conversion.key == "dropped":
                continue
            if target.kind == "hoisted":
                inner = self._hoisted(frame, register, container, value, key)
                if inner is None:
                    return
                leaves += inner
                continue
            path = _numbered(target.to[len(start) :], legacy_path(key))
            if path is None:
                self._refuse(container, frame, register, f"{key} stands elsewhere in API 3.0")
                return
            leaves.append((path, conversion, value))
        heads = [path[0] for path, _, _ in leaves]
        moved = len([*dict.fromkeys(heads)]) < len(
            [head for at, head in enumerate(heads) if at == 0 or heads[at - 1] != head]
        )
        if moved and sum(_has_call(node) for _, _, node in leaves) > 1:
            self.study.doubt(
                self._calls(container),
                frame,
                register,
                "the values of parameters are computed in another order",
                "see that the order does not matter",
            )
        if len({path for path, _, _ in leaves}) < len(leaves):
            self._refuse(
                container,
                frame,
                register,
                "two parameters become one in API 3.0",
                "choose one of them",
            )
            return
        del container

        def write(writer: Writer) -> Piece:
            mark = writer.quotes(site)
            whole = Output()
            for path, conversion, node in leaves:
                text = conversion.write(writer).text if conversion.write else writer.text(node)
                _put(whole, path, text)
            for name, value in extra:
                _put(whole, (name,), _literal(value, mark))
            tree = self.study_tree(frame)
            start, end = tree.range(site)
            return Piece(_laid_out(tree.text, tree.line_start(start), start, end, whole, mark))

        calls = {
            call for made in self._mine(frame.registers[register]) for call in self._calls(made)
        }
        shape = ("regrouped", tuple((p, c.key) for p, c, _ in leaves), tuple(extra))
        self.study.rewrite(frame, register, site, shape, calls, write)

    def _hoisted(
        self,
        frame: Frame,
        register: int,
        container: Container,
        node: cst.BaseExpression,
        key: str,
    ) -> list[tuple[Path, Conversion, cst.BaseExpression]] | None:
        """Return the leaves of the only element of a list that API 3.0 does not have."""
        assert isinstance(node, (cst.List, cst.Tuple))
        inner = node.elements[0].value
        assert isinstance(inner, cst.Dict)
        leaves: list[tuple[Path, Conversion, cst.BaseExpression]] = []
        for element in inner.elements:
            name = self._key(frame, element.key) if isinstance(element, cst.DictElement) else None
            if name is None:
                self._refuse(
                    container, frame, register, "the name of a parameter is not known here"
                )
                return None
            found = self._targets(container, (*legacy_path(key), "0", *legacy_path(name)))
            if isinstance(found, str):
                self._refuse(container, frame, register, found)
                return None
            target, start = found
            conversion = self._conversion(
                frame, register, container, element.value, target, f"{key}.0.{name}"
            )
            if conversion is None:
                return None
            if conversion.key == "dropped":
                continue
            rest = target.to[len(start) :]
            path = _numbered(rest, (*legacy_path(key), "0", *legacy_path(name)))
            if path is None:
                self._refuse(container, frame, register, f"{name} stands elsewhere in API 3.0")
                return None
            leaves.append((path, conversion, element.value))
        return leaves

    # -- parameters stored one by one -------------------------------------------------------

    def put(self, frame: Frame, register: int, node: ir.StoreSubscript) -> None:
        """`params[key] = value`"""
        mine = self._mine(frame.registers[node.base])
        if not mine:
            return
        container = mine[0]
        site = self.study.node(frame, register)
        if not isinstance(site, cst.Subscript) or len(site.slice) != 1:
            self._refuse(container, frame, register, "a parameter is stored in a way not rewritten")
            return
        index = site.slice[0].slice
        if not isinstance(index, cst.Index):
            return
        if container.kind != "dict":
            self._refuse(
                container, frame, register, "an element of a list of parameters is replaced"
            )
            return
        key_node = index.value
        key = self._key(frame, key_node)
        tree = self.study_tree(frame)
        above = tree.parent(site)
        assign = tree.parent(above) if isinstance(above, cst.AssignTarget) else above
        if key is not None and "." not in key:
            self._put_plain(frame, register, container, site, key_node, key, assign)
            return
        self._put_numbered(frame, register, container, site, key_node, key, assign)

    def _put_plain(
        self,
        frame: Frame,
        register: int,
        container: Container,
        site: cst.Subscript,
        key_node: cst.BaseExpression,
        key: str,
        assign: cst.CSTNode | None,
    ) -> None:
        found = self._targets(container, (key,))
        if isinstance(found, str):
            self._refuse(container, frame, register, found)
            return
        target, start = found
        rest = target.to[len(start) :]
        if isinstance(assign, cst.AugAssign):
            row = target.row
            plain = row is not None and row.transform in (None, "identity")
            if target.kind != "leaf" or not plain or len(rest) != 1:
                self._refuse(container, frame, register, f"{key} is computed anew here")
                return
            self._rename(frame, register, container, key_node, rest[0])
            return
        if not isinstance(assign, cst.Assign) or len(assign.targets) != 1:
            self._refuse(container, frame, register, "a parameter is stored in a way not rewritten")
            return
        conversion = self._conversion(frame, register, container, assign.value, target, key)
        if conversion is None:
            return
        if target.kind == "common" and target.fate == "region":
            self._convert_quietly(frame, register, container, assign.value, conversion)
            return
        if conversion.key == "dropped":
            self._dropped(frame, register, container, assign, target)
            return
        if target.kind == "hoisted" or not rest or LIST in rest:
            self._refuse(container, frame, register, f"{key} stands elsewhere in API 3.0")
            return
        if len(rest) == 1:
            self._rename(frame, register, container, key_node, rest[0])
            self._convert_quietly(frame, register, container, assign.value, conversion)
            return
        self._nested_store(frame, register, container, site, assign, conversion, rest)

    def _dropped(
        self,
        frame: Frame,
        register: int,
        container: Container,
        assign: cst.Assign,
        target: Target,
    ) -> None:
        if target.kind != "common" and target.row is not None and target.row.to:
            name = target.to[-1]
            base = assign.targets[0].target
            assert isinstance(base, cst.Subscript)
            inner = base.value

            def write(writer: Writer) -> Piece:
                mark = writer.quotes(base)
                return Piece(f"{writer.text(inner, ATOM)}.pop({mark}{name}{mark}, None)")

            self.study.rewrite(
                frame, register, assign, ("taken out", name), self._calls(container), write
            )
            return
        self.study.rewrite(
            frame, register, assign, ("nothing",), self._calls(container), lambda _: Piece("pass")
        )

    def _put_numbered(
        self,
        frame: Frame,
        register: int,
        container: Container,
        site: cst.Subscript,
        key_node: cst.BaseExpression,
        key: str | None,
        assign: cst.CSTNode | None,
    ) -> None:
        """`params["loadBalancerIds.%d" % i] = x` appends to a list of the request."""
        tree = self.study_tree(frame)
        if not isinstance(assign, cst.Assign) or len(assign.targets) != 1:
            self._refuse(container, frame, register, "a parameter is stored in a way not rewritten")
            return
        pattern = self._pattern(frame, key_node) if key is None else (key, None)
        if pattern is None:
            self._refuse(
                container,
                frame,
                register,
                "the name of a parameter is put together here",
                "write it down",
            )
            return
        shape, hole = pattern
        path = legacy_path(shape)
        found = self._targets(container, path)
        if isinstance(found, str):
            self._refuse(container, frame, register, found)
            return
        target, start = found
        rest = target.to[len(start) :]
        conversion = self._conversion(frame, register, container, assign.value, target, shape)
        if conversion is None:
            return
        if conversion.key == "dropped":
            self._dropped(frame, register, container, assign, target)
            return
        numbers = [part for part in path if part.isdigit()]
        if not numbers:
            if LIST in rest or len(rest) < 1:
                self._refuse(container, frame, register, f"{shape} stands elsewhere in API 3.0")
                return
            self._nested_store(frame, register, container, site, assign, conversion, rest)
            return
        at = path.index(numbers[0])
        prefix = path[:at]
        if not self._is_fresh(container, assign, hole):
            self._refuse(
                container,
                frame,
                register,
                "the elements of this list are stored again in each round of a loop",
                "make the parameters anew in each round",
            )
            return
        if hole is not None and not _counts(tree, assign, hole):
            self._refuse(
                container,
                frame,
                register,
                "whether the numbers of this list run from 0 without a gap is not known here",
                "collect the values in a list",
            )
            return
        stores = self._stores(frame, container, prefix)
        if LIST not in rest:
            # API 3.0 takes one value here.
            if hole is not None or any(number != "0" for number in stores):
                self._refuse(
                    container, frame, register, "API 3.0 takes one value here, and several are sent"
                )
                return
            self._nested_store(frame, register, container, site, assign, conversion, rest)
            return
        if hole is None and list(stores) != sorted(stores, key=int):
            self._refuse(
                container, frame, register, "the elements of a list are stored out of order"
            )
            return
        head, tail = rest[: rest.index(LIST)], rest[rest.index(LIST) + 1 :]
        if len(head) != 1 or LIST in tail or len(tail) > 1:
            self._refuse(container, frame, register, f"{shape} stands elsewhere in API 3.0")
            return
        first = self._is_first(frame, container, prefix, assign, path[at])
        base = site.value
        value_node = assign.value

        def write(writer: Writer) -> Piece:
            mark = writer.quotes(site)
            text = writer.text(base, ATOM)
            value = conversion.write(writer).text if conversion.write else writer.text(value_node)
            if tail and not first:
                return Piece(f"{text}[{mark}{head[0]}{mark}][-1][{mark}{tail[0]}{mark}] = {value}")
            if tail:
                value = f"{{{mark}{tail[0]}{mark}: {value}}}"
            return Piece(f"{text}.setdefault({mark}{head[0]}{mark}, []).append({value})")

        self.study.rewrite(
            frame,
            register,
            assign,
            ("appended", head, tail, first, conversion.key),
            self._calls(container),
            write,
        )

    def _is_fresh(
        self, container: Container, assign: cst.Assign, hole: cst.BaseExpression | None
    ) -> bool:
        """Tell whether a dict is made anew whenever elements of its lists are stored."""
        study = self.study
        maker = study.solver.frames[container.frame]
        tree = study.tree(maker.value.program)
        made = study.node(maker, container.register // 8)
        if tree is None or made is None or id(assign) not in tree.parents:
            return False
        around = [a for a in tree.above(assign) if isinstance(a, _REPEATED)]
        if hole is not None and around and isinstance(around[0], cst.For):
            del around[0]
        return around == [a for a in tree.above(made) if isinstance(a, _REPEATED)]

    def _nested_store(
        self,
        frame: Frame,
        register: int,
        container: Container,
        site: cst.Subscript,
        assign: cst.Assign,
        conversion: Conversion,
        rest: Path,
    ) -> None:
        self._convert_quietly(frame, register, container, assign.value, conversion)
        base = site.value

        def write(writer: Writer) -> Piece:
            mark = writer.quotes(site)
            text = writer.text(base, ATOM)
            for name in rest[:-1]:
                text += f".setdefault({mark}{name}{mark}, {{}})"
            return Piece(f"{text}[{mark}{rest[-1]}{mark}]")

        self.study.rewrite(frame, register, site, ("nested", rest), self._calls(container), write)

    def _pattern(
        self, frame: Frame, node: cst.BaseExpression
    ) -> tuple[str, cst.BaseExpression] | None:
        """Return a key with one number in it as if that were 0, and what the number is."""
        texts = [a for a in self.uses.value_of(frame, node) if isinstance(a, Text)]
        whole = None
        if len(texts) == 1:
            parts = texts[0].parts
            if sum(not isinstance(p, str) for p in parts) == 1:
                whole = "".join(p if isinstance(p, str) else "0" for p in parts)
        hole = _hole_of(node)
        if hole is None:
            return None
        if whole is None:
            whole = _template_of(node)
        if whole is None or not any(part == "0" for part in whole.split(".")):
            return None
        return whole, hole

    def _list_prefix(self, frame: Frame, node: cst.BaseExpression) -> str | None:
        found = self._pattern(frame, node)
        if found is None:
            return None
        name, _, rest = found[0].partition(".")
        return name if rest == "0" else None

    def _stores(self, frame: Frame, container: Container, prefix: Path) -> dict[str, None]:
        """Return the numbers that are stored below a prefix, in the order of the code."""
        found: dict[str, None] = {}
        for node in self.study.code(frame):
            if isinstance(node, ir.StoreSubscript) and container in frame.registers[node.base]:
                for atom in frame.registers[node.key]:
                    if isinstance(atom, Const) and isinstance(atom.value, str):
                        path = legacy_path(atom.value)
                        if path[: len(prefix)] == prefix and len(path) > len(prefix):
                            found[path[len(prefix)]] = None
        return {k: v for k, v in found.items() if k.isdigit()}

    def _is_first(
        self, frame: Frame, container: Container, prefix: Path, assign: cst.Assign, number: str
    ) -> bool:
        """Tell whether a store is the first one for its element."""
        tree = self.study_tree(frame)
        block = _block_of(tree, assign)
        for register, node in enumerate(self.study.code(frame)):
            if not isinstance(node, ir.StoreSubscript):
                continue
            if container not in frame.registers[node.base]:
                continue
            site = self.study.node(frame, register)
            if site is None or _block_of(tree, site) is not block:
                continue
            index = site.slice[0].slice if isinstance(site, cst.Subscript) else None
            key_node = index.value if isinstance(index, cst.Index) else None
            if key_node is None:
                continue
            key = self._key(frame, key_node)
            if key is None:
                found = self._pattern(frame, key_node)
                key = found[0] if found else ""
            path = legacy_path(key)
            if path[: len(prefix)] == prefix and path[len(prefix) : len(prefix) + 1] == (number,):
                return tree.parent(tree.parent(site) or site) is assign
        return True

    # -- everything else that is done with parameters ----------------------------------------

    def looked_up(self, frame: Frame, register: int, base: int, key: int) -> None:
        """`params[key]`"""
        mine = [c for c in self._mine(frame.registers[base]) if c.kind == "dict"]
        if not mine:
            return
        site = self.study.node(frame, register)
        index = site.slice[0].slice if isinstance(site, cst.Subscript) else None
        self._read_key(
            frame, register, mine[0], index.value if isinstance(index, cst.Index) else None
        )
        del key

    def removed(self, frame: Frame, register: int, target: cst.Subscript) -> None:
        """`del params[key]`"""
        mine = [c for c in self._mine(frame.registers[register]) if c.kind == "dict"]
        index = target.slice[0].slice
        if mine:
            node = index.value if isinstance(index, cst.Index) else None
            self._read_key(frame, register, mine[0], node)

    def _read_key(
        self, frame: Frame, register: int, container: Container, node: cst.BaseExpression | None
    ) -> None:
        key = self._key(frame, node) if node is not None else None
        if key is None or node is None or "." in key:
            self._refuse(container, frame, register, "a parameter is read by a name not known here")
            return
        found = self._targets(container, (key,))
        if isinstance(found, str):
            self._refuse(container, frame, register, found)
            return
        target, start = found
        if target.kind == "common":
            return
        rest = target.to[len(start) :]
        if len(rest) != 1 or (
            target.row is not None and target.row.transform not in (None, "identity")
        ):
            self._refuse(container, frame, register, f"{key} is read back, and has another value")
            return
        self._rename(frame, register, container, node, rest[0])

    def compared(self, frame: Frame, register: int, node: ir.Compare) -> None:
        """`key in params`"""
        for place, sign in enumerate(node.operators):
            mine = self._mine(frame.registers[node.operands[place + 1]])
            mine += (
                []
                if sign in ("in", "not in")
                else self._mine(frame.registers[node.operands[place]])
            )
            if not mine:
                continue
            site = self.study.node(frame, register)
            if sign in ("is", "is not"):
                continue
            if (
                sign in ("in", "not in")
                and mine[0].kind == "dict"
                and isinstance(site, cst.Comparison)
            ):
                self._read_key(frame, register, mine[0], site.left)
            elif mine[0].kind == "dict":
                self._refuse(mine[0], frame, register, "parameters are compared as a whole")

    def iterated(self, frame: Frame, register: int, value: Value) -> None:
        """`for key in params`"""
        for container in self._mine(value):
            if container.kind == "dict":
                self._refuse(container, frame, register, "the names of parameters are gone over")

    def shown(self, frame: Frame, register: int, value: Value) -> None:
        """`print(params)`"""
        for container in self._mine(value):
            if container.kind == "dict":
                self.study.doubt(
                    self._calls(container),
                    frame,
                    register,
                    "parameters are shown, under names that are others in API 3.0",
                    "see whether anything reads that text",
                )

    def called(self, frame: Frame, register: int, node: ir.Call, function: Value) -> None:
        """A call of a method of parameters, or one that gets some."""
        for atom in function:
            receiver = atom.receiver if isinstance(atom, Method) else None
            if (
                isinstance(atom, Method)
                and isinstance(receiver, Container)
                and receiver in self.roles
            ):
                self._method(frame, register, node, receiver, atom.name)
        if any(
            isinstance(a, External) and a.name.rsplit(".")[-1] in ("dict", "OrderedDict")
            for a in function
        ):
            self._constructed(frame, register, node)
        self._keywords(frame, register, node)
        for argument in node.arguments:
            for container in self._mine(frame.registers[argument.value]):
                if container.kind == "dict":
                    self._handed(frame, register, node, container, function, argument)

    def _handed(
        self,
        frame: Frame,
        register: int,
        node: ir.Call,
        container: Container,
        function: Value,
        argument: ir.Argument,
    ) -> None:
        for atom in function:
            match atom:
                case Method(receiver, _) if not isinstance(receiver, (Container, Const, Text)):
                    continue
                case Partial() if self.study.calls_of(atom):
                    continue
                case Method(Container(), name) if name in (
                    "update",
                    "append",
                    "put",
                    "add",
                    "insert",
                ):
                    continue
                case External(name):
                    short = name.rsplit(".", maxsplit=1)[-1]
                    if short in ("dict", "copy", "deepcopy", "isinstance", "bool", "OrderedDict"):
                        continue
                    if short in ("print", "pprint") or name.startswith("logging"):
                        self.shown(frame, register, {container: None})
                        continue
                    if (frame.index, register) in self.uses.entered or short == "partial":
                        continue
                    self._refuse(container, frame, register, f"parameters are handed to {short}()")
                case _ if (frame.index, register) in self.uses.entered:
                    continue
                case FunctionValue():
                    continue
                case _ if str(getattr(atom, "name", "")).startswith("logging"):
                    self.shown(frame, register, {container: None})
                case _:
                    self._refuse(
                        container, frame, register, "parameters are handed to code not followed"
                    )
        if not function:
            self._refuse(container, frame, register, "parameters are handed to code not followed")
        del node, argument

    def _method(
        self, frame: Frame, register: int, node: ir.Call, container: Container, name: str
    ) -> None:
        site = self.study.node(frame, register)
        arguments = site.args if isinstance(site, cst.Call) else ()
        if container.kind != "dict":
            if name in ("append", "add") and arguments:
                self._element(frame, register, container, arguments[0].value)
            elif name in ("extend", "copy", "sort", "reverse", "insert", "clear"):
                return
            return
        match name:
            case "copy":
                return
            case "get" | "pop" if arguments:
                self._read_key(frame, register, container, arguments[0].value)
            case "setdefault" if len(arguments) == 2:
                key = self._key(frame, arguments[0].value)
                found = self._targets(container, (key,)) if key else "its name is not known here"
                if isinstance(found, str) or key is None or "." in key:
                    self._refuse(container, frame, register, str(found))
                    return
                target, start = found
                rest = target.to[len(start) :]
                conversion = self._conversion(
                    frame, register, container, arguments[1].value, target, key
                )
                if conversion is None:
                    return
                if len(rest) != 1 or conversion.key == "dropped":
                    self._refuse(container, frame, register, f"{key} stands elsewhere in API 3.0")
                    return
                self._rename(frame, register, container, arguments[0].value, rest[0])
                self._convert_quietly(frame, register, container, arguments[1].value, conversion)
            case "update":
                for at, argument in enumerate(arguments):
                    if argument.keyword is not None:
                        self._keyword(frame, register, container, argument)
                    elif argument.star != "**" and not self._mine(
                        frame.registers[node.arguments[at].value]
                    ):
                        self._refuse(
                            container, frame, register, "parameters are added from elsewhere"
                        )
            case _:
                self._refuse(container, frame, register, f"{name}() of parameters is not rewritten")

    def _constructed(self, frame: Frame, register: int, node: ir.Call) -> None:
        """`dict(limit=20, offset=0)`"""
        made = [
            a
            for a in self._mine(frame.registers[register])
            if a.frame == frame.index and a.register // 8 == register
        ]
        site = self.study.node(frame, register)
        if not made or not isinstance(site, cst.Call):
            return
        container = made[0]
        named = [(a.keyword.value, a) for a in site.args if a.keyword is not None]
        copied = any(a.keyword is None for a in site.args) or len(named) < len(node.arguments)
        tops = {prefix for _, prefix in self.roles[container]}
        extra: list[tuple[str, object]] = []
        if tops == {()} and not copied:
            known = {name for name, _ in named}
            self._check_needed(frame, register, container, known)
            extra = self._extra(container, known)
        items: list[tuple[cst.BaseExpression, str, Target, Path, Conversion]] = []
        simple = True
        for name, argument in named:
            found = self._targets(container, (name,))
            if isinstance(found, str):
                self._refuse(container, frame, register, found)
                return
            target, start = found
            conversion = self._conversion(frame, register, container, argument.value, target, name)
            if conversion is None:
                return
            items.append((argument.value, name, target, start, conversion))
            simple = simple and (
                target.kind == "common"
                or (
                    conversion.key != "dropped"
                    and target.kind != "hoisted"
                    and len(target.to) == len(start) + 1
                )
            )
        if not simple:
            if copied:
                self._refuse(container, frame, register, "parameters are merged and regrouped here")
            else:
                self._regroup(frame, register, container, site, items, extra)
            return
        for _, argument in named:
            self._keyword(frame, register, container, argument)
        if not extra:
            return
        self._add_keywords(frame, register, container, site, extra)

    def _add_keywords(
        self,
        frame: Frame,
        register: int,
        container: Container,
        site: cst.Call,
        extra: Sequence[tuple[str, object]],
    ) -> None:
        """Let a call have further keyword arguments."""

        def write(writer: Writer) -> Piece:
            mark = writer.quotes(site)
            start, end = self.study_tree(frame).range(site)
            inner = writer.source(start, end - 1).rstrip()
            added = ", ".join(f"{k}={_literal(v, mark)}" for k, v in extra)
            joint = "" if inner.endswith(("(", ",")) else ", "
            return Piece(f"{inner}{joint}{added})")

        self.study.rewrite(
            frame, register, site, ("added", tuple(extra)), self._calls(container), write
        )

    def _keywords(self, frame: Frame, register: int, node: ir.Call) -> None:
        """`request("DescribeLoadBalancers", limit=20)` for a function with `**params`."""
        made = [
            container
            for container in self.roles
            if container.frame == frame.index and container.register == register * 8 + 2
        ]
        site = self.study.node(frame, register)
        if not made or not isinstance(site, cst.Call):
            return
        heap = self.study.solver.heap
        known: set[str] = set()
        for argument in site.args:
            if argument.keyword is not None and argument.keyword.value in heap.keys.get(
                made[0], ()
            ):
                known.add(argument.keyword.value)
                self._keyword(frame, register, made[0], argument)
        self._check_needed(frame, register, made[0], known)
        extra = self._extra(made[0], known)
        if extra and not any(a.star == "**" for a in node.arguments):
            self._add_keywords(frame, register, made[0], site, extra)

    def _keyword(
        self, frame: Frame, register: int, container: Container, argument: cst.Arg
    ) -> None:
        assert argument.keyword is not None
        key = argument.keyword.value
        found = self._targets(container, (key,))
        if isinstance(found, str):
            self._refuse(container, frame, register, found)
            return
        target, start = found
        rest = target.to[len(start) :]
        conversion = self._conversion(frame, register, container, argument.value, target, key)
        if conversion is None:
            return
        if target.kind == "common" and target.fate == "region":
            self._convert_quietly(frame, register, container, argument.value, conversion)
            return
        if len(rest) != 1 or conversion.key == "dropped" or target.kind == "hoisted":
            self._refuse(container, frame, register, f"{key} stands elsewhere in API 3.0")
            return
        self._convert_quietly(frame, register, container, argument.value, conversion)
        name = rest[0]
        self.study.rewrite(
            frame,
            register,
            argument.keyword,
            ("keyword", name),
            self._calls(container),
            lambda _: Piece(name),
        )

    def finish(self) -> None:
        """Note the containers whose making nobody saw."""
        study = self.study
        for container in self.roles:
            if container.frame < 0:
                study.block(
                    self._calls(container),
                    study.solver.frames[0],
                    -1,
                    "the parameters of the request are made elsewhere",
                )


# -- text ------------------------------------------------------------------------------------


def _without_counterpart(name: str, row: Parameter) -> str:
    why = (row.by_hand or row.note).rstrip(".")
    return f"{name} has no counterpart: {why}" if why else f"{name} has no counterpart"


def _has_call(node: cst.CSTNode) -> bool:
    """Tell whether something is called to compute an expression."""
    return isinstance(node, cst.Call) or any(_has_call(child) for child in node.children)


def _has_elements(node: cst.CSTNode) -> bool:
    return isinstance(node, (cst.List, cst.Tuple)) and any(
        isinstance(element, cst.Element) for element in node.elements
    )


def _literal(value: object, mark: str) -> str:
    return f"{mark}{value}{mark}" if isinstance(value, str) else repr(value)


def _numbered(to: Path, legacy: Path) -> Path | None:
    """Return a 3.0 path with the numbers of the legacy one in place of its `[]`."""
    numbers = [part for part in legacy if part.isdigit()]
    found: list[str] = []
    for part in to:
        if part == LIST:
            if not numbers:
                return None
            found.append(f"[{int(numbers.pop(0)):06}")
        else:
            found.append(part)
    if any(number not in ("0", "1") for number in numbers):
        return None
    return tuple(found) or None


def _put(whole: Output, path: Path, text: str) -> None:
    current = whole
    for part in path:
        current = current.parts.setdefault(part, Output())
    current.text = text


def _written(output: Output, mark: str) -> str:
    if output.text is not None:
        return output.text
    if all(key.startswith("[") for key in output.parts):
        inner = [_written(output.parts[key], mark) for key in sorted(output.parts)]
        return "[" + ", ".join(inner) + "]"
    items = [f"{mark}{k}{mark}: {_written(v, mark)}" for k, v in output.parts.items()]
    return "{" + ", ".join(items) + "}"


def _laid_out(text: str, line: int, start: int, end: int, whole: Output, mark: str) -> str:
    """Return a dict on one line, or an entry a line where the old one had several."""
    items = [f"{mark}{k}{mark}: {_written(v, mark)}" for k, v in whole.parts.items()]
    old = text[start:end]
    if "\n" not in old or not items:
        return "{" + ", ".join(items) + "}"
    newline = "\r\n" if "\r\n" in old else "\n"
    lines = old.replace("\r\n", "\n").split("\n")
    indent = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
    closing = lines[-1][: len(lines[-1]) - len(lines[-1].lstrip())]
    del line
    return "{" + newline + "".join(f"{indent}{item},{newline}" for item in items) + closing + "}"


def _newline(text: str, start: int, end: int) -> str:
    return "\r\n" if "\r\n" in text[start:end] else "\n"


# -- loops that count ------------------------------------------------------------------------


def _hole_of(node: cst.BaseExpression) -> cst.BaseExpression | None:
    """Return the number that is put into a key."""
    match node:
        case cst.BinaryOperation(operator=cst.Modulo(), right=cst.Tuple(elements=[inner])):
            return inner.value
        case cst.BinaryOperation(operator=cst.Modulo(), right=right):
            return right
        case cst.FormattedString():
            holes = [p for p in node.parts if isinstance(p, cst.FormattedStringExpression)]
            return holes[0].expression if len(holes) == 1 else None
        case cst.Call(func=cst.Attribute(attr=cst.Name("format")), args=[argument]):
            return argument.value
        case cst.BinaryOperation(operator=cst.Add(), left=left, right=right):
            for side in (left, right):
                match side:
                    case cst.Call(func=cst.Name("str"), args=[argument]):
                        return argument.value
                    case cst.BinaryOperation():
                        if (inner_hole := _hole_of(side)) is not None:
                            return inner_hole
                    case _:
                        continue
            return None
        case _:
            return None


def _template_of(node: cst.BaseExpression) -> str | None:
    match node:
        case cst.BinaryOperation(left=cst.SimpleString() as text):
            value = literal(text)
            return value.replace("%d", "0").replace("%s", "0") if isinstance(value, str) else None
        case _:
            return None


def _counts(tree: Tree, node: cst.CSTNode, hole: cst.BaseExpression) -> bool:
    """Tell whether a name runs from 0 without a gap in the loop around a statement."""
    if not isinstance(hole, cst.Name):
        return False
    for above in tree.above(node):
        if isinstance(above, (cst.If, cst.While, cst.Try, cst.With, cst.FunctionDef)):
            if isinstance(above, cst.FunctionDef):
                return False
            if isinstance(above, (cst.If, cst.While)):
                return False
        if isinstance(above, cst.For):
            return _counted_by(above.target, above.iter, hole.value) and not _skips(above)
    return False


def _skips(loop: cst.For) -> bool:
    """Tell whether a loop goes on with its next round before the end of one."""
    waiting: list[cst.CSTNode] = [loop.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.Continue):
            return True
        waiting.extend(node.children)
    return False


def _counted_by(target: cst.CSTNode, iterable: cst.BaseExpression, name: str) -> bool:
    match iterable:
        case cst.Call(func=cst.Name("enumerate"), args=[_]):
            return (
                isinstance(target, cst.Tuple)
                and isinstance(target.elements[0].value, cst.Name)
                and target.elements[0].value.value == name
            )
        case cst.Call(func=cst.Name("range"), args=[_]):
            return isinstance(target, cst.Name) and target.value == name
        case _:
            return False


def _is_counting(loop: cst.CompFor) -> bool:
    match loop.iter:
        case cst.Call(func=cst.Name("enumerate" | "range"), args=[_]):
            return True
        case _:
            return False


def _block_of(tree: Tree, node: cst.CSTNode) -> cst.CSTNode:
    """Return the block a node's statement stands in."""
    for above in tree.above(node):
        if isinstance(above, (cst.IndentedBlock, cst.Module, cst.SimpleStatementSuite)):
            return above
    return node
