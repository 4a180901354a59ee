"""Where text goes: standard output, or a file that is either whole or as it was."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterable
from typing import TextIO

import click

from clb_migrate.cli.colour import forces_colour
from clb_migrate.errors import UserError
from clb_migrate.output import View
from clb_migrate.source.read import reason_of

_USUAL_WIDTH = 80


def terminal_view(*, quiet: bool = False) -> View:
    """Return how standard output is seen."""
    return view_of(sys.stdout, quiet=quiet)


def view_of(stream: TextIO, *, quiet: bool = False) -> View:
    """Return how a stream is seen; only a terminal has a width."""
    width = _columns(stream) if stream.isatty() else None
    return View(colour=_in_colour(stream), width=width, quiet=quiet)


def _in_colour(stream: TextIO) -> bool:
    """Tell whether a stream gets colours: as `--color` says, else the environment, else a terminal.

    `NO_COLOR` goes before what asks for colours.
    """
    context = click.get_current_context(silent=True)
    if context is not None and context.color is not None:
        return context.color
    if os.environ.get("NO_COLOR"):
        return False
    if forces_colour(os.environ):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _columns(terminal: TextIO) -> int:
    """Return how wide a terminal is; `COLUMNS` overrules it."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(terminal.fileno()).columns or _USUAL_WIDTH
    except (OSError, ValueError):
        return _USUAL_WIDTH


def write_out(pieces: Iterable[str]) -> None:
    """Write to standard output; a reader that has seen enough (`| head`) is no error.

    Raises `UserError` when it cannot be written to.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    write_bytes(piece.encode(encoding, "backslashreplace") for piece in pieces)


def write_bytes(pieces: Iterable[bytes]) -> None:
    """Write to standard output what is no text, or of several encodings; as `write_out` does."""
    stream = sys.stdout.buffer
    try:
        for piece in pieces:
            stream.write(piece)
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        with open(os.devnull, "wb") as nowhere, contextlib.suppress(OSError, ValueError):
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
    except OSError as error:
        raise UserError(f"cannot write to standard output: {reason_of(error)}") from None


def write_file(path: str, pieces: Iterable[str]) -> None:
    """Put text in a file, as UTF-8, at once; an old one stays as it was until then.

    Raises `UserError` when it cannot be written.
    """
    data = "".join(pieces).encode("utf-8", "backslashreplace")
    target = os.path.realpath(path)
    try:
        mode = _mode_of(target)
        if mode is not None and not stat.S_ISREG(mode):
            # A device or a pipe; there is nothing to keep whole.
            with open(target, "wb") as file:
                file.write(data)
            return
        _replace(target, data, _new_mode() if mode is None else stat.S_IMODE(mode))
    except OSError as error:
        raise UserError(f"cannot write {path!r}: {reason_of(error)}") from None


def _mode_of(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _new_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _replace(target: str, data: bytes, mode: int) -> None:
    from tempfile import mkstemp

    descriptor, temporary = mkstemp(
        dir=os.path.dirname(target), prefix=f".{os.path.basename(target)}."
    )
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
