"""From a file's bytes to the tree that is lowered, in whatever Python it was written.

LibCST ends the process, or never ends, where code is nested deeply. So it is shown only what
Python's own parser has read, in a tenth of the time, or what cannot be deep. Python 2 is shown to
it as the Python 3 code it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import libcst as cst

from clb_migrate.analysis.positions import Positions
from clb_migrate.analysis.program import Unparsable
from clb_migrate.findings import Span
from clb_migrate.source.python2 import Translation, may_bind_by_comma, translated
from clb_migrate.source.read import Unreadable, decode
from clb_migrate.source.syntax import parsing_error
from clb_migrate.source.tokens import NEWLINE, nested_too_deeply

TOO_DEEP = "nested too deeply to be parsed"
_JUNCTION = re.compile(rb"\band\b|\bor\b")
_MOST_JUNCTIONS = 3000
"""What is flat for Python's parser, `a and b and c`, is deep for LibCST."""
_TOLD_PLACE = re.compile(r"error at (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a file, and what it was rewritten to before, if it had to be."""

    module: cst.Module
    translation: Translation | None = None

    @property
    def is_python2(self) -> bool:
        """Tell whether the file is Python 2."""
        return self.translation is not None and self.translation.is_python2

    def spans(self) -> Callable[[cst.CSTNode], Span]:
        """Return what tells where a node stands in the file."""
        span = Positions(self.module).span
        if self.translation is None:
            return span
        code = self.translation.code

        def original(node: cst.CSTNode) -> Span:
            here = span(node)
            start = code.old_start(here.line, here.column)
            return Span(*start, *max(start, code.old_end(here.end_line, here.end_column)))

        return original


def parse(path: str, data: bytes) -> Parsed | Unparsable:
    """Return the tree of a file's bytes, or why and where it has none.

    Reports call the file `path`.
    """
    refused = parsing_error(data)
    if _is_depth(refused):
        return Unparsable(path, 1, 1, TOO_DEEP)
    long = len(_JUNCTION.findall(data)) > _MOST_JUNCTIONS
    if refused is None and not long and not may_bind_by_comma(data):
        return _shown_to_libcst(path, data)
    source = decode(data, path)
    if isinstance(source, Unreadable):
        return Unparsable(path, source.line, source.column, source.reason)
    if long and nested_too_deeply(source.text, 2 * _MOST_JUNCTIONS):
        return Unparsable(path, 1, 1, TOO_DEEP)
    translation = translated(source.text)
    failure: Exception | None = None
    if translation is not None:
        failure = parsing_error(translation.code.text)
        if failure is None:
            parsed = _shown_to_libcst(path, translation.code.text)
            return Parsed(parsed.module, translation) if isinstance(parsed, Parsed) else parsed
        if _is_depth(failure):
            return Unparsable(path, 1, 1, TOO_DEEP)
    if refused is not None and nested_too_deeply(source.text):
        return Unparsable(path, 1, 1, TOO_DEEP)
    # It may be newer than the Python that runs here.
    parsed = _shown_to_libcst(path, data)
    if isinstance(parsed, Parsed):
        return parsed
    if translation is not None and isinstance(failure, SyntaxError):
        place = translation.code.old_start(*_place(failure))
        return _told(path, place, f"{parsed.reason}, read as Python 2 as well", source.text)
    place = parsed.line, parsed.column
    if isinstance(refused, SyntaxError) and refused.lineno and place[0] in (1, refused.lineno):
        # LibCST knows the line, if that; Python knows the column as well.
        place = _place(refused)
    return _told(path, place, parsed.reason, source.text)


def _shown_to_libcst(path: str, code: bytes | str) -> Parsed | Unparsable:
    try:
        return Parsed(cst.parse_module(code))
    except cst.ParserSyntaxError as error:
        # The numbers beside the message are those of the next line.
        told = _TOLD_PLACE.search(error.message)
        line, column = map(int, told.groups()) if told else (error.raw_line, error.raw_column)
        return Unparsable(path, line, column + 1, "syntax error")
    except (SyntaxError, UnicodeError, ValueError, LookupError) as error:
        return Unparsable(path, 1, 1, str(error).splitlines()[0] if str(error) else "unreadable")
    except RecursionError:
        return Unparsable(path, 1, 1, TOO_DEEP)


def _place(error: SyntaxError) -> tuple[int, int]:
    return max(error.lineno or 1, 1), max(error.offset or 1, 1)


def _told(path: str, place: tuple[int, int], reason: str, text: str) -> Unparsable:
    """Return why there is no tree, with a place that lies within the file."""
    lines = NEWLINE.split(text)
    line = min(place[0], len(lines))
    return Unparsable(path, line, min(place[1], len(lines[line - 1]) + 1), reason)


def _is_depth(error: Exception | None) -> bool:
    """Tell whether it is for its depth that Python refused a file."""
    if isinstance(error, SyntaxError):
        return "too many nested" in str(error.msg)
    return isinstance(error, (RecursionError, MemoryError))
