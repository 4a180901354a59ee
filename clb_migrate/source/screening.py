"""Reads the files of a run, and tells which of them deserve a closer look.

A file deserves one when triage says so, when it cannot be read, and when it cannot be decoded. All
others are clean, and nobody needs to know more of them. Files are read one after the other into a
buffer, which is searched as a whole (`gate.py`).

Where the system can fork, several processes share the work: parts of the list wait in a pipe, and
each process takes the next one. What a process did not tell of, because it died or did not come to
an end, is done again by the one that started it, so the result is the same for any number of
processes.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from clb_migrate.source.discover import Candidate
from clb_migrate.source.gate import Gate
from clb_migrate.source.read import UTF_8, Unreadable, declares_encoding, decode, read_bytes
from clb_migrate.source.triage import Triage, plainly_readable

_BLOCK = 1 << 19
"""The buffer: with a copy of it, it should stay in the cache of a processor."""
_LEAST_ROOM = 1 << 14
"""With less room than this it is not tried whether one more file fits."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_SCATTERS = hasattr(os, "readv")

_PART = 256
"""Files in a part of the work."""
_FEWEST = 2 * _PART
"""Files for which another process pays."""
_MOST_PARTS = 1024
"""A pipe holds as many numbers at least: one page, where the system is short of room for pipes."""
_PATIENCE = 60.0
"""Seconds without a word after which a process is not waited for; a part takes thousandths."""
_NUMBER = struct.Struct("<I")


def available_processors() -> int:
    """Return how many processes can run at a time here."""
    with suppress(AttributeError, OSError):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def all_clean(files: Sequence[Candidate], triage: Triage, jobs: int = 1) -> bool:
    """Tell whether no file deserves a closer look; stops soon after the first that does."""
    return not any(_found(files, triage, jobs, enough=1).values())


def screen(files: Sequence[Candidate], triage: Triage, jobs: int = 1) -> list[int]:
    """Return the positions of those files that deserve a closer look, in order.

    All of them were met in a folder, and are regular files unless they changed since. `jobs` is
    how many processes may share the work.
    """
    found = _found(files, triage, jobs)
    return [position for part in sorted(found) for position in sorted(found[part])]


def _found(
    files: Sequence[Candidate], triage: Triage, jobs: int, enough: int = sys.maxsize
) -> dict[int, list[int]]:
    """Return the positions found in each part of the work, once there are `enough` or all."""
    work = _Work(files, triage)
    if jobs > 1 and len(files) >= _FEWEST and _can_fork():
        return _shared(work, min(jobs, len(work.parts)), enough)
    found: dict[int, list[int]] = {}
    for part in range(len(work.parts)):
        found[part] = work.positions(part)
        if len(found[part]) >= enough:
            break
    return found


class _Work:
    """The files of a run, in parts, and what is looked for in them."""

    def __init__(self, files: Sequence[Candidate], triage: Triage) -> None:
        self._files = files
        self._triage = triage
        self._gate = Gate(triage)
        size = max(_PART, -(-len(files) // _MOST_PARTS))
        self.parts = [
            range(start, min(start + size, len(files))) for start in range(0, len(files), size)
        ]

    def positions(self, part: int) -> list[int]:
        """Return which files of a part deserve a closer look."""
        return [*_suspects(self._files, self.parts[part], self._gate, self._triage)]


def _suspects(
    files: Sequence[Candidate], part: Iterable[int], gate: Gate, triage: Triage
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
    gate: Gate,
    triage: Triage,
) -> Iterator[int]:
    if starts[-1] < _BLOCK // 2:
        block = block[: starts[-1]]
    suspects = gate.suspects(block, starts)
    ascii_only, holds_nul = block.isascii(), b"\0" in block
    for index, position in enumerate(positions):
        start, end = starts[index], starts[index + 1]
        if (index in suspects and triage.needs_analysis(bytes(block[start:end]))) or (
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
    return triage.needs_analysis(data) or _is_unreadable(data)


# -- several processes --------------------------------------------------------------------------


def _can_fork() -> bool:
    """Tell whether a copy of this process can do the work.

    It cannot where a thread might hold a lock at that moment, nor on systems whose own libraries
    do not survive it.
    """
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return sys.platform == "linux" and alone


def _shared(work: _Work, jobs: int, enough: int) -> dict[int, list[int]]:
    """Return the positions found in each part, by all processes together."""
    queue, fill = os.pipe()
    os.write(fill, b"".join(map(_NUMBER.pack, range(len(work.parts)))))
    os.close(fill)
    children: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    stopped = False
    try:
        for _ in range(jobs - 1):
            child = _forked(work, queue)
            if child is None:
                break
            children.update([child])
        for part, positions in _taken(work, queue):
            found[part] = positions
            if len(positions) >= enough:
                stopped = True
                _empty(queue)
        for result, process in children.items():
            found.update(_told(_all_of(result, process)))
    finally:
        _empty(queue)
        os.close(queue)
        for result, process in children.items():
            os.close(result)
            with suppress(OSError):
                os.waitpid(process, 0)
    for part in range(len(work.parts)):
        if part not in found and not stopped:
            found[part] = work.positions(part)
    return found


def _forked(work: _Work, queue: int) -> tuple[int, int] | None:
    """Start a process; return where its result can be read and its number, None if none starts."""
    result, tell = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(result)
        os.close(tell)
        return None
    if process:
        os.close(tell)
        return result, process
    # Nothing of what this process would do at its end concerns the copy.
    try:
        os.close(result)
        for part, positions in _taken(work, queue):
            numbers = (part, len(positions), *positions)
            _write_all(tell, b"".join(map(_NUMBER.pack, numbers)))
    finally:
        os._exit(0)


def _taken(work: _Work, queue: int) -> Iterator[tuple[int, list[int]]]:
    """Yield part after part with the positions found in it, as long as there are any left."""
    while len(number := os.read(queue, _NUMBER.size)) == _NUMBER.size:
        (part,) = _NUMBER.unpack(number)
        yield part, work.positions(part)


def _empty(queue: int) -> None:
    """Leave no work to the other processes."""
    while os.read(queue, 1 << 16):
        pass


def _told(data: bytes) -> Iterator[tuple[int, list[int]]]:
    """Yield what a process found; what it could not tell to the end is left out."""
    numbers = [number for (number,) in _NUMBER.iter_unpack(data[: len(data) // 4 * 4])]
    place = 0
    while place + 2 <= len(numbers):
        part, count = numbers[place : place + 2]
        positions = numbers[place + 2 : place + 2 + count]
        if len(positions) == count:
            yield part, positions
        place += 2 + count


def _all_of(result: int, process: int) -> bytes:
    """Return what a process tells to its end, which comes at once when it stays silent."""
    import select

    pieces: list[bytes] = []
    while True:
        if not select.select([result], (), (), _PATIENCE)[0]:
            import signal  # hardly ever needed

            os.kill(process, signal.SIGKILL)
        piece = os.read(result, 1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
