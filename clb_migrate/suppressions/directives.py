"""What a single comment says about what is not to be reported.

A comment may hold several parts, each with a `#` of its own: `# noqa: E501  # clb: ignore[CLB101]`.
Case and spaces do not matter. A number sign before a digit (`see #12`) starts no part. What is
meant for us and cannot be understood is a mistake, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Kind(Enum):
    """How a suppression is written."""

    LINE = ""
    BEGIN = "begin"
    END = "end"
    FILE = "file"
    NOQA = "noqa"
    """That of flake8 and ruff, which means a line as well."""


@dataclass(frozen=True, slots=True)
class Selector:
    """What names rules, with its offsets in the file."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Directive:
    """One part of a comment, with its offsets in the file; no selectors mean every rule.

    A `noqa` may select rules of other tools as well.
    """

    kind: Kind
    start: int
    end: int
    selectors: tuple[Selector, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A part of a comment that is no suppression, and was surely meant to be one."""

    start: int
    end: int
    message: str
    step: str


_PARTS: Final = re.compile(r"#(?=[ \t]*(?:clb[ \t]*:|noqa\b))|(?:^|(?<=\s))#(?!\d)", re.IGNORECASE)
_CLB: Final = re.compile(
    r"#\s*clb\s*:\s*ignore(?:[-_](?P<kind>[a-z][a-z0-9_-]*))?(?![a-z0-9])", re.IGNORECASE
)
_BRACKET: Final = re.compile(r"\s*\[(?P<inside>[^\]]*)(?P<closing>\]?)")
_MISSPELT: Final = re.compile(r"#\s*clb\s*:\s*ignore[a-z0-9]+\s*\[", re.IGNORECASE)
_MORE_RULES: Final = re.compile(r"\s*(?:\[|,\s*CLB\d)", re.IGNORECASE)
"""What looks like rules behind the brackets, and no reason begins with."""
_BARE_RULE: Final = re.compile(r"[\s:=({<-]*CLB\d+", re.IGNORECASE)
_SEPARATOR: Final = " \t:-\N{EN DASH}\N{EM DASH}"
_NOQA: Final = re.compile(
    r"#\s*noqa\b(?:\s*:\s*(?P<codes>(?:[a-z]+\d+|clb\b)(?:[,\s]+(?:[a-z]+\d+\b|clb\b))*))?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^,\s]+")
OURS: Final = re.compile(r"clb\d*", re.IGNORECASE)
"""What of the codes in a `noqa` is about rules of ours."""
_KINDS: Final = {each.value: each for each in (Kind.BEGIN, Kind.END, Kind.FILE)}


def directives_in(text: str, start: int, end: int) -> Iterator[Directive | Mistake]:
    """Yield what the comment that stands from `start` to `end` of a file says."""
    comment = text[start:end]
    places = [match.start() for match in _PARTS.finditer(comment)]
    for first, last in zip(places, [*places[1:], len(comment)], strict=True):
        part = comment[first:last].rstrip()
        found = _of_clb(part, start + first) or _of_noqa(part, start + first)
        if found is not None:
            yield found


def _of_clb(part: str, offset: int) -> Directive | Mistake | None:
    match = _CLB.match(part)
    end = offset + len(part)
    if match is None:
        if _MISSPELT.match(part):
            return Mistake(
                offset,
                end,
                "`clb: ignore` is misspelt",
                "write ignore, ignore-begin, ignore-end or ignore-file",
            )
        return None
    word = (match["kind"] or "").lower()
    kind = _KINDS.get(word) if word else Kind.LINE
    if kind is None:
        return Mistake(
            offset,
            end,
            f"there is no `clb: ignore-{word}`",
            "write ignore, ignore-begin, ignore-end or ignore-file",
        )
    rest = part[match.end() :]
    bracket = _BRACKET.match(rest)
    if bracket is None:
        if _BARE_RULE.match(rest):
            return Mistake(
                offset,
                end,
                "the rules to ignore stand in no brackets",
                "write them as in `clb: ignore[CLB101, CLB102]`",
            )
        return Directive(kind, offset, end, (), _reason(rest))
    if not bracket["closing"]:
        return Mistake(offset, end, "the bracket around the rules to ignore is not closed", "add ]")
    if _MORE_RULES.match(rest, bracket.end()):
        return Mistake(
            offset,
            end,
            "there are rules behind the brackets",
            "write all of them within, as in `clb: ignore[CLB101, CLB102]`",
        )
    inside = offset + match.end() + bracket.start("inside")
    selectors = tuple(_selectors(bracket["inside"], inside))
    if not selectors:
        return Mistake(
            offset,
            end,
            "there is no rule in the brackets",
            "name rules in them, or leave them out to ignore all",
        )
    return Directive(kind, offset, end, selectors, _reason(rest[bracket.end() :]))


def _of_noqa(part: str, offset: int) -> Directive | None:
    match = _NOQA.match(part)
    if match is None:
        return None
    end = offset + len(part)
    if match["codes"] is None:
        return Directive(Kind.NOQA, offset, end, ())
    selectors = tuple(_selectors(match["codes"], offset + match.start("codes")))
    is_ours = any(OURS.fullmatch(each.text) for each in selectors)
    return Directive(Kind.NOQA, offset, end, selectors) if is_ours else None


def _selectors(text: str, offset: int) -> Iterator[Selector]:
    for match in _WORD.finditer(text):
        yield Selector(match[0], offset + match.start(), offset + match.end())


def _reason(text: str) -> str:
    return text.strip(_SEPARATOR)
