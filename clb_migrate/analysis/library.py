"""Calls of names from outside the project: the rows say what they are, this says what they give.

Only functions that carry a response, a code or an address along matter. Anything else of a known
library gives a value known to come from elsewhere; anything of an unknown one, an unknown value.
"""

from __future__ import annotations

import builtins
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from clb_migrate.analysis import accessors, texts
from clb_migrate.analysis.commands import legacy_command, shell_commands
from clb_migrate.analysis.foreign import KEEPING
from clb_migrate.analysis.notes import CommandNote, SigningNote
from clb_migrate.analysis.values import (
    NOTHING,
    UNKNOWN,
    Answer,
    Atom,
    Body,
    BoundMethod,
    Caught,
    ClassValue,
    Client,
    Const,
    Container,
    Entry,
    EnvelopeField,
    External,
    Foreign,
    FunctionValue,
    Hole,
    HttpRequest,
    HttpSender,
    Instance,
    Method,
    Numbers,
    Partial,
    Pending,
    Response,
    Signer,
    SuperObject,
    Text,
    Trail,
    Unknown,
    Value,
    because,
    join,
    only,
    strings,
    unknown,
)
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.calling import Arguments, Calling
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_ASSERTIONS: dict[str, str] = {
    "assertEqual": "==",
    "assertEquals": "==",
    "assertNotEqual": "!=",
    "assertNotEquals": "!=",
    "assertIn": "in",
    "assertNotIn": "not in",
    "assertGreater": ">",
    "assertGreaterEqual": ">=",
    "assertLess": "<",
    "assertLessEqual": "<=",
    "assertIs": "==",
    "eq": "==",
    "ne": "!=",
}
"""Functions of unittest and operator that compare their first two arguments."""

_DEFAULTING = ("get", "getenv", "pop", "setdefault", "getattr", "getoption")
"""Functions of any library whose second argument is what they give when they find nothing."""

_COLLECTING = ("asyncio.gather",)

_CLASS_METHODS = ("fromkeys", "fromhex", "maketrans", "from_bytes")
"""Methods of built-in classes that are no methods of their first argument."""

_SPREADING = ("args", "kwargs", "kwds")
"""Keywords by which a library takes the arguments for a function."""


class Library:
    """Functions and classes of other libraries."""

    def __init__(self, transfer: Transfer, calling: Calling) -> None:
        self.transfer = transfer
        self.imports = transfer.imports
        self.operations = transfer.operations
        self.containers = transfer.containers
        self.calling = calling
        self.solver = transfer.solver
        self.rules = transfer.rules

    def call(  # one answer for each kind of name
        self,
        frame: Frame,
        register: int,
        span: Span,
        atom: External,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        """Return what calling an outside name gives."""
        names, libraries = self.solver.names, self.rules.libraries
        name = self._same_as(atom.name)
        first = arguments.positional[0] if arguments.positional else arguments.rest
        if (row := names.legacy_client(name)) is not None:
            client = Client(name, False, frame.index, register)
            return self.calling.requests.make_client(frame, span, client, row, trail, arguments)
        if (sending := names.legacy_function(name)) is not None:
            requests = self.calling.requests
            return requests.function_call(frame, register, span, name, sending, trail, arguments)
        if (row := names.current_client(name)) is not None:
            client = Client(name, True, frame.index, register)
            return self.calling.requests.make_client(frame, span, client, row, trail, arguments)
        if (function := names.http_function(name)) is not None:
            return self.calling.requests.send(frame, register, span, function, arguments)
        if (http := names.http_client(name)) is not None:
            sender = HttpSender(name, frame.index, register)
            self.solver.write(sender, ("base",), arguments.get(http.base))
            return {sender: None}
        if (described := names.request_object(name)) is not None:
            request = HttpRequest(frame.index, register)
            self.solver.write(request, "url", arguments.get(described.url))
            for argument in described.data:
                held = arguments.get(argument)
                self.solver.write(request, "data", held)
            return {request: None}
        if names.is_one_of(libraries.decoders, name):
            return self.decoded(frame, span, name, first)
        if names.is_one_of(tuple(libraries.runners), name):
            kind = libraries.runners.get(name) or libraries.runners[name.removeprefix("builtins.")]
            return self._run_command(frame, register, span, kind, arguments)
        if names.is_one_of(libraries.serialisers, name):
            return self._text(first)
        if names.is_one_of(libraries.encoders, name):
            return texts.concatenated([texts.alternatives(first)])
        if names.is_one_of(libraries.signers, name):
            message = join(*arguments.positional[1:2], arguments.keywords.get("msg", NOTHING))
            signer = Signer(name, self.solver.call_at(frame, register, span))
            self.sign(frame, signer, join(message, arguments.rest))
            return {signer: None}
        if (built_in := self._built_in(frame, register, span, name, arguments)) is not None:
            return built_in
        if name in libraries.tasks:
            return self._task(frame, register, first)
        if names.is_one_of(libraries.passes, name):
            return self._passed(frame, register, span, name, first, arguments)
        if name in libraries.queues:
            made = self.containers.container(frame, "list", register, 3, span)
            started = self.containers.iterated(frame, register, span, first)
            if started:
                self.solver.write(made, "*", started)
            return {made: None}
        if name in libraries.enters:
            return self.transfer.entered(frame, register, span, first)
        if name in libraries.pairs:
            return self._halved(frame, register, span, first)
        return self._other(frame, register, span, name, arguments)

    def _same_as(self, name: str) -> str:
        """Return the built-in function that does what a library's function does, or the name."""
        same = self.rules.libraries.same_as
        other = same.get(name) or same.get(name.removeprefix("builtins."))
        if other is None:
            return name
        root = other.partition(".")[0]
        return f"builtins.{other}" if hasattr(builtins, root) else other

    def call_foreign(
        self,
        frame: Frame,
        register: int,
        span: Span,
        atom: Foreign,
        trail: Trail | None,
        arguments: Arguments,
    ) -> Value:
        """Return what calling a part of a library's object gives, by the part's dotted name."""
        kept: Value = NOTHING
        if atom.path and atom.path[-1] in KEEPING:
            owner = Foreign(atom.name, atom.frame, atom.register, atom.path[:-1])
            kept = self.transfer.foreign.asked(frame, owner, atom.path[-1], arguments)
        outside = External(".".join((atom.name, *atom.path)))
        return join(kept, self.call(frame, register, span, outside, trail, arguments))

    # -- parsing ----------------------------------------------------------------------------

    def decoded(self, frame: Frame, span: Span, name: str, value: Value) -> Value:
        """Return what parsing a body gives."""
        found: dict[Atom, Trail | None] = {}
        site = self.solver.site(frame, span)
        for atom, trail in value.items():
            match atom:
                case Body() | Answer():
                    step = Trail(site, f"parses it with {name.removeprefix('builtins.')}", trail)
                    found[Response(atom.call, (), atom.current)] = step
                case Response():
                    found[atom] = trail
                case Unknown():
                    found[Unknown()] = trail
                case _:
                    pass
        return found

    # -- commands ---------------------------------------------------------------------------

    def _run_command(
        self,
        frame: Frame,
        register: int,
        span: Span,
        kind: Literal["body", "answer", "pair", "nothing"],
        arguments: Arguments,
    ) -> Value:
        command = next(
            (
                found
                for words in self._commands(frame, arguments)
                if (found := legacy_command(words, self.rules.sdk.legacy_commands))
            ),
            None,
        )
        if command is None:
            return NOTHING
        program, *words = command
        call = self.solver.call_at(frame, register, span)
        plain = [word for word in words if not word.startswith("-")]
        modules = tuple(w.lower() for w in plain[:1] if w.lower() in self.rules.modules)
        actions = tuple(plain[1:2]) if modules else ()
        self.calling.requests.keep(call, modules, actions)
        step = Trail(call.site, f"runs {' '.join([program, *plain[:2]])}")
        frame.notes.append(CommandNote(call.site, step, call, program, modules, actions))
        if kind == "pair":
            return self.containers.second(frame, register, span, {Body(call, False): step})
        if kind == "body":
            return {Body(call, False): step}
        return {Answer(call, False): step} if kind == "answer" else NOTHING

    def _commands(self, frame: Frame, arguments: Arguments) -> list[list[str]]:
        """Return the commands that are run, each as its words: a list of words, or shell text."""
        given = [*arguments.positional, arguments.keywords.get("args", NOTHING), arguments.rest]
        found: list[list[str]] = []
        # Several words as several arguments: `create_subprocess_exec("program", "word")`.
        spread: list[str] = []
        for value in given:
            for atom in value:
                text = texts.shown(atom)
                if text is not None:
                    found += shell_commands(text)
                    spread.append(text)
                elif isinstance(atom, Container):
                    keys = [k for k in self.solver.keys(frame, atom) if isinstance(k, int)]
                    found.append(
                        [
                            shown
                            for place in sorted(keys)
                            for inner in self.solver.read(frame, atom, place)
                            if (shown := texts.shown(inner)) is not None
                        ]
                    )
        return [*found, spread]

    # -- signing ----------------------------------------------------------------------------

    def sign(self, frame: Frame, signer: Signer, value: Value) -> None:
        """Note an HMAC whose message is a v2 request, or may be one."""
        site, name = signer.call.site, signer.function
        step = Trail(site, f"signs with {name}")
        keys = set(self.rules.endpoints.signature_parameters)
        keys.add(self.rules.endpoints.action_parameter)
        shown = [text for atom in value if (text := texts.shown(atom)) is not None]
        hosts = self.solver.hosts
        proven = any(hosts.legacy(text) or hosts.has_legacy_path(text) for text in shown)
        for container in only(texts.carried(value), Container):
            held = {key for key in self.solver.keys(frame, container) if isinstance(key, str)}
            proven = proven or len(held & keys) > 1
        if proven:
            frame.notes.append(SigningNote(site, step, signer.call, name))
        elif texts.is_unproven(value) and not any(hosts.goes_elsewhere(t) for t in shown):
            frame.notes.append(SigningNote(site, step, None, name))

    # -- builtins ---------------------------------------------------------------------------

    def _built_in(  # one answer for each builtin
        self, frame: Frame, register: int, span: Span, name: str, arguments: Arguments
    ) -> Value | None:
        first = arguments.positional[0] if arguments.positional else arguments.rest
        second = arguments.positional[1] if len(arguments.positional) > 1 else NOTHING
        short = name.rsplit(".", maxsplit=1)[-1]
        if name.startswith("builtins."):
            if short == "__init__" and any(isinstance(atom, Instance) for atom in first):
                return NOTHING  # The class's own is running already.
            if name.count(".") > 1 and short not in _CLASS_METHODS:
                # `dict.items(answer)` is `answer.items()`.
                method = self.transfer.attribute_of(frame, register, span, first, short)
                given = replace(arguments, positional=arguments.positional[1:])
                return self.calling.apply(frame, register, span, method, given) if method else None
            match short:
                case "int" | "float" | "long":
                    return self._number(first)
                case "str" | "repr" | "unicode" | "format" | "ascii" | "bytes":
                    return self._text(first)
                case "bool":
                    self.transfer.decisions.judged_by_truth(frame, span, first)
                    return NOTHING
                case "getattr":
                    value = NOTHING
                    for attribute in strings(second):
                        part = self.transfer.attribute_of(frame, register, span, first, attribute)
                        value = join(value, part)
                    if not strings(second) and Unknown() in first:
                        value = unknown(first[Unknown()])
                    return join(value, *arguments.positional[2:3])
                case "setattr":
                    for atom in second:
                        if isinstance(atom, Entry):
                            self.transfer.objects.fill(first, {atom.response: second[atom]})
                    for attribute in strings(second):
                        for atom in first:
                            held = join(*arguments.positional[2:3])
                            self.transfer.objects.store(atom, attribute, held)
                    return NOTHING
                case "range" | "xrange":
                    return self._range(arguments)
                case "super":
                    return self._super(frame, arguments)
                case "map" | "filter":
                    return self._mapped(frame, register, span, short, arguments)
                case "enumerate":
                    return self._paired(frame, register, span, [NOTHING, first])
                case "zip":
                    return self._paired(frame, register, span, list(arguments.positional))
                case "divmod":
                    return self._divided(frame, register, span, first, second)
                case "dict":
                    return self._dict(frame, register, span, first, arguments)
                case "min" | "max":
                    key = arguments.keywords.get("key", NOTHING)
                    self.keyed(frame, register, span, first, key)
                    return self._extreme(frame, register, span, arguments)
                case "cmp":
                    # What is asked for shows only in what is done with the result.
                    sides = [first, second]
                    self.transfer.decisions.compared(frame, register, span, sides, ["=="])
                    return NOTHING
                case "abs":
                    return first
                case "isinstance":
                    for atom in first:
                        if isinstance(atom, Caught):
                            self.solver.write(atom, ("kinds",), second)
                    return NOTHING
                case "callable" | "hasattr" | "issubclass":
                    return NOTHING
                case "len" | "print" | "any" | "all" | "hash" | "id" | "type" | "object":
                    return NOTHING
                case "__import__":
                    return self._imported(frame, register, span, first)
                case _:
                    return None
        if name == "functools.reduce" and len(arguments.positional) > 1:
            return self._reduced(frame, register, span, arguments)
        if name == "itertools.chain":
            return self._chained(frame, register, span, join(*arguments.positional, arguments.rest))
        if name == "itertools.chain.from_iterable":
            parts = self.containers.iterated(frame, register, span, first)
            return self._chained(frame, register, span, parts)
        if name in ("itertools.repeat", "itertools.tee"):
            made = self.containers.container(frame, "list", register, 3, span)
            self.solver.write(made, "*", first)
            return {made: None}
        if name == "itertools.groupby":
            key = join(second, arguments.keywords.get("key", NOTHING))
            return self._grouped(frame, register, span, first, key)
        if name == "functools.partial":
            return self._partial(frame, register, arguments)
        if name in accessors.ACCESSORS:
            return self._partial(frame, register, accessors.waiting(name, arguments))
        if (accessor := accessors.applied(name)) is not None:
            return accessors.access(self.transfer, frame, register, span, accessor, arguments)
        if name == "string.Template":
            return {Method(atom, short): None for atom in first if isinstance(atom, (Const, Text))}
        if name in ("collections.namedtuple", "namedtuple"):
            return self._named_tuple(frame, register, second)
        if short in _ASSERTIONS and (name.startswith("operator.") or "." in name):
            self.transfer.decisions.compared(
                frame, register, span, [first, second], [_ASSERTIONS[short]]
            )
            return NOTHING
        if short in ("assertTrue", "assertFalse", "assert_", "failUnless", "truth", "not_"):
            self.transfer.decisions.judged_by_truth(frame, span, first)
            return NOTHING
        if name == "importlib.import_module":
            return self._imported(frame, register, span, first)
        if short == "cast" and name.startswith("typing"):
            return second
        if short == "urljoin":
            return self.joined(frame, span, [first, second])
        if short in ("urlunsplit", "urlunparse"):
            return self._address(frame, span, first)
        if name == "collections.Counter":
            return self._counted(frame, register, span, first)
        if short.lower().endswith("dict") and name.startswith("collections."):
            whole = join(first, second) if short == "defaultdict" else first
            return self._dict(frame, register, span, whole, arguments)
        if name in _COLLECTING:
            container = self.containers.container(frame, "list", register, 3, span)
            for place, value in enumerate(arguments.positional):
                self.solver.write(container, place, value)
            for atom in arguments.rest:
                self.solver.write(container, "*", {atom: arguments.rest[atom]})
            return {container: None}
        return None

    def joined(self, frame: Frame, span: Span, pieces: list[Value]) -> Value:
        """Return texts put one after the other, noting a host that this completes."""
        value = texts.concatenated([texts.alternatives(piece) for piece in pieces])
        return self.operations.assembled(frame, span, value, pieces)

    def _address(self, frame: Frame, span: Span, parts: Value) -> Value:
        """Return the address that `urlunsplit((scheme, host, path, query, ...))` makes."""
        pieces: list[Value] = []
        for container in only(parts, Container):
            assert isinstance(container, Container)
            scheme, host, path, query = (
                self.containers.elements(frame, container, [place]) for place in range(4)
            )
            between: Value = {Const("://"): None}
            before_query: Value = {Const("?"): None}
            pieces = [scheme, between, host, path, before_query, query]
        return self.joined(frame, span, pieces) if pieces else NOTHING

    def _imported(self, frame: Frame, register: int, span: Span, module: Value) -> Value:
        """Return the modules that `import_module("...")` imports."""
        names = strings(module)
        return join(*(self.imports.imported(frame, register, span, n, None) for n in names))

    def _number(self, value: Value) -> Value:
        found: dict[Atom, Trail | None] = {}
        for atom, trail in value.items():
            match atom:
                case EnvelopeField():
                    found.update(self.operations.operated(atom, trail, ("int", None)))
                case Const(str() | int() | float() as plain):
                    try:
                        found[Const(int(plain), atom.defined)] = None
                    except (ValueError, OverflowError):
                        continue
                case Unknown() | Instance():
                    found[atom] = trail
                case _:
                    pass
        return found

    def _text(self, value: Value) -> Value:
        found: dict[Atom, Trail | None] = {}
        for atom, trail in value.items():
            match atom:
                case EnvelopeField():
                    found.update(self.operations.operated(atom, trail, ("str", None)))
                case Response(path=()):
                    found[Body(atom.call, atom.current)] = trail
                case Const(int() | float() as number):
                    found[Const(str(number), atom.defined)] = None
                case Body() | Answer() | Const() | Text() | Unknown():
                    found[atom] = trail
                case _:
                    pass
        return found

    def _range(self, arguments: Arguments) -> Value:
        bounds = []
        for value in arguments.positional:
            numbers = [a.value for a in value if isinstance(a, Const) and isinstance(a.value, int)]
            if len(numbers) != 1:
                return NOTHING
            bounds.append(numbers[0])
        if not bounds or len(bounds) > 3 or (len(bounds) == 3 and bounds[2] == 0):
            return NOTHING
        numbers_range = range(*bounds)
        return {Numbers(numbers_range.start, numbers_range.stop, numbers_range.step): None}

    def _super(self, frame: Frame, arguments: Arguments) -> Value:
        function = self.solver.function(frame.value)
        of = self.transfer.objects.class_of(frame.value)
        if arguments.positional:
            of = next((a for a in arguments.positional[0] if isinstance(a, ClassValue)), of)
        if of is None or not function.formals:
            return NOTHING
        receivers = frame.arguments.get(function.formals[0].name, NOTHING)
        return {
            SuperObject(of, atom): trail
            for atom, trail in receivers.items()
            if isinstance(atom, (Instance, ClassValue))
        }

    def _mapped(
        self, frame: Frame, register: int, span: Span, short: str, arguments: Arguments
    ) -> Value:
        given = [
            self.containers.iterated(frame, register, span, value)
            for value in arguments.positional[1:]
        ]
        if not arguments.positional:
            return NOTHING
        function = arguments.positional[0]
        result = self.calling.invoke_all(frame, register, span, function, given, {})
        if short == "filter":
            self.transfer.decisions.judged_by_truth(frame, span, result)
            result = join(*given)
        container = self.containers.container(frame, "list", register, 3, span)
        self.solver.write(container, "*", result)
        return {container: None}

    def _extreme(self, frame: Frame, register: int, span: Span, arguments: Arguments) -> Value:
        """Return what `max` may give of responses and codes."""
        given = join(*arguments.positional)
        if len(arguments.positional) == 1:
            given = self.containers.iterated(frame, register, span, given)
        told = (Response, EnvelopeField, Container)
        return {atom: trail for atom, trail in given.items() if isinstance(atom, told)}

    def _reduced(self, frame: Frame, register: int, span: Span, arguments: Arguments) -> Value:
        """Return what `reduce` gives: its function is called with what that gave before."""
        function, elements, *start = arguments.positional
        element = self.containers.iterated(frame, register, span, elements)
        owner = ("reduced", frame.index, register)
        begun = join(*start) if start else element
        before = join(begun, self.solver.read(frame, owner, "result"))
        result = self.calling.invoke_all(frame, register, span, function, [before, element], {})
        self.solver.write(owner, "result", result)
        return join(result, begun)

    def _chained(self, frame: Frame, register: int, span: Span, parts: Value) -> Value:
        """Return a collection of the elements of several."""
        made = self.containers.container(frame, "list", register, 3, span)
        self.solver.write(made, "*", self.containers.iterated(frame, register, span, parts))
        return {made: None}

    def _grouped(
        self, frame: Frame, register: int, span: Span, elements: Value, key: Value
    ) -> Value:
        """Return pairs of what a key function gives and the elements it gives that for."""
        element = self.containers.iterated(frame, register, span, elements)
        told = (
            self.calling.invoke_all(frame, register, span, key, [element], {}) if key else element
        )
        groups = self.containers.container(frame, "list", register, 3, span)
        pair = self.containers.container(frame, "tuple", register, 4, span)
        self.solver.write(pair, 0, told)
        group = self.containers.container(frame, "list", register, 5, span)
        self.solver.write(group, "*", element)
        self.solver.write(pair, 1, {group: None})
        self.solver.write(groups, "*", {pair: None})
        return {groups: None}

    def _paired(self, frame: Frame, register: int, span: Span, parts: list[Value]) -> Value:
        outer = self.containers.container(frame, "list", register, 3, span)
        inner = self.containers.container(frame, "tuple", register, 4, span)
        for place, part in enumerate(parts):
            element = self.containers.iterated(frame, register, span, part)
            self.solver.write(inner, place, element)
        self.solver.write(outer, "*", {inner: None})
        return {outer: None}

    def _divided(
        self, frame: Frame, register: int, span: Span, first: Value, second: Value
    ) -> Value:
        pair = self.containers.container(frame, "tuple", register, 3, span)
        for place, operator in enumerate(("//", "%")):
            for atom, trail in first.items():
                for other in second:
                    if isinstance(atom, EnvelopeField) and isinstance(other, Const):
                        part = self.operations.operated(atom, trail, (operator, other.value))
                        self.solver.write(pair, place, part)
        return {pair: None}

    def _dict(
        self, frame: Frame, register: int, span: Span, first: Value, arguments: Arguments
    ) -> Value:
        made = self.containers.container(frame, "dict", register, 3, span)
        value: dict[Atom, Trail | None] = {made: None}
        for name, held in arguments.keywords.items():
            self.solver.write(made, name, held)
            self.solver.write(made, ("keys",), {Const(name): None})
            self.containers.remember_key(frame, made, {Const(name): None}, span)
        for atom, trail in (*first.items(), *arguments.mappings):
            if isinstance(atom, Container) and atom.kind == "dict":
                self.containers.copy_into(frame, made, atom)
            elif isinstance(atom, Container):
                for pair in self.containers.elements(frame, atom, None):
                    if isinstance(pair, Container):
                        key = self.containers.elements(frame, pair, [0])
                        held = self.containers.elements(frame, pair, [1])
                        self.containers.put(frame, made, key, held)
            elif isinstance(atom, (Response, Unknown)):
                value[atom] = trail
        return value

    def _counted(self, frame: Frame, register: int, span: Span, first: Value) -> Value:
        """Return a Counter: a dict whose keys are what was counted."""
        made = self.containers.container(frame, "dict", register, 3, span)
        counted = self.containers.iterated(frame, register, span, first)
        self.containers.put(frame, made, counted, NOTHING)
        return {made: None}

    def _halved(self, frame: Frame, register: int, span: Span, first: Value) -> Value:
        """Return a pair of collections, each of which may hold every element of the first."""
        pair = self.containers.container(frame, "tuple", register, 3, span)
        half = self.containers.container(frame, "list", register, 4, span)
        element = self.containers.iterated(frame, register, span, first)
        self.solver.write(half, "*", self._task(frame, register, element))
        for place in range(2):
            self.solver.write(pair, place, {half: None})
        return {pair: None}

    def _partial(self, frame: Frame, register: int, arguments: Arguments) -> Value:
        if not arguments.positional:
            return NOTHING
        value: dict[Atom, Trail | None] = {}
        for function, trail in arguments.positional[0].items():
            if isinstance(function, Partial) and isinstance(function.function, Partial):
                continue
            made = Partial(function, frame.index, register)
            for place, held in enumerate(arguments.positional[1:]):
                self.solver.write(made, place, held)
            for name, held in arguments.keywords.items():
                self.solver.write(made, name, held)
            value[made] = trail
        return value

    def _named_tuple(self, frame: Frame, register: int, fields: Value) -> Value:
        names: list[str] = []
        for atom in fields:
            if isinstance(atom, Const) and isinstance(atom.value, str):
                names = atom.value.replace(",", " ").split()
            elif isinstance(atom, Container):
                size = len(self.solver.keys(frame, atom))
                for place in range(size):
                    names += strings(self.containers.elements(frame, atom, [place]))[:1]
        of = ClassValue(frame.value.program, -1, frame.index, register, tuple(names))
        return {of: None}

    # -- everything else --------------------------------------------------------------------

    def _passed(
        self,
        frame: Frame,
        register: int,
        span: Span,
        name: str,
        first: Value,
        arguments: Arguments,
    ) -> Value:
        """Return the first argument, for functions that only hand it on."""
        short = name.rsplit(".", maxsplit=1)[-1]
        self.keyed(frame, register, span, first, arguments.keywords.get("key", NOTHING))
        if short == "iter" and len(arguments.positional) > 1:
            # `iter(queue.get, None)` calls its first argument for each element.
            element = self.calling.invoke_all(frame, register, span, first, [], {})
            made = self.containers.container(frame, "list", register, 3, span)
            self.solver.write(made, "*", element)
            return {made: None}
        if short == "next":
            element = self.containers.iterated(frame, register, span, first)
            return join(element, *arguments.positional[1:2])
        held: dict[Atom, Trail | None] = dict(first)
        if not first and arguments.keywords:
            return self._dict(frame, register, span, first, arguments)
        if arguments.mappings:
            held.update(arguments.mappings)
        if short in ("copy", "deepcopy"):
            return self.containers.copied(frame, register, span, held)
        if not held:
            kind: Literal["dict", "list"] = "dict" if "ict" in short else "list"
            return {self.containers.container(frame, kind, register, 3, span): None}
        return held

    def perhaps_passed_on(self, arguments: Arguments) -> Value:
        """Return what an unknown function gives: unknown, but it may hold what it was given."""
        held: dict[Atom, Trail | None] = {}
        for value in arguments.all():
            held.update(value)
        containers = tuple(atom for atom in held if isinstance(atom, Container))
        if not containers:
            return UNKNOWN
        return {Unknown(): None, Text((Hole(containers, unproven=True),)): None}

    def call_back(self, frame: Frame, register: int, span: Span, arguments: Arguments) -> Value:
        """Run a function that was handed to a library together with its arguments."""
        result = self._called_back(frame, register, span, arguments)
        if not result:
            return NOTHING
        if callback := arguments.keywords.get("callback"):
            self.calling.invoke_all(frame, register, span, callback, [result], {})
        return self._task(frame, register, result)

    def _task(self, frame: Frame, register: int, held: Value) -> Value:
        """Return a value also as a future of it."""
        if not held or any(isinstance(atom, Pending) for atom in held):
            return held
        pending = Pending(frame.index, register)
        self.solver.write(pending, ("value",), held)
        return {**held, pending: None}

    def _called_back(self, frame: Frame, register: int, span: Span, arguments: Arguments) -> Value:
        callables = (FunctionValue, BoundMethod, Partial, Method)
        place = next(
            (
                at
                for at, value in enumerate(arguments.positional)
                if any(isinstance(atom, callables) for atom in value)
            ),
            None,
        )
        if place is None:
            function, given = arguments.keywords.get("target", NOTHING), list[Value]()
        else:
            function, given = arguments.positional[place], arguments.positional[place + 1 :]
        keywords = {k: v for k, v in arguments.keywords.items() if k not in _SPREADING}
        spread = self._spread(frame, arguments, keywords)
        found: Value = NOTHING
        for atom, trail in function.items():
            if not isinstance(atom, callables):
                continue
            if given:
                values = self._given(frame, register, span, given, self._required(atom))
            elif spread or arguments.keywords or self._runs_alone(atom):
                values = spread
            else:
                continue  # The library calls it with arguments of its own.
            part = self.calling.invoke_all(frame, register, span, {atom: trail}, values, keywords)
            if not (given or spread or keywords) and place is not None:
                # A function alone: what comes back may as well do what it does.
                part = join({atom: trail}, part)
            found = join(found, part)
        return found

    def _spread(
        self, frame: Frame, arguments: Arguments, keywords: dict[str, Value]
    ) -> list[Value]:
        """Return what `args=` says the arguments are; add what `kwargs=` says to `keywords`."""
        places: list[Value] = []
        for container in only(arguments.keywords.get("args", NOTHING), Container):
            assert isinstance(container, Container)
            places = self._places(frame, container)
        for name in ("kwargs", "kwds"):
            for container in only(arguments.keywords.get(name, NOTHING), Container):
                for key in self.solver.keys(frame, container):
                    if isinstance(key, str):
                        keywords[key] = self.solver.read(frame, container, key)
        return places

    def _places(self, frame: Frame, container: Container) -> list[Value]:
        """Return the elements of a tuple or list in their order."""
        size = sum(isinstance(key, int) for key in self.solver.keys(frame, container))
        return [self.containers.elements(frame, container, [place]) for place in range(size)]

    def _required(self, function: Atom) -> int:
        """Return how many arguments a function cannot do without, as far as that is known."""
        if isinstance(function, BoundMethod):
            return max(0, self._required(function.function) - 1)
        if not isinstance(function, FunctionValue):
            return 0
        defaults = self.solver.heap.keys.get((function, "defaults"), {})
        return sum(
            formal.passing in ("positional", "either") and formal.name not in defaults
            for formal in self.solver.function(function).formals
        )

    def _runs_alone(self, function: Atom) -> bool:
        """Tell whether a library that is given only a function may well call it with nothing."""
        match function:
            case BoundMethod(function=inner):
                passed = self.solver.function(inner).formals
            case FunctionValue():
                passed = self.solver.function(function).formals
            case Method(receiver=receiver):
                return isinstance(receiver, Answer)
            case _:
                return True
        return not self._required(function) and all(f.passing != "rest" for f in passed)

    def _given(
        self, frame: Frame, register: int, span: Span, given: list[Value], required: int
    ) -> list[Value]:
        """Return the arguments for a function that a library was given them for, or many of them.

        One argument is all arguments, or a list of such, where the function needs several.
        """
        if len(given) == 1 and required > 1:
            found: list[Value] = []
            for outer in only(given[0], Container):
                assert isinstance(outer, Container)
                inner = only(self.containers.elements(frame, outer, None), Container)
                is_many = outer.kind != "tuple" and any(
                    isinstance(atom, Container) and atom.kind == "tuple" for atom in inner
                )
                for container in inner if is_many else [outer]:
                    assert isinstance(container, Container)
                    places = self._places(frame, container)
                    found += [NOTHING] * (len(places) - len(found))
                    for place, value in enumerate(places):
                        found[place] = join(found[place], value)
            if found:
                return found
        return [
            join(value, self.containers.iterated(frame, register, span, value))
            if any(isinstance(atom, Container) for atom in value)
            else value
            for value in given
        ]

    def keyed(self, frame: Frame, register: int, span: Span, base: Value, key: Value) -> None:
        """Run the function that `sort(key=...)` and its like call with every element."""
        element = self.containers.iterated(frame, register, span, base)
        if key and element:
            self.calling.invoke_all(frame, register, span, key, [element], {})

    def _other(
        self, frame: Frame, register: int, span: Span, name: str, arguments: Arguments
    ) -> Value:
        """A function nothing is known of but where it comes from."""
        known = self.solver.names.is_known(name)
        owner, _, short = name.rpartition(".")
        foreign = self.transfer.foreign
        kept: Value = NOTHING
        if short in KEEPING:
            kept = foreign.asked(frame, External(owner), short, arguments)
        if short in _DEFAULTING:
            default = join(*arguments.positional[1:2], arguments.keywords.get("default", NOTHING))
            plain: Value = {a: t for a, t in default.items() if isinstance(a, (Const, Text))}
            unseen = self.imports.unseen(frame, span, f"{name}()")
            return join(kept, plain) if known else join(kept, plain, unknown(unseen))
        if known:
            self.calling.hand_out(arguments.all())
            result = self.call_back(frame, register, span, arguments)
            own: Value = {a: t for a, t in result.items() if not isinstance(a, Unknown)}
            return join(own, kept, foreign.made(frame, register, name))
        unseen = self.imports.unseen(frame, span, f"{name}()")
        return because(self.perhaps_passed_on(arguments), unseen)
