"""What a value can be, as far as the tool cares: atoms, and sets of atoms with their trails.

A `Value` maps each thing the value may be (an *atom*) to the trail that shows why. Atoms compare
by what they are; the trail is no part of that, so joining keeps the trail met first. An empty
value is one known to come from elsewhere: nothing is ever reported about it. `Unknown` is the
opposite of known-from-elsewhere: nobody can tell its origin.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from clb_migrate.analysis.immutable import immutable
from clb_migrate.findings import Span


@immutable(order=True)
class Site:
    """A place in the project: index of the program, and a span in it."""

    program: int
    span: Span


@immutable()
class Trail:
    """The last step of a provenance, and the trail that led to it."""

    site: Site
    text: str
    previous: Trail | None = None

    def steps(self) -> tuple[Trail, ...]:
        """Return all steps, the origin first."""
        steps: list[Trail] = []
        current: Trail | None = self
        while current is not None:
            steps.append(current)
            current = current.previous
        return tuple(reversed(steps))


@immutable()
class Call:
    """A legacy (or 3.0) request: the frame and the instruction that send it."""

    frame: int
    register: int
    site: Site = field(compare=False)


# -- ordinary values ---------------------------------------------------------------------------


@immutable()
class Const:
    """A literal. `defined` is where it got a name (only kept for what a check may use)."""

    value: str | bytes | int | float | bool | None
    defined: Site | None = None
    written: Site | None = field(default=None, compare=False)
    """Where a text stands as a literal; where one that was put together got its legacy host."""


@immutable()
class Text:
    """A string made of known parts and holes; a hole may carry a dict of parameters."""

    parts: tuple[str | Hole, ...]
    written: Site | None = field(default=None, compare=False)
    """Where its legacy host was written or put together."""

    def shown(self, hole: str) -> str:
        """Return the text with `hole` in place of what is not known."""
        return "".join(part if isinstance(part, str) else hole for part in self.parts)


@immutable()
class Hole:
    """An unknown part of a text; `carries` are the containers that were encoded into it."""

    carries: tuple[Container, ...] = ()
    unproven: bool = False
    """Its origin is unknown (rather than known to be harmless)."""


@immutable()
class Container:
    """A list, tuple, set or dict, by where it was made."""

    kind: Literal["tuple", "list", "set", "dict"]
    frame: int
    register: int
    site: Site = field(compare=False)


@immutable()
class Numbers:
    """A `range`."""

    start: int
    stop: int
    step: int = 1


@immutable()
class External:
    """A name from outside the project, by its full dotted path (`json.loads`)."""

    name: str


@immutable()
class Foreign:
    """An object of a known library on which the project keeps things, by where it was made.

    `name` is what was called for it; `path` are the attributes that lead from it to this part.
    """

    name: str
    frame: int
    register: int
    path: tuple[str, ...] = ()


@immutable()
class ProjectModule:
    """A module of the project."""

    program: int


@immutable()
class Absent:
    """Something of a module of the project that was not needed so far, and so not parsed."""

    program: int


@immutable()
class FunctionValue:
    """A function of the project, in the frame whose variables it sees."""

    program: int
    function: int
    frame: int


@immutable()
class ClassValue:
    """A class of the project; `tuple_fields` for `namedtuple("R", ...)`."""

    program: int
    index: int
    frame: int
    register: int
    tuple_fields: tuple[str, ...] | None = None


@immutable()
class Instance:
    """An object of a project class, by where it was made; None: made outside what is seen."""

    of: ClassValue
    frame: int | None
    register: int | None

    def __hash__(self) -> int:
        # Asked for all the time, so without a call for the class; most objects of one differ.
        return hash((self.of.program, self.of.index, self.frame, self.register))


@immutable()
class BoundMethod:
    """A method of the project together with its `self` (or class)."""

    function: FunctionValue
    receiver: Atom


@immutable()
class Method:
    """A method of a value that is no project object: `resp.get`, `codes.append`, `"%s".format`."""

    receiver: Atom
    name: str


@immutable()
class Partial:
    """`functools.partial(function, ...)`; its arguments wait in the heap."""

    function: Atom
    frame: int
    register: int


@immutable()
class SuperObject:
    """`super()` in a method of `of`."""

    of: ClassValue
    receiver: Atom


@immutable()
class Unknown:
    """A value whose origin cannot be proven; `path` are the keys read from it that matter."""

    path: tuple[str, ...] = ()


# -- what the tool is about --------------------------------------------------------------------


@immutable()
class TooMany:
    """Stands for more plain values than are kept apart; it takes in all further ones."""


@immutable()
class Client:
    """An SDK client, by where it was made; its module and config wait in the heap."""

    name: str
    current: bool
    frame: int
    register: int


@immutable()
class HttpSender:
    """An HTTP client object (`requests.Session()`); its base address waits in the heap."""

    name: str
    frame: int
    register: int


@immutable()
class HttpRequest:
    """A request described but not sent (`urllib.request.Request`); its address is in the heap."""

    frame: int
    register: int


@immutable()
class SignedUrl:
    """The address that an SDK's URL builder made for a call."""

    call: Call


@immutable()
class Answer:
    """An HTTP answer or a finished process, which holds the raw body."""

    call: Call
    current: bool


@immutable()
class Body:
    """The raw text of a response."""

    call: Call
    current: bool


@immutable()
class Response:
    """A parsed response (`path` empty) or a part of its data (`loadBalancerSet`, `[]`)."""

    call: Call
    path: tuple[str, ...]
    current: bool


@immutable()
class Entry:
    """Any key of a response, or the value under it, while one goes over all of them."""

    response: Response
    side: Literal["key", "value"]


@immutable()
class Signer:
    """An HMAC under way, which is fed its message."""

    function: str
    call: Call


@immutable()
class Pending:
    """What another library will make of a function it was given: a future, a lazy map."""

    frame: int
    register: int


@immutable()
class Caught:
    """An exception caught by a class that says nothing; `isinstance` may tell more of it."""

    call: Call


@immutable()
class CurrentException:
    """An exception of the 3.0 SDK, by the `except` that caught it."""

    call: Call


Operation = tuple[str, Hashable]
"""One step that was applied to a code: `("//", 100)`, `("str", None)`."""


@immutable()
class EnvelopeField:
    """`code`, `codeDesc` or `message` of a response, with what was done to it since.

    `call` is None where the origin is unknown and only the name speaks for it. `current`: it is
    the code of a 3.0 response.
    """

    role: Literal["code", "description", "message"]
    call: Call | None
    operations: tuple[Operation, ...] = ()
    current: bool = False


Atom = (
    Const
    | Text
    | Container
    | Numbers
    | External
    | Foreign
    | ProjectModule
    | Absent
    | FunctionValue
    | ClassValue
    | Instance
    | BoundMethod
    | Method
    | Partial
    | SuperObject
    | Unknown
    | TooMany
    | Client
    | HttpSender
    | HttpRequest
    | SignedUrl
    | Answer
    | Body
    | Response
    | Entry
    | Signer
    | Pending
    | Caught
    | CurrentException
    | EnvelopeField
)

Value = Mapping[Atom, Trail | None]
"""Every thing a value may be, with the trail that shows why."""

TELLING = (Client, HttpSender, Answer, Body, Response, EnvelopeField, SignedUrl, CurrentException)
"""Values that have to do with a request to Tencent Cloud, or with one to another service."""

FOLLOWED = (Response, EnvelopeField, Body, Client, Container, Instance, BoundMethod)
"""Values whose trail tells how they came, or how that came which they are a part of."""

NOTHING: Value = {}
UNKNOWN: Value = {Unknown(): None}

_MOST_TEXTS = 6
"""Texts with holes that one value may be: more only come from a text that grows in a loop."""

_MOST_PLAIN = 96
"""Constants and containers one value may be: beyond, nobody means one of them."""


def join(*values: Value) -> Value:
    """Return what is one of the given values; the first trail of an atom wins."""
    present = [value for value in values if value]
    if not present:
        return NOTHING
    if len(present) == 1:
        return present[0]
    joined = dict(present[0])
    for value in present[1:]:
        for atom, trail in value.items():
            joined.setdefault(atom, trail)
    return limited(joined)


def limited(value: dict[Atom, Trail | None]) -> Value:
    """Drop the constants of a value that may be too many of them, so that joining ends."""
    if len(value) <= 1:
        return value
    too_many = _TOO_MANY in value
    if too_many or len(value) > _MOST_TEXTS:
        kinds = [*map(type, value)]
        if too_many or len(value) > _MOST_PLAIN or kinds.count(Text) > _MOST_TEXTS:
            plain = [atom for atom in value if type(atom) in _PLAIN]
            if too_many or len(plain) > _MOST_PLAIN or kinds.count(Text) > _MOST_TEXTS:
                for atom in plain:
                    del value[atom]
                value.setdefault(_TOO_MANY, None)
    return value


_TOO_MANY = TooMany()
_PLAIN = frozenset((Const, Text, Container, Method, External))


def unknown(why: Trail | None) -> Value:
    """Return a value of unknown origin, with the reason why that is not known."""
    return {Unknown(): why}


def because(value: Value, why: Trail | None) -> Value:
    """Return the value; where its origin is unknown and no reason is given yet, for this one."""
    if why is not None and value.get(Unknown(), why) is None:
        return {**value, Unknown(): why}
    return value


def handed_on(value: Value, how: Trail | None) -> Value:
    """Return what something held, as known by the steps that handed that on as well."""
    if how is None or not any(isinstance(atom, FOLLOWED) for atom in value):
        return value
    return {
        atom: _after(trail, how) if isinstance(atom, FOLLOWED) else trail
        for atom, trail in value.items()
    }


def _after(trail: Trail | None, how: Trail) -> Trail:
    previous = trail if how.previous is None else _after(trail, how.previous)
    return Trail(how.site, how.text, previous)


def only(value: Value, *kinds: type) -> list[Atom]:
    """Return the atoms of the given kinds."""
    return [atom for atom in value if isinstance(atom, kinds)]


def strings(value: Value) -> list[str]:
    """Return the strings the value is known to be."""
    return [a.value for a in value if isinstance(a, Const) and isinstance(a.value, str)]


@dataclass(slots=True)
class Heap:
    """What containers, objects, names and results hold: one growing value for each cell."""

    cells: dict[tuple[Hashable, Hashable], Value] = field(default_factory=dict)
    keys: dict[Hashable, dict[Hashable, None]] = field(default_factory=dict)

    def get(self, owner: Hashable, key: Hashable) -> Value:
        """Return what the cell holds so far."""
        return self.cells.get((owner, key), NOTHING)

    def add(self, owner: Hashable, key: Hashable, value: Value) -> bool:
        """Let the cell also be `value`; tell whether that is new."""
        cell = (owner, key)
        old = self.cells.get(cell)
        if old is None:
            self.cells[cell] = value
            keys = self.keys.get(owner)
            if keys is None:
                self.keys[owner] = {key: None}
            else:
                keys[key] = None
            return True
        if value.keys() <= old.keys():
            return False
        grown = join(old, value)
        if grown.keys() == old.keys():
            return False
        self.cells[cell] = grown
        return True
