"""Writing files so that each is the old one or the new one, whatever happens meanwhile.

All files are looked at before any is touched: one that is not what it was when it was read, or
that must not be written, keeps all of them as they are. Then the new bytes are put beside the old
files, and only once all are on the disk they take the old ones' places. What goes wrong after that
(or an interruption) puts back those that were replaced: flows change as a whole or not at all.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from clb_migrate.errors import UserError
from clb_migrate.fixes.results import FileChange
from clb_migrate.source.read import Unreadable, read_bytes, reason_of

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_changes(changes: Sequence[FileChange]) -> None:
    """Write what changed; raises `UserError`, with all files as they were, if that cannot be."""
    with _temporaries() as made:
        staged: list[tuple[FileChange, str, str]] = []
        for change in changes:
            target = os.path.realpath(change.place)
            _require_unchanged(change, target)
            _require_writable(change, target)
        for change in changes:
            target = os.path.realpath(change.place)
            try:
                staged.append((change, target, _stage(target, change.after, made)))
            except OSError as error:
                raise _cannot_write(change, error) from None
        # Staging takes a while, and editors save meanwhile.
        for change, target, _ in staged:
            _require_unchanged(change, target)
        _replace_all(staged, made)


def replace_file(target: str, data: bytes) -> None:
    """Replace one regular file, which exists; its mode and, where possible, its owner stay.

    Raises `OSError`, with the file as it was.
    """
    with _temporaries() as made:
        os.replace(_stage(target, data, made), target)
    _flush_folder(target)


def _replace_all(staged: Sequence[tuple[FileChange, str, str]], made: list[str]) -> None:
    begun: list[tuple[FileChange, str]] = []
    try:
        for change, target, temporary in staged:
            # Told beforehand: nobody knows whether an interrupted replacement took place.
            begun.append((change, target))
            os.replace(temporary, target)
    except BaseException as error:
        lost = _put_back(begun, made)
        if lost:
            names = ", ".join(lost)
            raise UserError(f"stopped half-way: {names} could not be put back") from error
        if isinstance(error, OSError):
            raise _cannot_write(begun[-1][0], error) from None
        raise
    for folder in sorted({os.path.dirname(target) for _, target, _ in staged}):
        _flush_folder(os.path.join(folder, "."))


def _put_back(begun: Sequence[tuple[FileChange, str]], made: list[str]) -> list[str]:
    """Give files their old bytes again; return what reports call those where that failed."""
    lost = []
    for change, target in begun:
        try:
            if read_bytes(target, change.shown) == change.after:
                os.replace(_stage(target, change.before, made), target)
        except OSError:
            lost.append(change.shown)
    return lost


def _require_unchanged(change: FileChange, target: str) -> None:
    data = read_bytes(target, change.shown)
    if isinstance(data, Unreadable):
        raise UserError(f"cannot write {change.shown}: {data.reason}; nothing was changed")
    if data != change.before:
        raise UserError(
            f"{change.shown} was changed by something else meanwhile; nothing was changed, "
            "run it once more"
        )


def _require_writable(change: FileChange, target: str) -> None:
    # The superuser may write anything, and still does not mean to write what is read-only.
    if not os.stat(target).st_mode & _WRITABLE or not os.access(target, os.W_OK):
        raise UserError(f"cannot write {change.shown}: it is read-only; nothing was changed")
    folder = os.path.dirname(target)
    if not os.stat(folder).st_mode & _WRITABLE or not os.access(folder, os.W_OK):
        raise UserError(
            f"cannot write {change.shown}: its folder is read-only; nothing was changed"
        )


def _cannot_write(change: FileChange, error: OSError) -> UserError:
    return UserError(f"cannot write {change.shown}: {reason_of(error)}; nothing was changed")


@contextmanager
def _temporaries() -> Iterator[list[str]]:
    """Give a list for the names of files that must not outlive this."""
    made: list[str] = []
    try:
        yield made
    finally:
        for path in made:
            with contextlib.suppress(OSError):
                os.unlink(path)


def _stage(target: str, data: bytes, made: list[str]) -> str:
    """Put bytes in a new file beside `target` that has all of its traits, and return its path."""
    path = os.path.join(os.path.dirname(target), f".clb-migrate-{secrets.token_hex(8)}")
    # Known before it exists, so that no interruption can leave it behind.
    made.append(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        _take_over(target, path)
        os.fsync(file.fileno())
    return path


def _take_over(target: str, path: str) -> None:
    """Give a file the owner and the mode of another; its times are its own."""
    old, new = os.stat(target), os.stat(path)
    if hasattr(os, "chown") and (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        for owner in ((old.st_uid, old.st_gid), (-1, old.st_gid)):
            with contextlib.suppress(OSError):
                os.chown(path, *owner)
                break
    shutil.copystat(target, path)
    os.utime(path)


def _flush_folder(path: str) -> None:
    """Make a replacement outlast a power cut, where folders can be opened at all."""
    with contextlib.suppress(OSError):
        descriptor = os.open(os.path.dirname(path), os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
