"""`setup.py`: the strings that reach `install_requires` and its like.

The file is never run, and it need not be Python 3: it is cut into words, strings and signs, which
Python 2 has in common. From each of the arguments below the strings of its expression are taken,
and those of every assignment and `append` to the names it uses. Lists that a function returns, or
that are read from another file, are not found.
"""

from __future__ import annotations

import keyword
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clb_migrate.source.dependencies import requirements
from clb_migrate.source.dependencies.mentions import Mention, Names

_ARGUMENTS: Final = frozenset(
    {"dependency_links", "extras_require", "install_requires", "setup_requires", "tests_require"}
)
_GROWING: Final = frozenset({"add", "append", "extend", "insert", "update"})
_SETTING: Final = frozenset({"=", "+=", "|=", ":"})

_TOKEN: Final = re.compile(
    r"""(?P<skipped>\#[^\n]*|\\\r?\n|[^\S\n]+)
      | [A-Za-z]{0,3}(?:(?P<quotes>\"{3}|'{3})(?P<lines>(?:[^\\]|\\.)*?)(?P=quotes)
                       |(?P<quote>[\"'])(?P<text>(?:[^\\\n]|\\.)*?)(?P=quote))
      | (?P<name>\w+)
      | (?P<sign>[=!<>+|]=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE: Final = re.compile(r"(?:\n|\\n)?((?:[^\\\n]|\\(?!n).)*)", re.DOTALL)
"""One line of a string, whether it begins after a line break or after the escape for one."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, string or sign; `depth` counts the brackets around it, `text` is without quotes."""

    kind: str
    text: str
    start: int
    depth: int


def mentions(text: str, names: Names) -> Iterator[Mention]:
    """Yield what the file `text` asks for, in the order it stands there."""
    found = set()
    for token in _strings_of_requirements(_tokens(text)):
        for line in _LINE.finditer(token.text):
            if mention := requirements.in_line(line[1], names):
                found.add(mention.moved(token.start + line.start(1)))
    yield from sorted(found, key=lambda mention: mention.start)


def _tokens(text: str) -> list[_Token]:
    """Cut `text` up; line breaks within brackets, comments and white space fall away."""
    tokens = []
    depth = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "sign" and match[0] in ")]}":
            depth = max(0, depth - 1)
        if kind in ("lines", "text"):
            tokens.append(_Token("string", match[kind], match.start(kind), depth))
        elif kind == "name" or (kind == "sign" and not (match[0] == "\n" and depth)):
            tokens.append(_Token(kind, match[0], match.start(), depth))
        if kind == "sign" and match[0] in "([{":
            depth += 1
    return tokens


def _strings_of_requirements(tokens: list[_Token]) -> Iterator[_Token]:
    """Yield the strings of the wanted arguments and of the names these are made from."""
    expressions = list(_arguments(tokens))
    settings = _settings(tokens)
    waiting = list(_ARGUMENTS)
    known = set(waiting)
    while expressions or waiting:
        if not expressions:
            expressions.extend(settings[waiting.pop()])
            continue
        for index in expressions.pop():
            token = tokens[index]
            if token.kind == "string" and not _is_key(tokens, index):
                yield token
            elif token.kind == "name" and token.text not in known:
                known.add(token.text)
                waiting.append(token.text)


def _arguments(tokens: list[_Token]) -> Iterator[range]:
    """Yield the expressions of `install_requires=...`, `"install_requires": ...` and the like."""
    for index, token in enumerate(tokens):
        if token.text not in _ARGUMENTS or not token.depth:
            continue
        setting = index + 1
        if token.kind == "string" and _sign(tokens, setting) == "]":  # options["..."] = ...
            setting += 1
        if _sign(tokens, setting) in _SETTING:
            yield _expression(tokens, setting + 1, tokens[setting].depth)


def _settings(tokens: list[_Token]) -> defaultdict[str, list[range]]:
    """Return, for each name, the expressions that are assigned or added to it."""
    found = defaultdict(list)
    for index, token in enumerate(tokens):
        if token.kind != "name" or token.depth or _sign(tokens, index - 1) == ".":
            continue
        sign = _sign(tokens, index + 1)
        grows = sign == "." and index + 2 < len(tokens) and tokens[index + 2].text in _GROWING
        if sign in _SETTING or sign == "[" or grows:
            found[token.text].append(_expression(tokens, index + 1, 0))
    return found


def _expression(tokens: list[_Token], start: int, depth: int) -> range:
    """Return where the expression that begins at `start`, within `depth` brackets, lies."""
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.kind != "sign" or token.depth > depth:
            continue
        if token.depth < depth or token.text in ("\n", ";") or (token.text == "," and depth):
            return range(start, index)
    return range(start, len(tokens))


def _is_key(tokens: list[_Token], index: int) -> bool:
    """Tell whether a string is a key of a dict, a subscript or one side of a comparison."""
    before, after = _sign(tokens, index - 1), _sign(tokens, index + 1)
    if after == ":" or "==" in (before, after) or "!=" in (before, after):
        return True
    if before != "[" or index < 2:
        return False
    holder = tokens[index - 2]
    return (holder.kind == "name" and not keyword.iskeyword(holder.text)) or holder.text in (
        "]",
        ")",
    )


def _sign(tokens: list[_Token], index: int) -> str:
    """Return the sign at `index`; nothing where there is none."""
    inside = 0 <= index < len(tokens) and tokens[index].kind == "sign"
    return tokens[index].text if inside else ""
