"""Methods of values that are no project objects: clients, answers, responses, codes, containers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clb_migrate.analysis import texts
from clb_migrate.analysis.containers import MERGED
from clb_migrate.analysis.values import (
    NOTHING,
    UNKNOWN,
    Answer,
    Atom,
    Body,
    Client,
    Const,
    Container,
    CurrentException,
    Entry,
    EnvelopeField,
    Hole,
    HttpRequest,
    HttpSender,
    Instance,
    Method,
    Pending,
    Response,
    Signer,
    Text,
    Trail,
    Unknown,
    Value,
    handed_on,
    join,
    limited,
    only,
    strings,
)
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.calling import Arguments, Calling
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_SAME_TEXT = frozenset(
    ("decode", "encode", "strip", "lstrip", "rstrip", "replace", "getvalue", "read", "copy")
)
_SEARCHES = {"startswith": "startswith", "endswith": "endswith"}
_AWAITED = frozenset(("result", "get", "join", "wait"))
_OLD_NAMES = {
    f"{way}{part}": part for way in ("iter", "view") for part in ("items", "keys", "values")
}
"""Methods of Python 2's dict, and the ones that took their place."""

_CONTAINED = frozenset(("__contains__", "find", "index", "count", "rfind"))


class Methods:
    """Calls of `receiver.name(...)`."""

    def __init__(self, transfer: Transfer, calling: Calling) -> None:
        self.transfer = transfer
        self.operations = transfer.operations
        self.containers = transfer.containers
        self.calling = calling
        self.solver = transfer.solver
        self.rules = transfer.rules

    def call(  # one answer for each kind of receiver
        self,
        frame: Frame,
        register: int,
        span: Span,
        method: Method,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        """Return what the method gives."""
        receiver, name = method.receiver, _OLD_NAMES.get(method.name, method.name)
        match receiver:
            case Client():
                return self._client(frame, register, span, receiver, name, trail, arguments)
            case HttpSender():
                return self._sender(frame, register, span, receiver, name, arguments)
            case Answer():
                return self._answer(frame, span, receiver, name, trail)
            case Body():
                return self._body(frame, span, receiver, name, trail, arguments)
            case Response():
                return self._response(frame, register, span, receiver, name, trail, arguments)
            case EnvelopeField():
                return self._code(frame, register, span, receiver, name, trail, arguments)
            case CurrentException() if name in self.rules.sdk.current_code_methods:
                step = Trail(
                    self.solver.site(frame, span), f"reads {name}() of the 3.0 exception", trail
                )
                return {EnvelopeField("code", receiver.call, (), True): step}
            case Signer():
                if name == "update" and arguments.positional:
                    self.calling.library.sign(frame, receiver, arguments.positional[0])
                return NOTHING
            case Method(receiver=Instance() as instance, name="__dict__"):
                if name == "update":
                    for given in (*arguments.positional, dict(arguments.mappings)):
                        self.solver.write(instance, "__dict__", given)
                return NOTHING
            case Method(receiver=Const() | Text() as template, name="Template"):
                return self._substituted(frame, span, template, name, arguments)
            case HttpRequest():
                return {receiver: trail} if name in ("prepare", "copy") else NOTHING
            case Unknown():
                key = arguments.positional[0] if arguments.positional else NOTHING
                held = self.transfer.item_of(frame, register, span, {receiver: trail}, key)
                plain = join(held, self.calling.library.perhaps_passed_on(arguments))
                return join(plain, *arguments.positional[1:2])
            case Pending():
                return self._pending(frame, register, span, receiver, name, trail, arguments)
            case Container():
                held = self._container(frame, register, span, receiver, name, arguments)
                return handed_on(held, trail)
            case Const() | Text():
                return self._string(frame, register, span, receiver, name, arguments)
            case _:
                return NOTHING

    def _pending(  # a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        pending: Pending,
        name: str,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        """Return what a future holds; it may hold several, to be iterated over."""
        first = join(*arguments.positional[:1])
        if name == "add_done_callback" and first:
            self.calling.invoke_all(frame, register, span, first, [{pending: trail}], {})
        if name in ("__next__", "next"):
            return self.containers.iterated(frame, register, span, {pending: trail})
        # `get("name")` asks the result itself for a part of it.
        if name not in _AWAITED or strings(first):
            return NOTHING
        return join(self.solver.read(frame, pending, ("value",)), {pending: trail})

    def _client(  # a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        client: Client,
        name: str,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        names = self.solver.names
        row = names.current_client(client.name) if client.current else None
        row = row or names.legacy_client(client.name)
        assert row is not None
        requests = self.calling.requests
        if name == "__init__":
            return requests.make_client(frame, span, client, row, trail, arguments)
        method = row.methods.get(name)
        if method is None:
            return NOTHING
        return requests.sdk_call(frame, register, span, client, row, method, trail, arguments)

    def _sender(
        self,
        frame: Frame,
        register: int,
        span: Span,
        sender: HttpSender,
        name: str,
        arguments: Arguments,
    ) -> Value:
        row = self.solver.names.http_client(sender.name)
        assert row is not None
        if name in ("__enter__", "__aenter__"):
            return {sender: None}
        if name in row.answers:
            return self.solver.read(frame, sender, ("pending",))
        method = row.methods.get(name)
        if method is None:
            # Preparing a request gives the same request.
            return {
                atom: trail
                for value in arguments.positional
                for atom, trail in value.items()
                if isinstance(atom, HttpRequest)
            }
        base = self.solver.read(frame, sender, ("base",))
        return self.calling.requests.send(frame, register, span, method, arguments, base, sender)

    def _answer(
        self, frame: Frame, span: Span, answer: Answer, name: str, trail: Trail | None
    ) -> Value:
        if name in self.rules.libraries.answer_responses:
            return self.calling.library.decoded(frame, span, f".{name}()", {answer: trail})
        if name in self.rules.libraries.answer_bodies:
            return {Body(answer.call, answer.current): trail}
        return NOTHING

    def _body(
        self,
        frame: Frame,
        span: Span,
        body: Body,
        name: str,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        if name in _CONTAINED and arguments.positional:
            self.transfer.decisions.searched(frame, span, body, trail, arguments.positional[0])
            return NOTHING
        return {body: trail} if name in _SAME_TEXT else NOTHING

    def _response(  # a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        response: Response,
        name: str,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        match name:
            case "get" | "pop" | "setdefault" | "__getitem__":
                key = arguments.positional[0] if arguments.positional else NOTHING
                held = self.transfer.item_of(frame, register, span, {response: trail}, key)
                default = join(
                    *arguments.positional[1:2], arguments.keywords.get("default", NOTHING)
                )
                return join(held, default)
            case "copy" | "__copy__" | "keys":
                return {response: trail}
            case "values" | "items" if not response.path:
                return self._entries(frame, register, span, response, trail, name)
            case "values" if response.path:
                return self.transfer.field(frame, span, response, trail, 0)
            case "items" if response.path:
                pairs = self.containers.container(frame, "list", register, 3, span)
                pair = self.containers.container(frame, "tuple", register, 4, span)
                held = self.transfer.field(frame, span, response, trail, 0)
                self.solver.write(pair, 1, held)
                self.solver.write(pairs, "*", {pair: None})
                return {pairs: None}
            case "__contains__" | "has_key" if arguments.positional:
                self.transfer.decisions.key_sought(
                    frame, span, response, trail, arguments.positional[0]
                )
                return NOTHING
            case _:
                return NOTHING

    def _entries(
        self,
        frame: Frame,
        register: int,
        span: Span,
        response: Response,
        trail: Trail | None,
        name: str,
    ) -> Value:
        """Return all values of a response, or all its keys and values in pairs."""
        made = self.containers.container(frame, "list", register, 3, span)
        element: Value = {Entry(response, "value"): trail}
        if name == "items":
            pair = self.containers.container(frame, "tuple", register, 4, span)
            self.solver.write(pair, 0, {Entry(response, "key"): trail})
            self.solver.write(pair, 1, element)
            element = {pair: None}
        self.solver.write(made, "*", element)
        return {made: None}

    def _code(  # a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        field: EnvelopeField,
        name: str,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        subject: Value = {field: trail}
        if name in _SEARCHES and arguments.positional:
            self.transfer.decisions.compared(
                frame, register, span, [subject, arguments.positional[0]], [_SEARCHES[name]]
            )
            return NOTHING
        if name in ("__eq__", "__ne__") and arguments.positional:
            operator = "==" if name == "__eq__" else "!="
            self.transfer.decisions.compared(
                frame, register, span, [subject, arguments.positional[0]], [operator]
            )
            return NOTHING
        if name in ("lower", "upper"):
            return self.operations.operated(field, trail, (name, None))
        return subject if name in _SAME_TEXT or name == "__str__" else NOTHING

    # -- containers and strings -------------------------------------------------------------

    def _container(  # one answer for each method
        self,
        frame: Frame,
        register: int,
        span: Span,
        container: Container,
        name: str,
        arguments: Arguments,
    ) -> Value:
        given = list(arguments.positional)
        first = given[0] if given else arguments.rest
        match name:
            case "get" | "pop" | "setdefault" | "__getitem__" if container.kind == "dict":
                held = self.transfer.item_of(frame, register, span, {container: None}, first)
                if name == "setdefault" and len(given) > 1:
                    self.containers.put(frame, container, first, given[1])
                return join(held, *given[1:2], arguments.keywords.get("default", NOTHING))
            case "pop" | "popleft" | "next" | "__next__":
                return self.containers.elements(frame, container, None)
            case "items" | "most_common":
                pairs = self.containers.container(frame, "list", register, 3, span)
                pair = self.containers.container(frame, "tuple", register, 4, span)
                self.solver.write(pair, 0, self.solver.read(frame, container, ("keys",)))
                self.solver.write(pair, 1, self.containers.elements(frame, container, None))
                self.solver.write(pairs, "*", {pair: None})
                return {pairs: None}
            case "keys":
                keys = self.containers.container(frame, "list", register, 3, span)
                self.solver.write(keys, "*", self.solver.read(frame, container, ("keys",)))
                return {keys: None}
            case "values":
                values = self.containers.container(frame, "list", register, 3, span)
                self.solver.write(values, "*", self.containers.elements(frame, container, None))
                return {values: None}
            case "get" | "get_nowait":
                return self.containers.elements(frame, container, None)
            case "append" | "add" | "appendleft" | "put" | "put_nowait" | "insert":
                self.solver.write(container, "*", given[-1] if given else NOTHING)
                return NOTHING
            case "extend" | "update" | "extendleft":
                self._extend(frame, register, span, container, first, arguments)
                return NOTHING
            case "index" | "count" | "__contains__" | "has_key":
                self.transfer.decisions.compared(
                    frame, register, span, [first, {container: None}], ["in"]
                )
                return NOTHING
            case "sort":
                key = arguments.keywords.get("key", NOTHING)
                self.calling.library.keyed(frame, register, span, {container: None}, key)
                return NOTHING
            case "copy":
                return self.containers.copied(frame, register, span, {container: None})
            case "intersection" | "difference" | "symmetric_difference":
                own: Value = {container: None}
                self.transfer.decisions.collections_met(frame, span, own, first)
                return own
            case "issubset" | "issuperset" | "isdisjoint":
                self.transfer.decisions.collections_met(frame, span, {container: None}, first)
                return NOTHING
            case "union":
                return {container: None}
            case _:
                return NOTHING

    def _extend(
        self,
        frame: Frame,
        register: int,
        span: Span,
        container: Container,
        first: Value,
        arguments: Arguments,
    ) -> None:
        for atom, trail in (*first.items(), *arguments.mappings):
            if isinstance(atom, Container) and container.kind == "dict":
                self.containers.copy_into(frame, container, atom)
                continue
            if isinstance(atom, Response) and container.kind == "dict":
                self.solver.write(container, MERGED, {atom: trail})
                continue
            part = self.containers.iterated(frame, register, span, {atom: trail})
            self.solver.write(container, "*", part)
        for name, value in arguments.keywords.items():
            self.solver.write(container, name, value)
            self.solver.write(container, ("keys",), {Const(name): None})

    def _string(  # one answer for each method
        self,
        frame: Frame,
        register: int,
        span: Span,
        receiver: Const | Text,
        name: str,
        arguments: Arguments,
    ) -> Value:
        text = texts.shown(receiver)
        if text is None:
            return {receiver: None} if name == "value" else NOTHING
        own: Value = {receiver: None}
        match name:
            case "format" if isinstance(receiver, Const):
                if text.strip() == "{}" and len(arguments.positional) == 1:
                    same = self.operations.as_text(arguments.positional[0])
                    if same:
                        return same
                value = texts.formatted(text, arguments.positional, arguments.keywords)
                pieces = [own, *arguments.positional, *arguments.keywords.values()]
                return self.operations.assembled(frame, span, value, pieces)
            case "format_map" if isinstance(receiver, Const) and arguments.positional:
                return UNKNOWN
            case "join" if arguments.positional or arguments.rest:
                parts = arguments.positional[0] if arguments.positional else arguments.rest
                return self._joined(frame, span, own, parts)
            case "split" | "splitlines" | "rsplit" if isinstance(receiver, Const):
                words = text.split(self._separator(arguments))
                made = self.containers.container(frame, "list", register, 3, span)
                for place, word in enumerate(words[:64]):
                    part = Const(word, receiver.defined, receiver.written)
                    self.solver.write(made, place, {part: None})
                return {made: None}
            case "replace" if isinstance(receiver, Const) and len(arguments.positional) > 1:
                return self._replaced(text, receiver, arguments.positional[:2])
            case "encode" | "decode" | "strip" | "rstrip" | "lstrip" | "replace":
                return own
            case "lower" if isinstance(receiver, Const):
                return {Const(text.lower(), receiver.defined, receiver.written): None}
            case "upper" if isinstance(receiver, Const):
                return {Const(text.upper(), receiver.defined, receiver.written): None}
            case "lower" | "upper" | "title" | "capitalize":
                return own
            case "__contains__":
                return NOTHING
            case _:
                return NOTHING

    def _substituted(
        self, frame: Frame, span: Span, template: Const | Text, name: str, arguments: Arguments
    ) -> Value:
        """Return a `string.Template` with its names filled in."""
        text = texts.shown(template)
        if text is None or name not in ("substitute", "safe_substitute"):
            return NOTHING
        named: dict[str, Value] = {}
        for container in only(join(*arguments.positional[:1]), Container):
            for key in self.solver.keys(frame, container):
                if isinstance(key, str):
                    named[key] = self.solver.read(frame, container, key)
        named.update(arguments.keywords)
        pieces: list[Value] = [{template: None}, *named.values()]
        value = texts.substituted(text, named)
        return self.operations.assembled(frame, span, value, pieces)

    def _replaced(self, text: str, receiver: Const, parts: list[Value]) -> Value:
        """Return a constant text with another one in place of a part of it."""
        old, new = (
            [a.value for a in part if isinstance(a, Const) and isinstance(a.value, str)]
            for part in parts
        )
        if len(old) != 1 or len(new) != 1 or not old[0]:
            return {receiver: None} if not old or old[0] not in text else {Text((Hole(),)): None}
        return {Const(text.replace(old[0], new[0]), receiver.defined, receiver.written): None}

    def _separator(self, arguments: Arguments) -> str | None:
        separators = [
            atom.value
            for value in arguments.positional[:1]
            for atom in value
            if isinstance(atom, Const) and isinstance(atom.value, str) and atom.value
        ]
        return separators[0] if separators else None

    def _joined(self, frame: Frame, span: Span, separator: Value, parts: Value) -> Value:
        found: dict[Atom, Trail | None] = {}
        for atom in parts:
            if not isinstance(atom, Container):
                continue
            places = sorted(k for k in self.solver.keys(frame, atom) if isinstance(k, int))
            is_open = self.solver.read(frame, atom, "*")
            if is_open or not places or len(places) > 16:
                inner = [
                    *texts.alternatives(is_open),
                    (Hole((atom,)),),
                ]
                value = texts.concatenated([inner[-1:]])
                pieces: list[Value] = [is_open]
            else:
                pieces = [self.containers.elements(frame, atom, [place]) for place in places]
                between = texts.alternatives(separator)
                spread = [texts.alternatives(pieces[0])]
                for piece in pieces[1:]:
                    spread += [between, texts.alternatives(piece)]
                value = texts.concatenated(spread)
            for made in self.operations.assembled(frame, span, value, pieces):
                found.setdefault(made, None)
        if not found:
            return texts.concatenated([[(Hole(unproven=texts.is_unproven(parts)),)]])
        return limited(found)
