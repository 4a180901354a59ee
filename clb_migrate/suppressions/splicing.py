"""Edits of a text, made in the bytes of its file: whatever is not edited stays, byte for byte."""

from __future__ import annotations

import io
from collections.abc import Sequence

from clb_migrate.source.dependencies import encoding_of, format_of
from clb_migrate.source.read import Source, declares_encoding, decode
from clb_migrate.source.rewriting import Edit, Rewritten

_MARK = b"\xef\xbb\xbf"


def spliced(path: str, data: bytes, edits: Sequence[Edit]) -> bytes | None:
    """Return the bytes after some edits; None where they cannot be made in this encoding.

    `path` tells what the file is, `data` is what it holds, and the edits are those of its text.
    """
    before = _decoded(path, data)
    if before is None:
        return None
    mark, encoding, text = before
    body = data[len(mark) :]
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    parts, done, place = [mark], 0, 0
    try:
        for edit in ordered:
            start = done + len(text[place : edit.start].encode(encoding))
            end = start + len(text[edit.start : edit.end].encode(encoding))
            parts += [body[done:start], edit.text.encode(encoding)]
            done, place = end, edit.end
    except UnicodeEncodeError:
        return None
    after = b"".join([*parts, body[done:]])
    again = _decoded(path, after)
    return after if again and again[2] == Rewritten(text, ordered).text else None


def _decoded(path: str, data: bytes) -> tuple[bytes, str, str] | None:
    """Return the mark that a file begins with, its encoding and its text."""
    if format_of(path) not in ("", "setup_py"):
        mark, encoding = encoding_of(data)
        return mark, encoding, data[len(mark) :].decode(encoding, errors="replace")
    source = decode(data, path)
    if not isinstance(source, Source):
        return None
    mark = _MARK if data.startswith(_MARK) else b""
    encoding = "utf-8"
    if declares_encoding(data):
        from tokenize import detect_encoding

        encoding, _ = detect_encoding(io.BytesIO(data).readline)
        encoding = "utf-8" if encoding == "utf-8-sig" else encoding
    return mark, encoding, source.text
