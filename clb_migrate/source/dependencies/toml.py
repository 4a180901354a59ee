"""`pyproject.toml` and `Pipfile`: who asks for a distribution, and in which column.

`tomllib` decides whether a file is TOML, but forgets where things stood. So a small scanner, which
may rely on valid input, then walks the keys and strings of the text with their places.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clb_migrate.source.dependencies import requirements
from clb_migrate.source.dependencies.mentions import Mention, Names

Path = tuple[str, ...]

_REQUIREMENTS: Final[tuple[Path, ...]] = (
    ("build-system", "requires"),
    ("project", "dependencies"),
    ("project", "optional-dependencies", "*"),
    ("dependency-groups", "*"),
    ("tool", "flit", "metadata", "requires"),
    ("tool", "flit", "metadata", "dev-requires"),
    ("tool", "flit", "metadata", "requires-extra", "*"),
    ("tool", "hatch", "build", "dependencies"),
    ("tool", "hatch", "build", "hooks", "*", "dependencies"),
    ("tool", "hatch", "build", "targets", "*", "dependencies"),
    ("tool", "hatch", "envs", "*", "dependencies"),
    ("tool", "hatch", "envs", "*", "extra-dependencies"),
    ("tool", "pdm", "dev-dependencies", "*"),
    ("tool", "poetry", "extras", "*"),
    ("tool", "uv", "build-constraint-dependencies"),
    ("tool", "uv", "constraint-dependencies"),
    ("tool", "uv", "dev-dependencies"),
    ("tool", "uv", "override-dependencies"),
)
"""Lists whose strings are requirements; `*` stands for any one key."""

_TABLES: Final[tuple[Path, ...]] = (
    ("tool", "pdm", "resolution", "overrides"),
    ("tool", "poetry", "dependencies"),
    ("tool", "poetry", "dev-dependencies"),
    ("tool", "poetry", "group", "*", "dependencies"),
    ("tool", "uv", "sources"),
)
"""Tables whose keys are names of distributions."""

_NO_PACKAGES: Final = frozenset({"pipenv", "requires", "scripts", "source"})
"""The tables of a Pipfile that are not a category of packages."""

_SPACE: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_DOT: Final = re.compile(r"[ \t]*(?:\.[ \t]*)?")
_STRING: Final = re.compile(
    r'''"""(?:\r?\n)?(?P<basic_lines>(?:[^\\"]|\\.|"{1,2}(?!"))*"{0,2})"""'''
    r"""|'''(?:\r?\n)?(?P<literal_lines>(?:[^']|'{1,2}(?!'))*'{0,2})'''"""
    r'''|"(?P<basic>(?:[^\\"]|\\.)*)"'''
    r"""|'(?P<literal>[^']*)'""",
    re.DOTALL,
)
_SCALAR: Final = re.compile(r"(?:\d{4}-\d\d-\d\d )?[^\s,\]}#]+")


class NotToml(ValueError):
    """The file is no TOML; says where reading ended (at the start, when that is unknown)."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(reason)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Entry:
    """A key (`value` is None) or a string, with the keys that lead to it and its place."""

    path: Path
    value: str | None
    start: int
    end: int


def in_pyproject(text: str, names: Names) -> Iterator[Mention]:
    """Yield what a `pyproject.toml` asks for; raises `NotToml`."""
    seen: set[Path] = set()
    for entry in entries(text):
        if entry.value is not None:
            if _is_one_of(entry.path, _REQUIREMENTS) and (
                mention := _in_string(entry, text, names)
            ):
                yield mention
        elif _is_one_of(entry.path[:-1], _TABLES):
            yield from _in_key(entry, names, seen)


def in_pipfile(text: str, names: Names) -> Iterator[Mention]:
    """Yield what a `Pipfile` asks for, in every category of packages; raises `NotToml`."""
    seen: set[Path] = set()
    for entry in entries(text):
        if entry.value is None and len(entry.path) == 2 and entry.path[0] not in _NO_PACKAGES:
            yield from _in_key(entry, names, seen)


def _is_one_of(path: Path, patterns: tuple[Path, ...]) -> bool:
    return any(
        len(path) == len(pattern)
        and all(part in ("*", key) for part, key in zip(pattern, path, strict=True))
        for pattern in patterns
    )


def _in_string(entry: Entry, text: str, names: Names) -> Mention | None:
    mention = requirements.in_line(entry.value or "", names)
    if mention is None:
        return None
    if entry.value == text[entry.start : entry.end]:
        return mention.moved(entry.start)
    # Escapes have moved the letters: the whole string is as exact as it gets.
    return Mention(mention.name, entry.start, entry.end)


def _in_key(entry: Entry, names: Names, seen: set[Path]) -> Iterator[Mention]:
    """Yield a key that is a wanted name, once: `name.version` and `name.extras` are one."""
    mention = names.asked_for_by(entry.path[-1])
    if mention and entry.path not in seen:
        seen.add(entry.path)
        yield Mention(mention.name, entry.start, entry.end)


def entries(text: str) -> Iterator[Entry]:
    """Yield all keys and strings of a document, in their order; raises `NotToml`."""
    try:
        tomllib.loads(text)
        yield from _Scanner(text).document()
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(error, text) from None
    except RecursionError:
        raise NotToml("it is nested too deeply") from None


def _not_toml(error: tomllib.TOMLDecodeError, text: str) -> NotToml:
    """Take the place out of the message, which is where Python 3.11 to 3.13 tell it."""
    reason, found, place = str(error).partition(" (at ")
    reason = reason[:1].lower() + reason[1:]
    if numbers := re.match(r"line (\d+), column (\d+)", place):
        return NotToml(reason, int(numbers[1]), int(numbers[2]))
    if found:  # "at end of document"
        lines = text.split("\n")
        return NotToml(f"{reason}{found}{place}", len(lines), len(lines[-1]) + 1)
    return NotToml(reason)


class _Scanner:
    """Walks the text of a valid TOML document from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def document(self) -> Iterator[Entry]:
        table: Path = ()
        self._skip(_SPACE)
        while self.position < len(self.text):
            if self.text[self.position] == "[":
                brackets = 2 if self.text.startswith("[[", self.position) else 1
                self.position += brackets
                keys = list(self._keys(()))
                yield from keys
                table = keys[-1].path
                self.position += brackets
            else:
                yield from self._pair(table)
            self._skip(_SPACE)

    def _pair(self, table: Path) -> Iterator[Entry]:
        keys = list(self._keys(table))
        yield from keys
        self.position += 1  # the equals sign
        self._skip(_SPACE)
        yield from self._value(keys[-1].path)

    def _keys(self, path: Path) -> Iterator[Entry]:
        """Walk a dotted key; stops at what follows it, spaces included."""
        self._skip(_SPACE)
        while self.text[self.position] not in "=]":
            if match := _BARE_KEY.match(self.text, self.position):
                entry = Entry((*path, match[0]), None, match.start(), match.end())
                self.position = match.end()
            else:
                string = self._string(path)
                entry = Entry((*path, string.value or ""), None, string.start, string.end)
            yield entry
            path = entry.path
            self._skip(_DOT)

    def _value(self, path: Path) -> Iterator[Entry]:
        opening = self.text[self.position]
        if opening in "\"'":
            yield self._string(path)
        elif opening in "[{":
            self.position += 1
            self._skip(_SPACE)
            while self.text[self.position] not in "]}":
                yield from self._value(path) if opening == "[" else self._pair(path)
                self._skip(_SPACE)
                if self.text[self.position] == ",":
                    self.position += 1
                    self._skip(_SPACE)
            self.position += 1
        else:
            self._skip(_SCALAR)

    def _string(self, path: Path) -> Entry:
        match = _STRING.match(self.text, self.position)
        assert match is not None  # the document is valid
        self.position = match.end()
        kind = match.lastgroup or ""
        value = match[kind]
        if kind.startswith("basic") and "\\" in value:
            value = str(tomllib.loads(f"value = {match[0]}")["value"])
        return Entry(path, value, *match.span(kind))

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.position)
        if match:
            self.position = match.end()
