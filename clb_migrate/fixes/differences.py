"""What changes in files as a unified diff, byte for byte as `patch` and `git apply` want it.

Lines end where a line feed stands, whatever else is in them: carriage returns, byte order marks
and encodings are theirs.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from clb_migrate.fixes.results import FileChange

_NO_NEWLINE = b"\\ No newline at end of file\n"
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def unified(changes: Iterable[FileChange]) -> Iterator[bytes]:
    """Yield the difference each change makes, in pieces."""
    for change in changes:
        name = _name(change.shown).encode("utf-8", "backslashreplace")
        yield from difference(change.before, change.after, name)


def difference(before: bytes, after: bytes, name: bytes) -> Iterator[bytes]:
    """Yield the lines of one file's difference; nothing where there is none."""
    if before == after:
        return
    yield b"--- " + name + b"\n"
    yield b"+++ " + name + b"\n"
    old, new = _lines(before), _lines(after)
    hunks = difflib.diff_bytes(difflib.unified_diff, old, new, lineterm=b"\n")
    for number, line in enumerate(hunks):
        if number < 2:
            continue  # Its header, which knows no quoting.
        yield line
        if not line.endswith(b"\n"):
            yield b"\n" + _NO_NEWLINE


def _lines(data: bytes) -> list[bytes]:
    lines = [line + b"\n" for line in data.split(b"\n")]
    last = lines.pop().removesuffix(b"\n")
    return [*lines, last] if last else lines


def _name(shown: str) -> str:
    """Write a path as git does: quoted where it must be, and ended where a space may be in it."""
    if _SPECIAL.search(shown):
        return '"' + _SPECIAL.sub(_escape, shown) + '"'
    return shown + "\t" if " " in shown else shown


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], f"\\{ord(match[0]):03o}")
