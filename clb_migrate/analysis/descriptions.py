"""What the tool takes a value for, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clb_migrate.analysis.values import (
    Absent,
    Answer,
    Atom,
    Body,
    BoundMethod,
    Call,
    Caught,
    ClassValue,
    Client,
    Const,
    Container,
    CurrentException,
    EnvelopeField,
    External,
    Foreign,
    FunctionValue,
    HttpRequest,
    HttpSender,
    Instance,
    Method,
    Numbers,
    Partial,
    Pending,
    ProjectModule,
    Response,
    SignedUrl,
    Signer,
    Site,
    SuperObject,
    Text,
    strings,
)

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Solver


@dataclass(frozen=True, slots=True)
class Description:
    """What one thing a value may be is: its kind, which programs can rely on, and in words."""

    kind: str
    words: str
    made: Site | None = None
    """Where it was made or written, for what has no trail of its own."""


UNKNOWN_ORIGIN = "unknown"
ELSEWHERE = "elsewhere"
CONSTANT = "constant"
NAME_ALONE = "code by name"
CALLABLE = ("function", "class", "method")
OUTSIDE = "outside"
MODULE = "module"

_LONGEST = 60


def describe(solver: Solver, atom: Atom) -> Description | None:
    """Return what an atom is; None for marks that say nothing of the value itself."""
    match atom:
        case EnvelopeField():
            return _field(solver, atom)
        case Response():
            return _response(solver, atom)
        case Body():
            kind = "3.0 body" if atom.current else "legacy body"
            what = _answering(solver, atom.call, current=atom.current)
            return Description(kind, f"raw body of a {what}")
        case Answer():
            kind = "3.0 answer" if atom.current else "legacy answer"
            what = _answering(solver, atom.call, current=atom.current)
            return Description(kind, f"what carries the raw body of a {what}")
        case SignedUrl():
            return Description("legacy address", "signed address of a legacy request")
        case Client():
            return _client(solver, atom)
        case CurrentException():
            return Description("3.0 exception", "exception of the 3.0 SDK")
        case HttpSender():
            return Description("http client", f"HTTP client ({atom.name})")
        case HttpRequest():
            return Description("http request", "HTTP request that is not sent yet")
        case Signer():
            return Description("signature", f"signature made by {atom.function}")
        case Const():
            return Description(CONSTANT, f"constant {_shown(atom.value)}", atom.defined)
        case Text():
            return Description("text", f"text {_shown(atom.shown('{}'))}")
        case Numbers():
            shown = f"range({atom.start}, {atom.stop}, {atom.step})".replace(", 1)", ")")
            return Description("range", f"constant {shown}")
        case Container():
            return Description(atom.kind, f"a {atom.kind} made here", atom.site)
        case Instance() | ClassValue() | SuperObject():
            return _of_class(solver, atom)
        case FunctionValue() | BoundMethod():
            function = atom.function if isinstance(atom, BoundMethod) else atom
            return Description("function", f"{solver.function(function).name}(), a function")
        case Partial():
            return Description("function", "a function with some of its arguments")
        case Method():
            return _method(solver, atom)
        case External():
            if (library := _library(solver, atom.name)) is not None:
                return Description(OUTSIDE, f"{plain_name(atom.name)}, of {library}")
            told = f"comes from {atom.name}, which is not among the files checked"
            return Description(UNKNOWN_ORIGIN, f"unknown origin: {told}")
        case Foreign():
            made = ".".join((f"{plain_name(atom.name)}()", *atom.path))
            return Description(ELSEWHERE, from_elsewhere(made))
        case ProjectModule():
            return Description(MODULE, f"the module {solver.programs[atom.program].path}")
        case Absent() if atom.program not in solver.programs:
            return Description("unread", "something of a file that had no need to be read")
        case Pending():
            return Description("future", "what a library will make of a function it was given")
        case Caught():
            return Description("exception", "an exception of any kind")
        case _:
            return None


def from_elsewhere(words: str) -> str:
    """Return the words for a value known to come from elsewhere."""
    return f"known to come from elsewhere: {words}"


def plain_name(name: str) -> str:
    """Return a name as users write it."""
    return name.removeprefix("builtins.")


def _library(solver: Solver, name: str) -> str | None:
    names = solver.names
    if names.is_legacy_import(name, in_project=False):
        return "a legacy SDK"
    if names.is_current_import(name):
        return "the 3.0 SDK"
    if name.startswith("builtins."):
        return "Python itself"
    return "a well-known library" if names.is_known(name) else None


def _field(solver: Solver, atom: EnvelopeField) -> Description:
    envelope = solver.rules.envelope
    names = {"code": "code", "description": envelope.description, "message": envelope.message}
    name = names[atom.role]
    if atom.current:
        return Description("3.0 code", "3.0 code")
    if atom.call is None:
        told = f"taken for a legacy {name} by its name alone, of unknown origin"
        return Description(NAME_ALONE, told)
    return Description(f"legacy {name}", f"legacy {name}{_request(solver, atom.call)}")


def _response(solver: Solver, atom: Response) -> Description:
    kind = "3.0 response" if atom.current else "legacy response"
    whole = _answering(solver, atom.call, current=atom.current)
    if not atom.path:
        return Description(kind, whole)
    path = ".".join(atom.path).replace(".[]", "[]")
    return Description(f"{kind} data", f"{path}, a part of a {whole}")


def _answering(solver: Solver, call: Call, *, current: bool) -> str:
    return f"{'3.0' if current else 'legacy'} response{_request(solver, call)}"


def _request(solver: Solver, call: Call) -> str:
    """Return `of Action (module)` as far as that is known of a request."""
    actions = sorted(set(strings(solver.heap.get(call, ("action",)))))
    modules = sorted(set(strings(solver.heap.get(call, ("module",)))))
    told = f" of {_listed(actions)}" if actions else ""
    return f"{told} ({_listed(modules)})" if modules else told


def _client(solver: Solver, atom: Client) -> Description:
    version = "3.0" if atom.current else "2.0"
    modules = sorted(set(strings(solver.heap.get(atom, ("module",)))))
    told = f" ({_listed(modules)})" if modules else ""
    return Description(f"{version} client", f"client of API {version}{told}")


def _of_class(solver: Solver, atom: Instance | ClassValue | SuperObject) -> Description:
    of = atom if isinstance(atom, ClassValue) else atom.of
    name = "a named tuple"
    if of.tuple_fields is None:
        name = f"class {solver.programs[of.program].classes[of.index].name}"
    if isinstance(atom, ClassValue):
        return Description("class", name)
    if isinstance(atom, SuperObject):
        return Description("object", f"what {name} derives from")
    return Description("object", f"an object of {name}" if of.tuple_fields is None else name)


def _method(solver: Solver, atom: Method) -> Description:
    receiver = describe(solver, atom.receiver)
    of = receiver.words if receiver is not None else "something of unknown origin"
    return Description("method", f"method {atom.name} of: {of}")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _listed(names: Sequence[str]) -> str:
    return " or ".join(names)
