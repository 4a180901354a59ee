"""What the analysis saw: the facts checks turn into findings, with certainty and provenance.

An observation says what happens at a place and how that is known; whether and how it is reported
is a check's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from clb_migrate.findings import Certainty, Location, TrailStep
from clb_migrate.sources import DeclaredSource

Role = Literal["code", "description", "message"]
Form = Literal["equality", "membership", "range", "prefix", "truth", "match", "lookup", "text"]


@dataclass(frozen=True, slots=True)
class Seen:
    """Common to all observations."""

    location: Location
    certainty: Certainty
    trail: tuple[TrailStep, ...]
    python2: bool = field(default=False, kw_only=True)
    """It stands in a Python 2 file."""


@dataclass(frozen=True, slots=True)
class Decision(Seen):
    """A condition on `code` or `codeDesc`.

    `codes` are the numbers it asks for, `names` the `codeDesc` names, `other` what stands there
    instead where it is neither. `success`: it only tells 0 from the rest. `modules` are the legacy
    modules the response may come from.
    """

    role: Role
    form: Form
    success: bool
    codes: tuple[int, ...]
    names: tuple[str, ...]
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaleDecision(Seen):
    """Legacy numbers compared with the string code of a 3.0 response."""

    codes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CodeTable(Seen):
    """A named constant, enum member, collection or dispatch table that serves checks."""

    codes: tuple[int, ...]
    names: tuple[str, ...]
    dispatch: bool
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldRead(Seen):
    """`code`, `codeDesc` or `message` taken from a response."""

    role: Role
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endpoint(Seen):
    """A string that holds a legacy host."""

    host: str
    module: str | None


@dataclass(frozen=True, slots=True)
class SdkImport(Seen):
    """An import of a legacy SDK."""

    name: str


@dataclass(frozen=True, slots=True)
class ClientMade(Seen):
    """An SDK client is constructed."""

    client: str
    modules: tuple[str, ...]
    answers_current: bool


@dataclass(frozen=True, slots=True)
class ActionCall(Seen):
    """A legacy request is sent (or its address made).

    `transport` tells how; at a `wrapper` it is the call that names the action.
    """

    transport: Literal["sdk", "http", "wrapper"]
    modules: tuple[str, ...]
    actions: tuple[str, ...]
    answers_current: bool


@dataclass(frozen=True, slots=True)
class Signing(Seen):
    """An HMAC over a v2 request."""

    function: str


@dataclass(frozen=True, slots=True)
class CommandRun(Seen):
    """The legacy command-line program is run."""

    command: str
    modules: tuple[str, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParameterSent(Seen):
    """One request parameter of a known action, by its legacy key."""

    module: str
    action: str
    key: str
    value: str | int | None


@dataclass(frozen=True, slots=True)
class DataRead(Seen):
    """One field of a known action's response data."""

    module: str
    action: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A file that could not be parsed, or not followed to the end; `reason` is a sentence."""

    location: Location
    reason: str


_Observation = TypeVar("_Observation", bound=Seen)


@dataclass(frozen=True, slots=True)
class Observations:
    """Everything seen in a project, ordered by place."""

    seen: tuple[Seen, ...]
    unreadable: tuple[Unparsed, ...]
    parsed: tuple[int, ...] = ()
    """The files that were asked for, by their places in the project."""
    unmatched: tuple[DeclaredSource, ...] = ()
    """The declared sources that nothing was found to be."""

    def of(self, kind: type[_Observation]) -> Iterator[_Observation]:
        """Yield the observations of one kind."""
        for observation in self.seen:
            if isinstance(observation, kind):
                yield observation

    @classmethod
    def ordered(
        cls,
        seen: Iterable[Seen],
        unreadable: Iterable[Unparsed],
        parsed: Iterable[int] = (),
        unmatched: Iterable[DeclaredSource] = (),
    ) -> Observations:
        """Return the observations sorted by place, so that no order of work shows."""
        return cls(
            tuple(sorted(seen, key=lambda s: (s.location, type(s).__name__))),
            tuple(sorted(unreadable, key=lambda u: u.location)),
            tuple(sorted(parsed)),
            tuple(unmatched),
        )
