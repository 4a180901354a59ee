"""Reads the files of a run, and tells which of them deserve a closer look.

A file deserves one when triage says so, when it cannot be read, and when it cannot be decoded. All
others are clean, and nobody needs to know more of them. Files are read one after the other into a
buffer, which is searched as a whole (`gate.py`); several processes share the work (`sharing.py`).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from clb_migrate.source.discover import Candidate
from clb_migrate.source.gate import Gate
from clb_migrate.source.read import UTF_8, Unreadable, declares_encoding, decode, read_bytes
from clb_migrate.source.sharing import all_parts, parts_of
from clb_migrate.source.triage import Triage, plainly_readable

TYPE_CHECKING = False  # typing takes long to import
if TYPE_CHECKING:
    from clb_migrate.source.hyperscan_gate import HyperscanGate

_BLOCK = 1 << 19
"""The buffer: with a copy of it, it should stay in the cache of a processor."""
_LEAST_ROOM = 1 << 14
"""With less room than this it is not tried whether one more file fits."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_SCATTERS = hasattr(os, "readv")

_PART = 256
"""Files in a part of the work."""
_FEWEST = 2 * _PART
"""Files for which another process, or a library, pays."""


Progress = Callable[[int], None]
"""Told now and then how many files are in hand or done, about."""


def all_clean(files: Sequence[Candidate], triage: Triage, jobs: int = 1) -> bool:
    """Tell whether no file deserves a closer look; stops soon after the first that does."""
    return not any(True for _ in _found(files, triage, jobs, one_is_enough=True))


def screen(
    files: Sequence[Candidate], triage: Triage, jobs: int = 1, progress: Progress | None = None
) -> list[int]:
    """Return the positions of those files that deserve a closer look, in order.

    All of them were met in a folder, and are regular files unless they changed since. `jobs` is
    how many processes may share the work.
    """
    return list(_found(files, triage, jobs, progress=progress))


def _found(
    files: Sequence[Candidate],
    triage: Triage,
    jobs: int,
    *,
    one_is_enough: bool = False,
    progress: Progress | None = None,
) -> Iterator[int]:
    """Yield the positions of what deserves a closer look, in order."""
    parts = parts_of(len(files), _PART)
    gate = _gate(triage, len(files))

    def positions(part: int) -> bytes:
        return _packed(sorted(_suspects(files, parts[part], gate, triage)))

    found = all_parts(
        len(parts),
        positions,
        jobs if len(files) >= _FEWEST else 1,
        bool if one_is_enough else None,
        None if progress is None else lambda part: progress(parts[part].start),
    )
    for part in sorted(found):
        yield from _unpacked(found[part])


def _gate(triage: Triage, files: int) -> Gate | HyperscanGate:
    """Return what looks for words in so many files, the fastest way there is."""
    if files >= _FEWEST:
        with suppress(ImportError):  # of an extra, which need not be installed
            from clb_migrate.source.hyperscan_gate import hyperscan_gate

            return hyperscan_gate(triage) or Gate(triage)
    return Gate(triage)


def _packed(positions: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(positions)}I", *positions)


def _unpacked(packed: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def _suspects(
    files: Sequence[Candidate], part: Iterable[int], gate: Gate | HyperscanGate, triage: Triage
) -> Iterator[int]:
    """Yield the positions of the files that deserve a closer look, in any order."""
    block = bytearray(_BLOCK)
    view = memoryview(block)
    positions: list[int] = []
    starts = [0]
    used = 0
    for position in part:
        path = files[position].path
        size = _read_into(path, view[used:]) if _BLOCK - used >= _LEAST_ROOM else None
        if size is None and used:
            yield from _in_block(positions, block, starts, gate, triage)
            positions, starts, used = [], [0], 0
            size = _read_into(path, view)
        if size is not None:
            positions.append(position)
            used += size
            starts.append(used)
        elif _deserves_a_look(files[position], triage):
            yield position
    yield from _in_block(positions, block, starts, gate, triage)


def _read_into(path: str, room: memoryview) -> int | None:
    """Read a file and return its size; None where it does not fit or cannot be read like this."""
    if not _SCATTERS:
        return None
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError:
        return None
    try:
        size = os.readv(descriptor, (room,))
        while size < len(room):
            more = os.readv(descriptor, (room[size:],))
            if not more:
                return size
            size += more
    except OSError:
        pass
    finally:
        os.close(descriptor)
    return None


def _in_block(
    positions: Sequence[int],
    block: bytearray,
    starts: Sequence[int],
    gate: Gate | HyperscanGate,
    triage: Triage,
) -> Iterator[int]:
    if starts[-1] < _BLOCK // 2:
        block = block[: starts[-1]]
    suspects = gate.suspects(block, starts)
    ascii_only, holds_nul = block.isascii(), b"\0" in block
    for index, position in enumerate(positions):
        start, end = starts[index], starts[index + 1]
        if (index in suspects and triage.needs_a_look(bytes(block[start:end]))) or (
            (
                holds_nul
                or not (ascii_only or block[start:end].isascii())
                or _may_declare(block, start, end)
            )
            and _is_unreadable(bytes(block[start:end]))
        ):
            yield position


def _may_declare(block: bytearray, start: int, end: int) -> bool:
    """Tell whether the first two lines may hold an encoding."""
    second = block.find(b"\n", start, end) + 1
    third = block.find(b"\n", second, end) if second else -1
    return block.find(b"coding", start, third if third >= 0 else end) >= 0


def _is_unreadable(data: bytes) -> bool:
    if plainly_readable(data):
        return False
    if b"\0" not in data and not declares_encoding(data):
        with suppress(UnicodeDecodeError):
            data.decode(UTF_8)
            return False
    return isinstance(decode(data, ""), Unreadable)


def _deserves_a_look(file: Candidate, triage: Triage) -> bool:
    data = read_bytes(file.path, file.shown)
    if isinstance(data, Unreadable):
        return True
    return triage.needs_a_look(data) or _is_unreadable(data)
