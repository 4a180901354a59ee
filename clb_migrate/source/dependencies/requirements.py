"""Requirements and constraints files, as pip reads them.

A line is a requirement, a URL or path, `-e` with one of these, or another option. Files that are
included with `-r` or `-c` are not followed: each is read where it lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clb_migrate.source.dependencies.mentions import Mention, Names

_CONTINUED: Final = re.compile(r"^(?![ \t]*#)(.*)\\(\r?\n)", re.MULTILINE)
_EDITABLE: Final = re.compile(r"\s*(?:--editable(?:\s+|=)|-e\s*)(?=\S)")
_COMMENT: Final = re.compile(r"(?:^|\s)#.*$", re.DOTALL)


def mentions(text: str, names: Names) -> Iterator[Mention]:
    """Yield what the file `text` asks for."""
    offset = 0
    for line in _joined(text).split("\n"):
        if mention := in_line(line, names):
            yield mention.moved(offset)
        offset += len(line) + 1


def in_line(line: str, names: Names) -> Mention | None:
    """Return what one line, or one item of a list of such lines, asks for."""
    line = _COMMENT.sub("", line)
    editable = _EDITABLE.match(line)
    start = editable.end() if editable else 0
    mention = names.asked_for_by(line[start:])
    return mention and mention.moved(start)


def _joined(text: str) -> str:
    """Return `text` with continued lines made one, every character at its old offset."""
    return _CONTINUED.sub(lambda match: match[1] + " " * (1 + len(match[2])), text)
