"""Requests: whether one goes to API 2.0, for which module and action, and in which form it answers.

Each request keeps what is known of it in the heap, under its `Call`, so that a field read far away
can be told by the action it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clb_migrate.analysis import texts
from clb_migrate.analysis.hosts import HOLE
from clb_migrate.analysis.notes import ActionNote, ClientNote, ParameterNote
from clb_migrate.analysis.values import (
    NOTHING,
    Answer,
    Atom,
    Body,
    Call,
    Client,
    Const,
    Container,
    HttpRequest,
    HttpSender,
    Response,
    SignedUrl,
    Site,
    Trail,
    Value,
    join,
    only,
    strings,
    unknown,
)
from clb_migrate.findings import Span
from clb_migrate.table.rows import ClientClass, ClientFunction, ClientMethod, HttpFunction

if TYPE_CHECKING:
    from clb_migrate.analysis.calling import Arguments
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_MODULE = ("module",)
_CONFIG = ("config",)
ACTION = ("action",)
"""The cell of a request that holds the names of its action."""

NOWHERE = Span(1, 1, 1, 1)
"""The place of a look-up that no source line makes."""


def service_name(action: str) -> str:
    """Return an action as the service knows it: the SDK upper-cases its first letter."""
    return action[:1].upper() + action[1:]


class Requests:
    """Clients made and requests sent."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.solver = transfer.solver
        self.rules = transfer.rules
        self._action_in_url = re.compile(
            rf"[?&]{re.escape(self.rules.endpoints.action_parameter)}=(\w+)"
        )

    # -- SDK clients ------------------------------------------------------------------------

    def make_client(
        self,
        frame: Frame,
        span: Span,
        client: Client,
        row: ClientClass,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        """Note that a client is made; keep its module and config for its calls."""
        site = self.solver.site(frame, span)
        module = self._module(row, arguments)
        config = arguments.get(row.config) if row.config else NOTHING
        self.solver.write(client, _MODULE, module)
        self.solver.write(client, _CONFIG, config)
        modules = tuple(sorted(set(strings(module))))
        told = f" for module {', '.join(modules)}" if modules else ""
        kind = "a 3.0 client" if client.current else "a legacy client"
        step = Trail(site, f"makes {kind}{told}", trail)
        if not client.current:
            current = self._answers_current(frame, row, client, NOTHING)
            frame.notes.append(ClientNote(site, step, None, client.name, modules, current))
        return {client: step}

    def function_call(
        self,
        frame: Frame,
        register: int,
        span: Span,
        name: str,
        row: ClientFunction,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        """Return what a function gives that sends a request on its own."""
        client = Client(name, False, frame.index, register)
        self.solver.write(client, _MODULE, self._module(row, arguments))
        return self.sdk_call(
            frame, register, span, client, row.client, row.method, trail, arguments
        )

    def _module(self, row: ClientClass | ClientFunction, arguments: Arguments) -> Value:
        if row.fixed_module is not None:
            return {Const(row.fixed_module): None}
        return arguments.get(row.module) if row.module else NOTHING

    def sdk_call(  # a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        client: Client,
        row: ClientClass,
        method: ClientMethod,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        """Return what a method of an SDK client gives."""
        if method.returns == "nothing" and method.action is None:
            return NOTHING
        call = self.solver.call_at(frame, register, span)
        action = arguments.get(method.action) if method.action else NOTHING
        params = arguments.get(method.params) if method.params else NOTHING
        if method.returns == "self":
            if method.action is not None:
                self.solver.write(client, ACTION, action)
            return {client: trail}
        if method.action is None:
            action = self.solver.read(frame, client, ACTION)
        module = self.solver.read(frame, client, _MODULE)
        current = client.current or self._answers_current(frame, row, client, params)
        self._keep(call, module, action)
        actions = tuple(dict.fromkeys(service_name(name) for name in strings(action)))
        modules = tuple(sorted(set(strings(module))))
        told = ", ".join(actions) if actions else "an action named elsewhere"
        step = Trail(call.site, f"calls {told}", trail)
        if not client.current:
            self._note_call(frame, call, "sdk", step, modules, actions, current)
            if not current:
                self._note_parameters(frame, call, step, modules, actions, params)
        match method.returns:
            case "body":
                return {Body(call, current): step}
            case "current_body":
                return {Body(call, True): step}
            case "response":
                return {Response(call, (), current): step}
            case "current_response":
                return {Response(call, (), True): step}
            case "url":
                return {SignedUrl(call): step}
            case _:
                return NOTHING

    def _answers_current(
        self, frame: Frame, row: ClientClass, client: Client, params: Value
    ) -> bool:
        """Tell whether a legacy client's answer has the 3.0 form, for one call's parameters."""
        config = self.solver.read(frame, client, _CONFIG)
        version_key = row.config_keys.get("version", "")
        versions = self._held(frame, config, version_key)
        own = self._held(frame, params, self.rules.endpoints.version_parameter)
        versions = own or versions
        if not versions:
            return False
        endpoints = self._held(frame, config, row.config_keys.get("endpoint", ""))
        modules = strings(self.solver.read(frame, client, _MODULE))
        if not modules:
            return False
        for module in modules:
            known = self.rules.modules.get(module)
            redirected = (known is None or not known.has_class) and any(
                self.solver.hosts.current(endpoint) for endpoint in endpoints
            )
            if redirected:
                continue
            if known is None or not set(versions) <= set(known.current_versions):
                return False
        return True

    def _held(self, frame: Frame, value: Value, key: str) -> list[str]:
        """Return the strings a dict may hold under a key."""
        if not key:
            return []
        found: list[str] = []
        for atom in value:
            if isinstance(atom, Container):
                found += strings(self.solver.read(frame, atom, key))
        return found

    # -- HTTP -------------------------------------------------------------------------------

    def send(  # a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        row: HttpFunction,
        arguments: Arguments,
        base: Value = NOTHING,
        sender: HttpSender | None = None,
    ) -> Value:
        """Return what an HTTP request gives: a legacy answer, a 3.0 one, another's, or unknown."""
        url = arguments.get(row.url)
        data = [arguments.get(argument) for argument in row.data]
        for atom in only(url, HttpRequest):
            url = join(url, self.solver.read(frame, atom, "url"))
            data.append(self.solver.read(frame, atom, "data"))
        return self._send(frame, register, span, row, url, data, base, sender)

    def _send(  # a call is told in full
        self,
        frame: Frame,
        register: int,
        span: Span,
        row: HttpFunction,
        url: Value,
        data: Sequence[Value],
        base: Value,
        sender: HttpSender | None,
    ) -> Value:
        call = self.solver.call_at(frame, register, span)
        result: dict[Atom, Trail | None] = {}
        for signed, trail in texts.signed_urls(url):
            step = Trail(call.site, "requests the signed address", trail)
            modules = self.modules_of(frame, signed.call)
            actions = self._actions_of(frame, signed.call)
            frame.notes.append(
                ActionNote(call.site, step, signed.call, "http", modules, actions, False)
            )
            result[Answer(signed.call, False)] = step
        hosts = self.solver.hosts
        addresses = [text for atom in url if (text := texts.shown(atom)) is not None]
        bases = [text for atom in base if (text := texts.shown(atom)) is not None]
        # A connection is given the bare host.
        bases = [text if "//" in text else f"//{text}" for text in bases if text]
        if bases:
            addresses = [b + a for b in bases for a in addresses or [""]]
        legacy = [host for text in addresses if (host := hosts.requested(text)) is not None]
        by_shape = not legacy and self._has_legacy_shape(frame, addresses, data)
        if legacy or by_shape:
            found_modules = tuple(sorted({host.module for host in legacy if host.module}))
            module: Value = {Const(name): None for name in found_modules}
            action = self._action_of(frame, addresses, [url, *data])
            self._keep(call, module, action)
            actions = tuple(dict.fromkeys(service_name(name) for name in strings(action)))
            place = legacy[0].text if legacy else "a legacy address"
            told = f" for {', '.join(actions)}" if actions else ""
            origin = Trail(call.site, f"names {place}")
            written = texts.written(atom for atom in (*url, *base) if self._is_legacy(atom))
            if legacy and written is not None:
                origin = Trail(written, f"names the legacy host {place}")
            step = Trail(call.site, f"sends a request to {place}{told}", origin)
            self._note_call(frame, call, "http", step, found_modules, actions, False)
            self._note_parameters(frame, call, step, found_modules, actions, join(*data))
            result[Answer(call, False)] = step
        elif any(hosts.current(text) for text in addresses):
            step = Trail(call.site, "sends a request to an API 3.0 host")
            result[Answer(call, True)] = step
        elif not result and not any(hosts.goes_elsewhere(text) for text in addresses):
            told = "sends a request to an address that is not known"
            result.update(unknown(Trail(call.site, told)))
        if row.returns == "pair":
            return self.transfer.containers.second(frame, register, span, _bodies(result))
        return self._finish(row, sender, result)

    def _is_legacy(self, atom: Atom) -> bool:
        text = texts.shown(atom)
        return text is not None and self.solver.hosts.legacy(text) is not None

    def _finish(self, row: HttpFunction, sender: HttpSender | None, result: Value) -> Value:
        if row.returns == "nothing" and sender is not None:
            self.solver.write(sender, ("pending",), result)
            return NOTHING
        return _bodies(result) if row.returns == "body" else result

    def _has_legacy_shape(
        self, frame: Frame, addresses: Sequence[str], data: Sequence[Value]
    ) -> bool:
        """Tell a v2 request by its path and its parameters, where the host is not known."""
        if not any(
            self.solver.hosts.has_legacy_path(text)
            and HOLE in text
            and not self.solver.hosts.goes_elsewhere(text)
            for text in addresses
        ):
            return False
        wanted = {self.rules.endpoints.action_parameter}
        wanted.update(self.rules.endpoints.signature_parameters)
        containers = [a for value in data for a in value if isinstance(a, Container)]
        keys = {key for container in containers for key in self.solver.keys(frame, container)}
        return bool(wanted & keys) or any(
            f"{name}=" in text for text in addresses for name in wanted
        )

    def _action_of(self, frame: Frame, addresses: Sequence[str], values: Sequence[Value]) -> Value:
        found: Value = {
            Const(name): None for text in addresses for name in self._action_in_url.findall(text)
        }
        return join(found, *(self._keyed_action(frame, value) for value in values))

    def _keyed_action(self, frame: Frame, value: Value) -> Value:
        """Return what a dict of parameters, or a text it was encoded into, says the action is."""
        key: Value = {Const(self.rules.endpoints.action_parameter): None}
        dicts: Value = {a: t for a, t in value.items() if isinstance(a, Container)}
        held = join(dicts, texts.carried(value))
        found = self.transfer.item_of(frame, -1, NOWHERE, held, key)
        return {a: None for a in found if isinstance(a, Const)}

    # -- what is known of a request ---------------------------------------------------------

    def _keep(self, call: Call, module: Value, action: Value) -> None:
        """Keep the module and the action of a request for whoever reads its response."""
        self.solver.write(call, _MODULE, {a: None for a in module if isinstance(a, Const)})
        self.solver.write(call, ACTION, {a: None for a in action if isinstance(a, Const)})

    def keep(self, call: Call, modules: Sequence[str], actions: Sequence[str]) -> None:
        """Keep the names a request was told by."""
        self._keep(
            call, {Const(name): None for name in modules}, {Const(name): None for name in actions}
        )

    def modules_of(self, frame: Frame, call: Call | None) -> tuple[str, ...]:
        """Return the modules a request may be for."""
        if call is None:
            return ()
        return tuple(sorted(set(strings(self.solver.read(frame, call, _MODULE)))))

    def _actions_of(self, frame: Frame, call: Call) -> tuple[str, ...]:
        named = map(service_name, strings(self.solver.read(frame, call, ACTION)))
        return tuple(dict.fromkeys(named))

    def known_actions(self, frame: Frame, call: Call) -> list[tuple[str, str]]:
        """Return the (module, action) pairs of a request that the table has rows for."""
        return [
            (module, action)
            for module in self.modules_of(frame, call)
            for action in self._actions_of(frame, call)
            if action in self.rules.actions.get(module, {})
        ]

    def _note_call(  # a call is told in full
        self,
        frame: Frame,
        call: Call,
        transport: str,
        trail: Trail,
        modules: tuple[str, ...],
        actions: tuple[str, ...],
        current: bool,
    ) -> None:
        """Note the request."""
        stands_in = self.transfer.objects.stands_in(frame)
        frame.notes.append(
            ActionNote(call.site, trail, call, transport, modules, actions, current, stands_in)
        )

    def _note_parameters(  # a call is told in full
        self,
        frame: Frame,
        call: Call,
        trail: Trail,
        modules: tuple[str, ...],
        actions: tuple[str, ...],
        params: Value,
    ) -> None:
        """Note the parameters of a request whose action the table knows, where they are written."""
        rows = [
            (module, action)
            for module in modules
            for action in actions
            if action in self.rules.actions.get(module, {})
        ]
        if not rows:
            return
        for container in only(params, Container):
            for key in self.solver.keys(frame, container):
                if not isinstance(key, str):
                    continue
                place = self.solver.heap.get(container, ("place", key))
                site = next((a.defined for a in place if isinstance(a, Const) and a.defined), None)
                if site is None:
                    continue
                held = self.solver.read(frame, container, key)
                values = [a.value for a in held if isinstance(a, Const)]
                value = values[0] if len(values) == 1 else None
                for module, action in rows:
                    frame.notes.append(
                        ParameterNote(
                            Site(site.program, site.span),
                            trail,
                            call,
                            module,
                            action,
                            key,
                            value if isinstance(value, (str, int)) else None,
                        )
                    )


def _bodies(result: Value) -> Value:
    """Return what a request gives where the function reads the answer itself."""
    return {
        Body(atom.call, atom.current) if isinstance(atom, Answer) else atom: trail
        for atom, trail in result.items()
    }
