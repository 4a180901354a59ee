"""What a key of a configuration file may hold: true or false, a number, a text, a list of texts.

How help calls a value says what its text is: `FILE` and `FOLDER` are paths, meant from the folder
of the configuration file; `FORMAT[=FILE]` ends in one; `RULES` and `GLOBS` are what they say.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clb_migrate.configuration.places import Place
from clb_migrate.errors import UserError
from clb_migrate.source.discover import shown_path
from clb_migrate.source.ignore import makes_sense

RULES, GLOBS = "RULES", "GLOBS"
_PATHS = ("FILE", "FOLDER")
_ENDS_IN_PATH = "FORMAT[=FILE]"

_EXPECTED: Mapping[type, str] = {bool: "true or false", int: "a whole number", str: "text"}


def _is_fine(_value: object) -> None:
    """Say nothing against a value."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key, which is an option of some commands."""

    name: str
    help: str
    kind: type
    """`bool`, `int` or `str`."""
    is_list: bool = False
    choices: tuple[str, ...] = ()
    least: int | None = None
    default: object = None
    """None where it depends, or where there is none."""
    placeholder: str = ""
    """How help calls the value."""
    commands: tuple[str, ...] = ()
    """The commands that it is an option of."""
    check: Callable[[object], None] = field(default=_is_fine, compare=False)
    """Raises `ValueError`, with what is wrong, for a value of the right type that means nothing."""

    @property
    def form(self) -> tuple[object, ...]:
        """What two options have in common that can be one key."""
        return (self.kind, self.is_list, self.choices, self.least, self.placeholder)

    def read(self, value: Any, place: Place, folder: str) -> Any:
        """Return a value as the command line would have it; raises `UserError` if it is wrong."""
        if self.is_list:
            if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
                raise place.error(f"{self.name!r} must be a list of texts, not {_told(value)}")
            words = value
        else:
            # Not isinstance: true is no number here.
            if type(value) is not self.kind:
                expected = _EXPECTED[self.kind]
                if self.choices:
                    expected = f"one of {', '.join(map(repr, self.choices))}"
                raise place.error(f"{self.name!r} must be {expected}, not {_told(value)}")
            words = [value] if self.kind is str else []
        if not all(word.strip() for word in words):
            raise place.error(
                f"{self.name!r} has an empty entry" if self.is_list else f"{self.name!r} is empty"
            )
        try:
            self._check_words(words)
            self.check(value)
        except (ValueError, UserError) as error:
            raise place.error(f"{self.name!r}: {error}") from None
        if self.is_list:
            return [self._meant(word, folder) for word in words]
        return self._meant(value, folder) if self.kind is str else value

    def _check_words(self, words: Sequence[str]) -> None:
        if self.placeholder == RULES and words:
            from clb_migrate.checks.base import all_checks
            from clb_migrate.selection import chosen_rules

            chosen_rules([each.rule for each in all_checks()], words, ())
        if self.placeholder == GLOBS:
            for word in words:
                check_pattern(word)

    def _meant(self, word: str, folder: str) -> str:
        """Return a text with the path in it as seen from the current folder."""
        if self.placeholder in _PATHS:
            return path_from(folder, word)
        if self.placeholder == _ENDS_IN_PATH:
            start, separator, path = word.partition("=")
            return f"{start}={path_from(folder, path)}" if separator else start
        return word


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All keys: those that hold for every command with such an option, and those of one."""

    keys: Mapping[str, Key] = field(default_factory=dict)
    commands: Mapping[str, Mapping[str, Key]] = field(default_factory=dict)
    """Command -> the keys that its own table may have."""
    typed: frozenset[str] = frozenset()
    """Options that are for the command line alone."""
    conflicts: tuple[tuple[str, str], ...] = ()
    """Keys of which one table has only one."""


def path_from(folder: str, path: str) -> str:
    """Return a path that is meant from `folder`, as reports show it."""
    return shown_path(os.path.abspath(os.path.join(folder, os.path.expanduser(path))))


def check_pattern(pattern: str) -> None:
    """Raise `ValueError` for a text that is no pattern."""
    if not makes_sense(pattern):
        raise ValueError(f"not a pattern in .gitignore syntax: {pattern!r}")


def _told(value: object) -> str:
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value)
