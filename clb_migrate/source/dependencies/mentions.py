"""How a text asks for a distribution: by its name, by a URL, or by the path of an archive.

Every reader of a dependency file turns its format into short texts, each with its place. Which
distribution such a text asks for is decided here, once, by the rules that pip follows (PEP 503 for
names, PEP 508 for requirements).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from clb_migrate.source.dependencies.names import normalised


class Mention(NamedTuple):
    """A distribution that a text asks for; `start` and `end` enclose its spelling there."""

    name: str
    start: int
    end: int

    def moved(self, offset: int) -> Mention:
        """Return the mention as seen from a longer text that holds this one at `offset`."""
        return self._replace(start=self.start + offset, end=self.end + offset)


_NAME: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")

_AFTER_NAME: Final = re.compile(
    r"""\s*(?:\[[^\]]*\]\s*)?  # extras
        (?:$|[<>=!~;@(,%{]     # the end, a version, a marker, a URL, a placeholder for one
        |(?<=\s)--)            # options such as --hash
    """,
    re.VERBOSE,
)
"""What may follow the name of a requirement; a further word makes the text a sentence instead."""

_ADDRESS: Final = re.compile(
    r"""(?P<host>
          (?:[A-Za-z][A-Za-z0-9.-]*\+)?[A-Za-z][A-Za-z0-9.-]*://[^/\s]*  # git+https://host
        | (?:[A-Za-z]+\+)?[\w.-]+@[\w.-]+:(?!//)                         # git@host:
        | file: | [A-Za-z]:(?=[\\/]) )
      | (?=\.{0,2}[\\/] | [\w.-]+[\\/] | [\w.+-]+\.(?:whl|zip|tar\.(?:gz|bz2|xz)|tgz)(?:$|[\s\#;@]))
    """,
    re.VERBOSE,
)
_PATH: Final = re.compile(r"[^\s@?#;\[]*")
_EGG: Final = re.compile(r"[#&]egg=(?P<name>[A-Za-z0-9._-]+)")
_WHEEL: Final = re.compile(r"(?P<name>[^-]+)-.+\.whl$")
_ARCHIVE: Final = re.compile(
    r"(?P<name>.+?)-(?:v?\d[^-]*|master|main)\.(?:zip|tar\.(?:gz|bz2|xz)|tgz)$"
)
_BEFORE_REVISION: Final = frozenset({"-", "archive", "tarball", "zipball"})
"""Folders that code hosts put between a repository and the revision that is downloaded."""


@dataclass(frozen=True, slots=True)
class Names:
    """The normalised names of the distributions that are looked for."""

    wanted: frozenset[str]

    @classmethod
    def of(cls, distributions: Iterable[str]) -> Names:
        """Make the set out of names in any spelling."""
        return cls(frozenset(map(normalised, distributions)))

    def asked_for_by(self, text: str) -> Mention | None:
        """Return which of them `text`, one requirement, URL or path, asks for; None if none."""
        start = len(text) - len(text.lstrip())
        if address := _ADDRESS.match(text, start):
            mentions = _in_address(text, address.end())
        else:
            mentions = _in_requirement(text, start)
        return next((mention for mention in mentions if mention.name in self.wanted), None)


def _in_requirement(text: str, start: int) -> Iterator[Mention]:
    match = _NAME.match(text, start)
    if match and _AFTER_NAME.match(text, match.end()):
        yield Mention(normalised(match[0]), match.start(), match.end())


def _in_address(text: str, start: int) -> Iterator[Mention]:
    """Yield what the address, whose path begins at `start`, can ask for; `#egg=` decides alone."""
    if egg := _EGG.search(text, start):
        yield Mention(normalised(egg["name"]), egg.start("name"), egg.end("name"))
        return
    match = _PATH.match(text, start)
    parts = list(re.finditer(r"[^/\\]+", match[0])) if match else []
    if not parts:
        return
    repository = next(
        (before for before, part in pairwise(parts) if part[0] in _BEFORE_REVISION),
        None,
    )
    last = parts[-1]
    archive = _WHEEL.match(last[0]) or _ARCHIVE.match(last[0])
    for part, name in (
        (repository, repository and repository[0]),
        (last, archive["name"] if archive else last[0].removesuffix(".git")),
    ):
        if part and name:
            begin = start + part.start()
            yield Mention(normalised(name), begin, begin + len(name))
