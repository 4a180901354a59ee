"""Requests: which can be sent to API 3.0, and how the call is written there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.notes import ActionNote
from clb_migrate.analysis.requests import service_name
from clb_migrate.analysis.values import (
    Atom,
    Call,
    Client,
    Const,
    External,
    Method,
    Partial,
    Site,
    Value,
)
from clb_migrate.fixes.writer import Piece, Writer
from clb_migrate.table import rows

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

FUNCTOOLS = "functools"
"""Need of a module that hands on a request to be sent later."""
HELPER = "_call_api"
"""The name of the function in migrated modules that sends a request."""


@dataclass(frozen=True, slots=True)
class Given:
    """The arguments of a request, wherever they were given."""

    plain: Sequence[Value]
    named: Mapping[str, Value]

    def get(self, row: rows.Argument | None) -> Value | None:
        """Return an argument; None where it is left out."""
        if row is None:
            return None
        if row.keyword is not None and row.keyword in self.named:
            return self.named[row.keyword]
        if row.position is not None and row.position < len(self.plain):
            return self.plain[row.position]
        return None


def _innermost(atom: Atom) -> Atom:
    while isinstance(atom, Partial):
        atom = atom.function
    return atom


class Requests:
    """The requests of one solved group of modules."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        self.rules = uses.study.rules
        self.params: dict[Call, Value] = {}
        """What each request is given as its parameters."""
        self.timeouts: dict[Call, int | None] = {}
        self.actions: dict[Site, dict[str, str]] = {}
        """Where the name of an action is written, and what becomes of it."""
        self.written: set[Call] = set()
        """The requests whose calls are rewritten."""

    # -- all requests -----------------------------------------------------------------------

    def find(self, frames: Sequence[Frame]) -> None:
        """Look at every request of the SDK before anything else is looked at."""
        study = self.study
        found: dict[Client, set[Call]] = {}
        for frame in frames:
            for register, node in enumerate(study.code(frame)):
                if not isinstance(node, ir.Call):
                    continue
                for atom in frame.registers[node.function]:
                    method = self._client_method(_innermost(atom))
                    if method is None or method[1].action is None:
                        continue
                    client, row = method
                    call = study.solver.call_at(frame, register, node.span)
                    found.setdefault(client, set()).add(call)
                    study.calls[call] = frame
                    given = self._given(frame, node, atom)
                    if given is None:
                        study.block(
                            [call],
                            frame,
                            register,
                            "the arguments of the request are unpacked here",
                        )
                    else:
                        self._examine(frame, register, given, client, row, call)
        study.by_client = {client: frozenset(calls) for client, calls in found.items()}

    def _given(self, frame: Frame, node: ir.Call, atom: Atom) -> Given | None:
        """Return the arguments of a request, those of `functools.partial` among them."""
        if any(a.star for a in node.arguments):
            return None
        plain: list[Value] = []
        named: dict[str, Value] = {}
        heap = self.study.solver.heap
        while isinstance(atom, Partial):
            keys = heap.keys.get(atom, ())
            inner = [heap.get(atom, key) for key in sorted(k for k in keys if isinstance(k, int))]
            plain = [*inner, *plain]
            named = {**{k: heap.get(atom, k) for k in keys if isinstance(k, str)}, **named}
            atom = atom.function
        for argument in node.arguments:
            value = frame.registers[argument.value]
            if argument.keyword is None:
                plain.append(value)
            else:
                named[argument.keyword] = value
        return Given(plain, named)

    def _client_method(self, atom: Atom) -> tuple[Client, rows.ClientMethod] | None:
        if not isinstance(atom, Method) or not isinstance(atom.receiver, Client):
            return None
        if atom.receiver.current:
            return None
        known = self.study.solver.names.legacy_client(atom.receiver.name)
        row = known.methods.get(atom.name) if known is not None else None
        return None if row is None else (atom.receiver, row)

    def _examine(
        self,
        frame: Frame,
        register: int,
        given: Given,
        client: Client,
        row: rows.ClientMethod,
        call: Call,
    ) -> None:
        """Note whether a request has a counterpart, and what it is sent with."""
        study = self.study
        calls = [call]
        if row.returns != "body":
            study.block(
                calls,
                frame,
                register,
                f"{row.name}() makes an address for API 2.0"
                if row.returns == "url"
                else f"{row.name}() does not return the answer as text",
                "send the request with the 3.0 SDK",
            )
            return
        if any(isinstance(n, ActionNote) and n.call == call and n.current for n in frame.notes):
            study.block(
                calls,
                frame,
                register,
                "the answer has the 3.0 form already (Version)",
                "send the request with the 3.0 SDK",
            )
            return
        modules = study.modules_of(call)
        known = study.solver.heap.get(client, ("module",))
        if len(modules) != 1 or len(known) != 1:
            study.block(
                calls,
                frame,
                register,
                "the request goes to several modules"
                if modules
                else "the module is not known here",
                "make a client for each module",
            )
            return
        module = self.rules.modules.get(modules[0])
        if module is None or not module.product or modules[0] not in self.rules.actions:
            study.block(
                calls,
                frame,
                register,
                f"there is no table of the actions of module {modules[0]}",
                "migrate it by the guide of the product that took its place",
            )
            return
        self._action(frame, register, given, row, call, modules[0])
        params = given.get(row.params)
        self.params[call] = {Const(None): None} if params is None else params
        self._timeout(frame, register, given, row, call)

    def _action(
        self,
        frame: Frame,
        register: int,
        given: Given,
        row: rows.ClientMethod,
        call: Call,
        module: str,
    ) -> None:
        study = self.study
        value = given.get(row.action) or {}
        names = [a for a in value if isinstance(a, Const) and isinstance(a.value, str)]
        if not names or len(names) < len(value):
            study.block(
                [call],
                frame,
                register,
                "the action is not known here",
                "write the names of the actions where they are sent",
            )
            return
        table = self.rules.actions[module]
        for atom in names:
            assert isinstance(atom.value, str)
            name = service_name(atom.value)
            action = table.get(name)
            told = _why_not(name, action)
            if action is None or told is not None or action.replacement is None:
                assert told is not None
                study.block([call], frame, register, told[0], told[1])
                continue
            if action.access_rights:
                study.rights.setdefault(call, set()).add(
                    f"{action.replacement}: {action.access_rights}"
                )
            if action.doubt:
                study.doubt([call], frame, register, f"{name}: {action.doubt.rstrip('.')}")
            for review in action.reviews:
                study.review([call], frame, register, review.rstrip("."))
            if atom.value == action.replacement:
                continue
            if atom.written is None:
                study.block(
                    [call],
                    frame,
                    register,
                    f"{name} is put together from parts",
                    "write the name of the action as one text",
                )
                continue
            self.rename(frame, atom.written, atom.value, action.replacement, call)

    def rename(self, frame: Frame, written: Site, old: str, new: str, call: Call) -> None:
        """Let the literal of a name, of an action or a field, be that of API 3.0."""
        study = self.study
        if old == new:
            return
        self.actions.setdefault(written, {})[old] = new
        tree = study.tree(written.program)
        node = tree.node_at(written.span) if tree is not None else None
        holder = next(
            (
                (other, at)
                for other in study.solver.frames
                if other.value.program == written.program
                for at, each in enumerate(study.code(other))
                if isinstance(each, ir.Constant) and each.span == written.span
            ),
            (frame, 0),
        )
        if not isinstance(node, cst.SimpleString) or old not in node.value:
            study.block([call], holder[0], holder[1], f"the name {old} is not written as one text")
            return
        literal = node

        def write(writer: Writer) -> Piece:
            del writer
            return Piece(literal.value.replace(old, new))

        study.rewrite(holder[0], holder[1], literal, ("text", new), [call], write)

    def _timeout(
        self, frame: Frame, register: int, given: Given, row: rows.ClientMethod, call: Call
    ) -> None:
        study = self.study
        self.timeouts[call] = None
        debug = given.get(row.debug)
        if debug is not None and not (
            debug and all(isinstance(a, Const) and not a.value for a in debug)
        ):
            study.block(
                [call],
                frame,
                register,
                "the request is printed (debug)",
                "log what is sent and answered by hand",
            )
        timeout = given.get(row.timeout)
        if timeout is None:
            return
        values = [a.value for a in timeout if isinstance(a, Const)]
        if len(values) != 1 or len(timeout) != 1 or isinstance(values[0], (str, bytes)):
            study.block(
                [call],
                frame,
                register,
                "the timeout is not known here",
                "set it in the HTTP profile of the client",
            )
        elif values[0] is not None:
            self.timeouts[call] = int(values[0])

    # -- where clients are used -------------------------------------------------------------

    def attribute(
        self, frame: Frame, register: int, node: ir.Attribute, atoms: Sequence[Atom]
    ) -> None:
        """`client.call` that is not called right there."""
        study = self.study
        calls = set().union(*(study.calls_of(a) for a in atoms))
        clients = [a for a in atoms if isinstance(a, Client)]
        site = study.node(frame, register)
        if len(clients) < len(list(atoms)) or not isinstance(site, cst.Attribute):
            study.block(
                calls,
                frame,
                register,
                f"{node.name} of it is kept, and called elsewhere",
                "call it where it is named",
            )
            return
        found = self._client_method(Method(clients[0], node.name))
        if found is None or found[1].returns != "body":
            study.block(calls, frame, register, f"{node.name} of a client is kept for later")
            return
        receiver = site.value
        own = self.uses.clients.own_name(frame, register, receiver)
        above = study.parent(frame, site)
        outer = study.parent(frame, above) if above is not None else None
        partial = (
            isinstance(above, cst.Arg)
            and isinstance(outer, cst.Call)
            and any(
                isinstance(a, External) and a.name == "functools.partial"
                for a in self.uses.value_of(frame, outer.func)
            )
        )

        def write(writer: Writer) -> Piece:
            client = own(writer) if own is not None else writer.text(receiver)
            if partial:
                return Piece(f"{writer.tree.helper}, {client}")
            return Piece(f"functools.partial({writer.tree.helper}, {client})")

        sent = {call for call in calls if call in self.params}
        study.rewrite(frame, register, site, ("kept", partial), sent, write, node.base)
        study.need(frame.value.program, sent, HELPER)
        if not partial:
            study.need(frame.value.program, sent, FUNCTOOLS)

    def method(self, frame: Frame, register: int, node: ir.Call, methods: Sequence[Method]) -> None:
        """`client.method(...)`"""
        study = self.study
        site = study.node(frame, register)
        function = study.code(frame)[node.function]
        clients = [m.receiver for m in methods if isinstance(m.receiver, Client)]
        whole = set().union(*(study.calls_by(c) for c in clients)) if clients else set()
        found = self._client_method(methods[0])
        if found is None or len({m.name for m in methods}) > 1:
            study.block(whole, frame, register, f"{methods[0].name} of a client is not rewritten")
            return
        _, row = found
        if row.action is None:
            self.uses.clients.setting(frame, register, node, methods, row)
            return
        call = study.solver.call_at(frame, register, node.span)
        if row.returns != "body":
            return
        if isinstance(site, cst.Call) and not isinstance(site.func, cst.Attribute):
            self._kept(frame, register, call, site)
            return
        if (
            not isinstance(site, cst.Call)
            or not isinstance(site.func, cst.Attribute)
            or not isinstance(function, ir.Attribute)
        ):
            study.block(
                [call], frame, register, "the request is sent in a way that is not rewritten"
            )
            return
        receiver = site.func.value
        given = {
            "action": self._node_of(site, row.action),
            "params": self._node_of(site, row.params),
        }
        action, params = given["action"], given["params"]
        if action is None:
            study.block([call], frame, register, "the request names no action")
            return
        sent = action
        program = frame.value.program
        extra = self.uses.parameters.left_out(frame, register, call, params)
        own = self.uses.clients.own_name(frame, register, receiver)

        def write(writer: Writer) -> Piece:
            client = own(writer) if own is not None else writer.text(receiver)
            values = writer.moved(params, site) if params is not None else "{}"
            if params is None or (isinstance(params, cst.Name) and params.value == "None"):
                values = _items(extra, writer.quotes(site))
            if (apart := _apart(writer, site)) is not None:
                # One argument a line, as it was.
                newline, outer = apart
                inner = outer + writer.tree.module.default_indent
                if params is not None and values != "{}":
                    values = writer.text(params)
                lines = [client, writer.text(sent), values]
                arguments = "".join(f"{inner}{line},{newline}" for line in lines)
                return Piece(f"{writer.tree.helper}({newline}{arguments}{outer})")
            parts = [client, writer.moved(sent, site), values]
            return Piece(f"{writer.tree.helper}({', '.join(parts)})")

        self.written.add(call)
        study.rewrite(frame, register, site, ("call", tuple(extra)), [call], write, function.base)
        study.need(program, [call], HELPER)

    def later(self, frame: Frame, register: int, node: ir.Call) -> None:
        """A request that is sent by what `functools.partial` made."""
        study = self.study
        call = study.solver.call_at(frame, register, node.span)
        site = study.node(frame, register)
        if isinstance(site, cst.Call):
            self._kept(frame, register, call, site)

    def _kept(self, frame: Frame, register: int, call: Call, site: cst.Call) -> None:
        """A request that is sent by a name for `client.call`, which the call itself keeps."""
        study = self.study
        if self.timeouts.get(call) is not None or any(a.keyword is not None for a in site.args):
            study.block(
                [call], frame, register, "the request is sent in a way that is not rewritten"
            )
            return
        value = self.params.get(call, {})
        if not value or any(isinstance(a, Const) for a in value):
            study.block([call], frame, register, "the request is sent without parameters")
            return
        self.written.add(call)

    def _node_of(self, site: cst.Call, row: rows.Argument | None) -> cst.BaseExpression | None:
        if row is None:
            return None
        for argument in site.args:
            if argument.keyword is not None and argument.keyword.value == row.keyword:
                return argument.value
        plain = [a.value for a in site.args if a.keyword is None]
        if row.position is not None and row.position < len(plain):
            return plain[row.position]
        return None


def _apart(writer: Writer, site: cst.Call) -> tuple[str, str] | None:
    """Return the newline and the indentation of a call whose arguments have lines of their own."""
    tree = writer.tree
    start, end = tree.range(site)
    _, func = tree.range(site.func)
    after = tree.text[func:end].lstrip("(").lstrip(" \t")
    if not after.startswith(("\n", "\r\n")) or len(site.args) < 2:
        return None
    first, second = (tree.line_start(tree.range(a.value)[0]) for a in site.args[:2])
    if first == second:
        return None
    line = tree.text[tree.line_start(start) : start]
    return tree.module.default_newline, line[: len(line) - len(line.lstrip())]


def _items(pairs: Iterable[tuple[str, object]], mark: str) -> str:
    shown = [
        f"{mark}{name}{mark}: {mark + value + mark if isinstance(value, str) else repr(value)}"
        for name, value in pairs
    ]
    return "{" + ", ".join(shown) + "}"


def _why_not(name: str, action: rows.Action | None) -> tuple[str, str] | None:
    """Return why a program does not migrate calls of an action, and what a person does."""
    if action is None:
        return (
            f"{name} is no action that the table knows",
            "look it up in the guide of the product",
        )
    if action.replacement is None:
        return (
            f"{name} has no counterpart in API 3.0",
            action.why_none or "decide by hand what shall happen instead",
        )
    if action.by_hand:
        return f"{name} is not migrated by a program: {action.by_hand.rstrip('.')}", action.note
    if ":" in action.replacement:
        return f"{name} went to another product", f"use {action.replacement}"
    if action.missing:
        needed = ", ".join(action.missing)
        return f"{action.replacement} also needs {needed}", f"choose a value for {needed}"
    return None
