"""Which program a command line runs: the word where a command stands, not any mention of it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import PurePosixPath

_SEPARATORS = re.compile(r"&&|\|\||[|;&\n`]|\$\(|\)")

_PREFIXES = frozenset(
    ("sudo", "env", "nohup", "nice", "time", "exec", "xargs", "timeout", "command", "stdbuf")
)
"""Programs that run the command after them."""

_SHELLS = frozenset(("sh", "bash", "zsh", "dash", "ksh"))

_ELSEWHERE = frozenset(("docker", "podman", "kubectl", "ssh"))
"""Programs that run a command given further on, in another place."""


def shell_commands(text: str) -> list[list[str]]:
    """Return the commands of a shell text, each as its words."""
    found = []
    for part in _SEPARATORS.split(text):
        try:
            words = shlex.split(part)
        except ValueError:
            words = part.split()
        if words:
            found.append(words)
    return found


def legacy_command(words: Sequence[str], commands: Sequence[str]) -> list[str] | None:
    """Return the program's plain name and its arguments if it is one of `commands`, or None."""
    for at, word in enumerate(words):
        name = word if re.search(r"\s", word) else PurePosixPath(word).name
        if name in commands:
            return [name, *words[at + 1 :]]
        if name in _SHELLS:
            texts = [text for text in words[at + 1 :] if not text.startswith("-")]
            inner = [command for text in texts[:1] for command in shell_commands(text)]
            return next((f for w in inner if (f := legacy_command(w, commands))), None)
        if name in _ELSEWHERE:
            rest = [PurePosixPath(other).name for other in words[at + 1 :]]
            place = next((i for i, other in enumerate(rest) if other in commands), None)
            return None if place is None else [rest[place], *words[at + 2 + place :]]
        is_setting = re.match(r"\w+=", word) is not None
        is_option = word.startswith("-") or re.fullmatch(r"[\d.]+[smhd]?", word) is not None
        if name not in _PREFIXES and not is_setting and not (at and is_option):
            return None
    return None
