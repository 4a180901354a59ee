"""Work on many files, shared by copies of this process where the system can fork.

Parts of the work wait in a pipe, and each process takes the next one. What a process did not tell
of, because it died or did not come to an end, is done again by the one that started it, so the
result is the same for any number of processes.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

Part = Callable[[int], bytes]
"""Does a part of the work, by its number, and returns what came of it."""

Begun = Callable[[int], None]
"""Told of each part that this process takes in hand; all before it are in hand then, or done."""

MOST_PARTS = 1024
"""A pipe holds as many numbers at least: one page, where the system is short of room for pipes."""
_PATIENCE = 60.0
"""Seconds without a word after which a process is not waited for; a part takes thousandths."""
_NUMBER = struct.Struct("<I")
_TOLD = struct.Struct("<IQ")
"""In front of what came of a part: its number, and how many bytes follow."""


def available_processors() -> int:
    """Return how many processes can run at a time here."""
    with suppress(AttributeError, OSError):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def parts_of(count: int, least: int) -> list[range]:
    """Divide so many files into parts of `least` files, or of more where those are too many."""
    size = max(least, -(-count // MOST_PARTS))
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


def all_parts(
    parts: int,
    work: Part,
    jobs: int,
    is_enough: Callable[[bytes], bool] | None = None,
    begun: Begun | None = None,
) -> dict[int, bytes]:
    """Return what came of each part, done by up to `jobs` processes.

    After something that `is_enough` no other part is begun; those not done are missing then.
    """
    work_here = work if begun is None else _announced(work, begun)
    if jobs > 1 and parts > 1 and _can_fork():
        return _shared(parts, work, work_here, min(jobs, parts), is_enough)
    found: dict[int, bytes] = {}
    for part in range(parts):
        found[part] = work_here(part)
        if is_enough is not None and is_enough(found[part]):
            break
    return found


def _can_fork() -> bool:
    """Tell whether a copy of this process can do the work.

    It cannot where a thread might hold a lock at that moment, nor on systems whose own libraries
    do not survive it.
    """
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return sys.platform == "linux" and alone


def _announced(work: Part, begun: Begun) -> Part:
    def announced(part: int) -> bytes:
        begun(part)
        return work(part)

    return announced


def _shared(
    parts: int,
    work: Part,
    work_here: Part,
    jobs: int,
    is_enough: Callable[[bytes], bool] | None,
) -> dict[int, bytes]:
    """Let copies of this process do `work`, and this one `work_here`, until all is done."""
    queue, fill = os.pipe()
    os.write(fill, b"".join(map(_NUMBER.pack, range(parts))))
    os.close(fill)
    children: dict[int, int] = {}
    found: dict[int, bytes] = {}
    try:
        for _ in range(jobs - 1):
            child = _forked(work, queue, is_enough)
            if child is None:
                break
            children.update([child])
        found.update(_taken(work_here, queue, is_enough))
        for tell, process in children.items():
            found.update(_told(_all_of(tell, process)))
    finally:
        _empty(queue)
        os.close(queue)
        for tell, process in children.items():
            os.close(tell)
            with suppress(OSError):
                os.waitpid(process, 0)
    stopped = is_enough is not None and any(map(is_enough, found.values()))
    for part in range(parts):
        if part not in found and not stopped:
            found[part] = work_here(part)
    return found


def _forked(
    work: Part, queue: int, is_enough: Callable[[bytes], bool] | None
) -> tuple[int, int] | None:
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
        # All at the end: nobody reads before, and a full pipe would keep this process waiting.
        done = [*_taken(work, queue, is_enough)]
        for part, came in done:
            _write_all(tell, _TOLD.pack(part, len(came)) + came)
    finally:
        os._exit(0)


def _taken(
    work: Part, queue: int, is_enough: Callable[[bytes], bool] | None
) -> Iterator[tuple[int, bytes]]:
    """Yield part after part with what came of it, as long as there are any left."""
    while len(number := os.read(queue, _NUMBER.size)) == _NUMBER.size:
        (part,) = _NUMBER.unpack(number)
        came = work(part)
        if is_enough is not None and is_enough(came):
            _empty(queue)
        yield part, came


def _empty(queue: int) -> None:
    """Leave no work to the other processes."""
    while os.read(queue, 1 << 16):
        pass


def _told(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield what a process did; what it could not tell to the end is left out."""
    place = 0
    while place + _TOLD.size <= len(data):
        part, size = _TOLD.unpack_from(data, place)
        place += _TOLD.size + size
        if place <= len(data):
            yield part, data[place - size : place]


def _all_of(result: int, process: int) -> bytes:
    """Return what a process tells to its end, which comes at once when it stays silent."""
    import select

    pieces: list[bytes] = []
    while True:
        if not select.select([result], (), (), _PATIENCE)[0]:
            import signal  # hardly ever needed

            os.kill(process, signal.SIGKILL)
        piece = os.read(result, 1 << 20)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
