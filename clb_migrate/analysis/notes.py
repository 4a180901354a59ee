"""What a frame notes while it runs, before places, certainty and trails are settled.

A note is a fact about one place in one frame; `clb_migrate.analysis.report` joins the notes of all
frames at a place into one observation.
"""

from __future__ import annotations

from dataclasses import dataclass

from clb_migrate.analysis.observations import Form, Role
from clb_migrate.analysis.values import Call, Site, Trail


@dataclass(frozen=True, slots=True)
class Note:
    """Where; how it is known (None: the value's origin is unknown)."""

    site: Site
    trail: Trail | None
    call: Call | None


@dataclass(frozen=True, slots=True)
class DecisionNote(Note):
    """See `observations.Decision`; a stale one meets a 3.0 code."""

    role: Role
    form: Form
    success: bool
    codes: tuple[int, ...]
    names: tuple[str, ...]
    stale: bool = False
    weak: bool = False
    """Of unknown origin, and only a variable's name met with 0: many things look so."""
    covers: Site | None = None
    """The read of the subject of a `match`, which stands outside its patterns."""


@dataclass(frozen=True, slots=True)
class TableNote(Note):
    """See `observations.CodeTable`."""

    codes: tuple[int, ...]
    names: tuple[str, ...]
    dispatch: bool
    used: Site
    """The check that uses it, whose certainty it has."""
    stale: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class ReadNote(Note):
    """See `observations.FieldRead`."""

    role: Role


@dataclass(frozen=True, slots=True)
class EndpointNote(Note):
    """A legacy host; `completes` are fragments it was put together from."""

    host: str
    module: str | None
    complete: bool
    prose: bool
    completes: tuple[Site, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportNote(Note):
    """An import of a legacy SDK."""

    name: str


@dataclass(frozen=True, slots=True)
class ClientNote(Note):
    """A client made: its class, modules, and whether its answers are 3.0 ones."""

    client: str
    modules: tuple[str, ...]
    current: bool


@dataclass(frozen=True, slots=True)
class ActionNote(Note):
    """A request: how it is sent, and what is known of it."""

    transport: str
    modules: tuple[str, ...]
    actions: tuple[str, ...]
    current: bool
    stands_in: bool = False
    """`__getattr__`, or a function made by it, sends it for whoever uses the attribute."""


@dataclass(frozen=True, slots=True)
class SigningNote(Note):
    """An HMAC over a v2 request."""

    function: str


@dataclass(frozen=True, slots=True)
class CommandNote(Note):
    """The legacy command-line program."""

    command: str
    modules: tuple[str, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParameterNote(Note):
    """One parameter of a request of a known action."""

    module: str
    action: str
    key: str
    value: str | int | None


@dataclass(frozen=True, slots=True)
class DataNote(Note):
    """One data field read."""

    module: str
    action: str
    path: tuple[str, ...]
