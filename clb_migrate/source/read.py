"""Reading and decoding one file, as Python itself would.

What Python could not read is an `Unreadable` value with its reason, never an exception: one bad
file must not end a run, and must not be passed over in silence.
"""

from __future__ import annotations

import io
import os
import re
import stat
import warnings
from dataclasses import dataclass

UTF_8 = "utf-8-sig"
"""UTF-8 with or without a byte order mark."""
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_COOKIE = re.compile(rb"coding[:=][ \t]*utf-?8(?![-\w.])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path as reports show it, its bytes, and the text they decode to.

    The text has no byte order mark; its newlines are those of the file.
    """

    path: str
    data: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read: why, and where in it (the start, when that is unknown)."""

    path: str
    reason: str
    line: int = 1
    column: int = 1


def read(path: str | os.PathLike[str], shown: str) -> Source | Unreadable:
    """Read and decode the file at `path`, which reports call `shown`."""
    data = read_bytes(path, shown)
    return data if isinstance(data, Unreadable) else decode(data, shown)


def read_bytes(path: str | os.PathLike[str], shown: str) -> bytes | Unreadable:
    """Return what the regular file at `path` holds; never waits for a pipe to be written."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        return Unreadable(shown, reason_of(error))
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            return Unreadable(shown, "it is a folder, not a file")
        if not stat.S_ISREG(mode):
            return Unreadable(shown, "it is not a regular file")
        with io.FileIO(descriptor, closefd=False) as file:
            return file.readall()
    except OSError as error:
        return Unreadable(shown, reason_of(error))
    finally:
        os.close(descriptor)


def reason_of(error: OSError) -> str:
    """Say in lower-case words what the system refused."""
    return (error.strerror or str(error) or type(error).__name__).lower()


def decode(data: bytes, shown: str) -> Source | Unreadable:
    """Decode `data` by its byte order mark, its coding cookie, or as UTF-8."""
    if data.startswith(UTF_16_MARKS):
        return Unreadable(shown, "it is written in UTF-16, which Python does not read")
    position = data.find(b"\0")
    if position >= 0:
        return _unreadable_at(data, position, shown, "it holds a NUL byte", "latin-1")
    if not declares_encoding(data):
        return _undecodable(data, shown, UTF_8) or Source(shown, data, data.decode(UTF_8))

    # Importing tokenize costs more than reading a hundred plain files.
    from tokenize import detect_encoding

    try:
        encoding, _ = detect_encoding(io.BytesIO(data).readline)
    except SyntaxError as error:
        # A cookie nobody knows, or first lines that are not text at all.
        return _undecodable(_head(data), shown, UTF_8) or Unreadable(
            shown, str(error), _cookie_line(data)
        )
    return _undecodable(data, shown, encoding) or Source(shown, data, _decoded(data, encoding))


def declares_encoding(data: bytes) -> bool:
    """Tell whether one of the first two lines may hold a cookie for another encoding than UTF-8."""
    head = _head(data)
    return head.count(b"coding") > len(_UTF_8_COOKIE.findall(head))


def _head(data: bytes) -> bytes:
    """The first two lines."""
    return data[: _end_of_line(data, _end_of_line(data, 0))]


def _end_of_line(data: bytes, start: int) -> int:
    return data.find(b"\n", start) + 1 or len(data)


def _cookie_line(data: bytes) -> int:
    return 1 if b"coding" in data[: _end_of_line(data, 0)] else 2


def _decoded(data: bytes, encoding: str) -> str:
    with warnings.catch_warnings():
        # The escape codecs warn about what the file says; that is not ours to show.
        warnings.simplefilter("ignore")
        return data.decode(encoding)


def _undecodable(data: bytes, shown: str, encoding: str) -> Unreadable | None:
    """Return what keeps `data` from being decoded to text; None when nothing does."""
    try:
        text = _decoded(data, encoding)
        # UTF-7 and the escape codecs can spell what is no character.
        text.encode()
    except UnicodeDecodeError as error:
        octet = error.object[error.start : error.start + 1].hex()
        reason = f"byte 0x{octet} is not valid {encoding.removesuffix('-sig')}"
        return _unreadable_at(error.object, error.start, shown, reason, encoding)
    except (LookupError, ValueError) as error:
        return Unreadable(shown, str(error), _cookie_line(data))
    return None


def _unreadable_at(
    data: bytes, position: int, shown: str, reason: str, encoding: str
) -> Unreadable:
    """Turn a byte offset into a line and a column."""
    before = data[:position].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    last = before[before.rfind(b"\n") + 1 :]
    return Unreadable(
        shown, reason, before.count(b"\n") + 1, len(last.decode(encoding, "replace")) + 1
    )
