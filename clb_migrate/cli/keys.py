"""Which options of the command line are keys of a configuration file: all but a few.

A new option of any command is a key of the same name without more ado. A flag `--no-x` is the key
`x`, true by default, unless it takes back an option `--x`. One key holds for all commands with such
an option; where the option of a command differs from that, it can be set for the command alone.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import click

from clb_migrate.cli import commands
from clb_migrate.configuration.keys import Key, Vocabulary
from clb_migrate.errors import UserError

TYPED = frozenset(
    {
        "add-ignores",  # is done once
        "check",
        "config",
        "diff",
        "help",
        "isolated",
        "profile",
        "project",  # which files are meant is said where the work is started
        "prune",
        "reason",
        "schema",
        "stdin-filename",
        "version",
    }
)
"""Options for the command line alone."""

CONFLICTS = (
    ("output", "output-format"),
    ("output", "output-file"),
    ("quiet", "verbose"),
    ("baseline", "no-baseline"),
)
"""Options that exclude each other: what is typed takes the place of the other in a file."""

_FIRST = ("check", "fix")
"""The commands whose options are what a key means; the others come after them."""
_NO = "no-"
_TYPING = re.compile(r"; (?:with commas between|can be repeated).*|\.?  \[default.*", re.DOTALL)
"""What help says of an option and does not hold for a key: how it is typed."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A key as an option of one command."""

    key: Key
    option: click.Option
    is_negated: bool = False

    @property
    def parameter(self) -> str:
        """What click calls the option."""
        return self.option.name or ""

    def given(self, value: Any) -> Any:
        """Return the value of the option for a value of the key."""
        return not value if self.is_negated else value


def bindings_of(command: click.Command, name: str) -> dict[str, Binding]:
    """Return the keys that are options of a command, which is called `name`."""
    options = {long: each for each in _options(command) if (long := long_name(each))}
    found = {}
    for long, option in options.items():
        if option.hidden or long in TYPED:
            continue
        is_negated = _is_flag(option) and long.startswith(_NO)
        key = long.removeprefix(_NO) if is_negated else long
        if not is_negated or key not in options:
            binding = Binding(_key(key, option, name, is_negated=is_negated), option, is_negated)
            found[key] = replace(
                binding, key=replace(binding.key, check=_checked_by(command, binding))
            )
    return found


def all_commands() -> Mapping[str, click.Command]:
    """Return the commands that can be configured, those that keys are about first."""
    names = [module.name for module in pkgutil.iter_modules(commands.__path__)]
    names.sort(key=lambda name: (name not in _FIRST, name))
    found = {}
    for name in names:
        command = importlib.import_module(f"{commands.__name__}.{name}").command
        if getattr(command, "configured", False):
            found[name] = command
    return found


@cache
def vocabulary() -> Vocabulary:
    """Return all keys of a configuration file that are options."""
    keys: dict[str, Key] = {}
    own: dict[str, Mapping[str, Key]] = {}
    for name, command in all_commands().items():
        found = {each: binding.key for each, binding in bindings_of(command, name).items()}
        own[name] = found
        for each, key in found.items():
            known = keys.setdefault(each, key)
            if known is not key and known.form == key.form:
                keys[each] = replace(known, commands=(*known.commands, name))
    typed = TYPED - keys.keys()
    return Vocabulary(keys, own, typed, CONFLICTS)


def rivals_of(name: str) -> frozenset[str]:
    """Return the options that exclude one."""
    pairs = [*CONFLICTS, *((other, one) for one, other in CONFLICTS)]
    return frozenset(other for one, other in pairs if one == name)


def long_name(option: click.Option) -> str:
    """Return the long name of an option without its dashes; empty if it has none."""
    return next((each[2:] for each in option.opts if each.startswith("--")), "")


def add_opposites(command: click.Command) -> None:
    """Let flags that a file may set be taken back: `--no-x` for `--x`, and `--x` for `--no-x`."""
    names = {long_name(option) for option in _options(command)}
    for option in _options(command):
        long = long_name(option)
        opposite = long.removeprefix(_NO) if long.startswith(_NO) else f"{_NO}{long}"
        free = not option.secondary_opts and opposite not in names
        if _is_flag(option) and free and long not in TYPED:
            option.secondary_opts.append(f"--{opposite}")


def _options(command: click.Command) -> Iterator[click.Option]:
    for param in command.params:
        if isinstance(param, click.Option):
            yield param


def _is_flag(option: click.Option) -> bool:
    return bool(option.is_flag and option.is_bool_flag)


def _key(name: str, option: click.Option, command: str, *, is_negated: bool) -> Key:
    kind: type = str
    least = None
    choices: tuple[str, ...] = ()
    default: Any = option.default
    if _is_flag(option):
        kind, default = bool, is_negated
    elif isinstance(option.type, click.types.IntParamType):
        kind = int
        least = (
            int(option.type.min)
            if isinstance(option.type, click.IntRange) and option.type.min is not None
            else None
        )
    elif isinstance(option.type, click.Choice):
        choices = tuple(map(str, option.type.choices))
        if default not in choices and isinstance(option.show_default, str):
            default = option.show_default
    if option.multiple:
        default = []
    elif type(default) is not kind:
        default = None
    return Key(
        name,
        ("If false: " if is_negated else "") + _TYPING.sub(".", option.help or ""),
        kind,
        option.multiple,
        choices,
        least,
        default,
        option.metavar or "",
        (command,),
    )


def _checked_by(command: click.Command, binding: Binding) -> Callable[[object], None]:
    def check(value: object) -> None:
        """Let click judge a value as if it had been typed."""
        context = click.Context(command)
        try:
            binding.option.process_value(context, binding.given(value))
        except click.UsageError as error:
            raise ValueError(error.message) from None
        except UserError as error:
            raise ValueError(str(error)) from None

    return check
