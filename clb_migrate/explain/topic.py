"""What is known about one meaning of a thing, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

CONFIDENCE: Mapping[str, str] = {
    "official": "Tencent's own guide says so",
    "judgement": "our reading of both APIs",
    "weak": "a guess",
    "unknown": "nobody says",
}
"""How sure a row is, in words."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One meaning of the thing asked for: what kind of thing it is, and what is known about it.

    Facts are strings, numbers, truth values, and lists of strings or of further facts.
    """

    kind: str
    name: str
    facts: Mapping[str, Any]


def topic(kind: str, name: str, facts: Mapping[str, Any]) -> Topic:
    """Make a topic of those facts that say something."""
    return Topic(
        kind, name, {key: plain(value) for key, value in facts.items() if _says_something(value)}
    )


def _says_something(value: Any) -> bool:
    return value is not None and value not in ("", (), [])


def plain(value: Any) -> Any:
    """Return rows as dictionaries and tuples as lists; everything else as it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return [plain(each) for each in value] if isinstance(value, tuple) else value
