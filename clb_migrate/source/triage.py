"""Proves, from bytes alone, that a file holds nothing to report.

A finding is `certain` or `likely` only in a module that names a legacy thing, or API 3.0 (whose
errors stale checks look at). Whatever the analysis reports there starts from a *marker*: the
distinctive word of a host, the root of an import, a command. Three things need no marker but
several words together, a *clue*: the legacy path, reading the keys that lead to a 3.0 error code,
and an HMAC over the parameters of a hand-made signature. All of them are taken from the rules; a
file without any is clean and need not be parsed.

The definition, which is what "sound" means here:

* A marker counts in any case, the words of a clue in their own; both at any place: comments and
  longer words hold them too.
* They count when they are written out in ASCII. Out are words spelled with escapes
  (`"\\x71cloud"`), in an encoding that is no superset of ASCII (UTF-7), or cut up (`"q" "cloud"`).
  A host cut at its dots or a path cut at its slashes is in.
* Files that cannot be read as text are never clean. Whether a file can be *parsed* is not asked:
  a file without a marker holds nothing to report in either case.
* For findings that are only `possible` the name and the number are enough, so every file is
  analysed that holds a name of the envelope, a code of the table, or an action.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clb_migrate.findings import Certainty
from clb_migrate.source.read import declares_encoding
from clb_migrate.table.rows import Rules


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that mean something together: one of `first`, and `least` of `others`."""

    first: tuple[bytes, ...]
    """Looked for first; rare words spare the search for the others."""
    others: tuple[bytes, ...]
    least: int

    def is_in(self, data: bytes) -> bool:
        """Tell whether enough of the words are there."""
        return (
            any(word in data for word in self.first)
            and sum(word in data for word in self.others) >= self.least
        )


@dataclass(frozen=True, slots=True)
class Triage:
    """What makes a file worth an analysis: made once a run, asked once a file."""

    markers: tuple[bytes, ...]
    """Any of these, in lower case, is enough."""
    clues: tuple[Clue, ...]

    @classmethod
    def of(cls, rules: Rules, certainty: Certainty) -> Triage:
        """Derive what shows all findings that are at least as sure as `certainty`."""
        words = [*_markers(rules)]
        if certainty is Certainty.POSSIBLE:
            words += _hints(rules)
        return cls(
            _shortest(word.lower() for word in words),
            (_path(rules), _keys_of_a_current_code(rules), _signature(rules)),
        )

    def needs_analysis(self, data: bytes) -> bool:
        """Tell whether a file with these bytes may hold something to report."""
        return self.names_an_api(data) or any(clue.is_in(data) for clue in self.clues)

    def names_an_api(self, data: bytes) -> bool:
        """Tell whether a file names a thing of either API, so that others may get it from there."""
        # Lowering once and looking for plain words beats every pattern that minds the case.
        lowered = data.lower()
        return any(marker in lowered for marker in self.markers)


def plainly_readable(data: bytes) -> bool:
    """Tell whether Python surely decodes these bytes, without decoding them."""
    return data.isascii() and b"\0" not in data and not declares_encoding(data)


def _markers(rules: Rules) -> Iterator[str]:
    """The words without which nothing is certain or likely."""
    sdk, endpoints = rules.sdk, rules.endpoints
    roots = [
        *(_registered(suffix) for suffix in endpoints.legacy_suffixes),
        *(_registered(suffix) for suffix in endpoints.current_suffixes),
        *map(_longest_part, (*sdk.legacy_imports, *sdk.legacy_commands, *sdk.current_imports)),
    ]
    yield from roots
    clients = (*sdk.legacy_clients, *sdk.current_clients)
    names = (client.name for client in clients)
    yield from _distinctive((*names, *sdk.legacy_exceptions, *sdk.current_exceptions), roots)


def _path(rules: Rules) -> Clue:
    parts = [part.encode() for part in rules.endpoints.legacy_path.split("/") if part]
    return Clue((max(parts, key=len),), tuple(parts), len(parts))


def _keys_of_a_current_code(rules: Rules) -> Clue:
    """The keys that lead to a 3.0 error code are quoted, wherever they are used."""
    keys = rules.envelope.current_code_path
    longest = max(keys, key=len)
    return Clue(
        tuple(f"{quote}{longest}{quote}".encode() for quote in ("'", '"')),
        tuple(key.encode() for key in keys),
        len(keys),
    )


def _signature(rules: Rules) -> Clue:
    """Two parameters of a request tell a hand-made signature from other uses of HMAC."""
    endpoints = rules.endpoints
    parameters = (*endpoints.signature_parameters, endpoints.action_parameter)
    return Clue(
        _shortest(_distinctive(rules.libraries.signers, ())),
        tuple(parameter.encode() for parameter in parameters),
        2,
    )


def _distinctive(names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Yield one word of each dotted name that holds no known word, nor one yielded before."""
    words = [*known]
    for name in names:
        if not any(word in name for word in words):
            words.append(_longest_part(name))
            yield words[-1]


def _hints(rules: Rules) -> Iterator[str]:
    """The words and numbers that make a finding possible."""
    envelope, codes = rules.envelope, rules.error_codes
    yield from (envelope.code, envelope.description, *envelope.code_like_names)
    for rows in (codes.common, *codes.overrides.values()):
        for row in rows.values():
            if row.code != envelope.success_code:
                yield str(row.code)
            yield from (name for name in row.names if name != envelope.success_name)
    for actions in rules.actions.values():
        yield from (action[1:] for action in actions)


def _registered(suffix: str) -> str:
    """The label of a domain that its owner chose: `qcloud` of `api.qcloud.com`."""
    labels = suffix.split(".")
    return labels[-2] if len(labels) > 1 else suffix


def _longest_part(name: str) -> str:
    """The longest part of a dotted name, which may hold `*`, that a file must spell."""
    return max(re.split(r"[.*]+", name), key=len)


def _shortest(words: Iterable[str]) -> tuple[bytes, ...]:
    """Leave out empty words and those that hold another one; order is by length, then text."""
    kept: list[bytes] = []
    for word in sorted({word.encode() for word in words if word}, key=_by_length):
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)


def _by_length(word: bytes) -> tuple[int, bytes]:
    return len(word), word
