"""The tokens of a Python file of either version, from one regular expression and no recursion.

Python's own tokenizer refuses much of what Python 2 could write, and what it refuses changes with
its version.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a token is."""

    NAME = auto()
    """A name or a keyword."""
    NUMBER = auto()
    STRING = auto()
    OPERATOR = auto()
    """An operator, a bracket, a separator."""
    COMMENT = auto()
    END = auto()
    """The end of a logical line."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a file; `start` and `end` are offsets into its text, the end exclusive."""

    kind: Kind
    text: str
    start: int
    end: int


NEWLINE = re.compile(r"\r\n|\n|\r")
"""What ends a line, for Python as for LibCST."""

_TOKEN = re.compile(
    r"""
      (?P<space>      (?: [ \t\f] | \\(?:\r\n|\n|\r) )+ )
    | (?P<newline>    \r\n | \n | \r )
    | (?P<COMMENT>    \#[^\r\n]* )
    | (?P<STRING>     (?: [uUbBfFtT]?[rR]? | [rR][bBfFtT] ) (?:
                        \"\"\" [^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)* \"\"\"
                      | ''' [^'\\]*(?:(?:\\[\s\S]|'(?!''))[^'\\]*)* '''
                      | "(?!"") [^"\\\r\n]*(?:\\(?:\r\n|[\s\S])[^"\\\r\n]*)* "
                      | '(?!'') [^'\\\r\n]*(?:\\(?:\r\n|[\s\S])[^'\\\r\n]*)* ' ) )
    | (?P<NUMBER>     0[xX][\da-fA-F_]+[lL]? | 0[oObB][\d_]+[lL]?
                    | (?: \d[\d_]*(?:\.(?:\d[\d_]*)?)? | \.\d[\d_]* )
                      (?:[eE][-+]?\d[\d_]*)? [jJlL]? )
    | (?P<NAME>       \w+ )
    | (?P<OPERATOR>   \*\*=? | //=? | >>=? | <<=? | <> | [-+*/%&|^=!<>@:]= | -> | \.\.\.
                    | [-+*/%&|^~<>=@.,:;`()\[\]{}] )
    """,
    re.VERBOSE,
)
OPENING, CLOSING = ("(", "[", "{"), (")", "]", "}")
BETWEEN_OPERANDS = frozenset({"and", "as", "else", "for", "from", "if", "import", "in", "is", "or"})
"""Words that stand between two operands; none starts with one."""


def scan(text: str) -> tuple[list[Token], bool]:
    """Return the tokens of `text`, and whether that is all of it.

    A character that starts no token, or a string without an end, is where it stops. Each logical
    line ends with an `END` token, which is empty at the end of the file; lines without code have
    none.
    """
    tokens: list[Token] = []
    position, depth = 0, 0
    under_way = False
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            return tokens, False
        position = match.end()
        group = match.lastgroup or ""
        if group == "space":
            continue
        if group == "newline":
            if under_way and depth == 0:
                tokens.append(Token(Kind.END, match[0], match.start(), position))
                under_way = False
            continue
        kind = Kind[group]
        tokens.append(Token(kind, match[0], match.start(), position))
        if kind is Kind.COMMENT:
            continue
        under_way = True
        if kind is Kind.OPERATOR:
            if match[0] in OPENING:
                depth += 1
            elif match[0] in CLOSING:
                depth = max(depth - 1, 0)
    if under_way:
        tokens.append(Token(Kind.END, "", position, position))
    return tokens, True


def logical_lines(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the tokens of each logical line, without comments and the end itself."""
    lines: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind is Kind.END:
            lines.append([])
        elif token.kind is not Kind.COMMENT:
            lines[-1].append(token)
    return [line for line in lines if line]


def nested_too_deeply(text: str, most_tokens: int = 1000) -> bool:
    """Tell whether `text` may be more than a recursive parser survives.

    Brackets and blocks may be as deep as Python's own parser lets them; between two commas may
    stand `most_tokens`, what they are nested in included.
    """
    tokens, _ = scan(text)
    outer, inner = [0], [0]
    operand = False
    for token in tokens:
        if token.kind is Kind.END:
            outer, inner = [0], [0]
            operand = False
            continue
        name = token.kind is Kind.NAME and token.text not in _OPERATING
        if len(inner) > 1 and operand and (name or token.kind is Kind.NUMBER):
            # A bracket was left open: no parser gets any further.
            break
        operand = name or token.kind in (Kind.NUMBER, Kind.STRING) or token.text in CLOSING
        inner[-1] += 1
        if token.kind is Kind.STRING:
            # A formatted string may hold expressions.
            inner[-1] += len(_HOLDING.findall(token.text)) if "f" in token.text[:2].lower() else 0
        elif token.text in _FRESH:
            inner[-1] = outer[-1]
        elif token.text in OPENING:
            outer.append(inner[-1])
            inner.append(inner[-1])
        elif token.text in CLOSING and len(inner) > 1:
            outer.pop()
            inner.pop()
        if len(inner) > _MOST_BRACKETS or inner[-1] > most_tokens:
            return True
    return _deepest_block(text, tokens) > _MOST_BLOCKS


def _deepest_block(text: str, tokens: Sequence[Token]) -> int:
    indents = [0]
    deepest = 0
    for line in logical_lines(tokens):
        start = line[0].start
        first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        while indents and indents[-1] >= start - first:
            indents.pop()
        indents.append(start - first)
        deepest = max(deepest, len(indents))
    return deepest


_FRESH = (",", ";")
_OPERATING = BETWEEN_OPERANDS | {"async", "await", "lambda", "not", "yield"}
_HOLDING = re.compile(r"[-+~({\[]|\b(?:not|lambda|await|if)\b|\*\*")
_MOST_BRACKETS = 200
_MOST_BLOCKS = 100
