"""Facts made in several processes: a process that dies or hangs costs one file, not the run.

Each worker is given one file at a time, so it is known which file was its last. The parser is
imported by the workers alone.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from clb_migrate.analysis.facts import Facts

FEWEST = 12
"""Files for which further processes pay: each of them takes as long to start as several files."""

_SECONDS = 30.0
"""What any file may take, and for each megabyte of it:"""
_SECONDS_A_MEGABYTE = 60.0

File = tuple[str, bytes]
"""What reports call a file, and its bytes."""


def available_jobs() -> int:
    """Return how many processes can run at a time here."""
    with suppress(AttributeError, OSError):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    file: int = -1
    """The place of the file it has in hand, -1 for none."""
    deadline: float = 0.0


@dataclass(slots=True)
class Workers:
    """Processes that make facts; to be closed when no more are wanted."""

    jobs: int
    on_facts: Callable[[str, float], None] = lambda _shown, _seconds: None
    """Told of each file with the seconds it took."""
    seconds: float = _SECONDS
    _idle: list[_Worker] = field(init=False, default_factory=list)

    def facts(self, files: Sequence[File]) -> list[Facts]:
        """Return the facts of files, in their order."""
        from clb_migrate.analysis.facts import lowered

        if self.jobs < 2 or len(files) < FEWEST:
            made: list[Facts] = []
            for shown, data in files:
                begin = time.perf_counter()
                made.append(lowered(shown, data))
                self.on_facts(shown, time.perf_counter() - begin)
            return made
        found: dict[int, Facts] = dict(self._in_parallel(files))
        return [found[place] for place in range(len(files))]

    def _in_parallel(self, files: Sequence[File]) -> Iterator[tuple[int, Facts]]:
        from multiprocessing.connection import wait

        from clb_migrate.analysis.program import Unparsable

        # The largest first, so that none of them is left for the end.
        waiting = sorted(range(len(files)), key=lambda place: len(files[place][1]))
        busy: list[_Worker] = []
        while waiting or busy:
            while waiting and len(busy) < self.jobs:
                busy.append(self._give(files, waiting.pop()))
            now = time.monotonic()
            limit = min(worker.deadline for worker in busy)
            ready = wait([worker.connection for worker in busy], max(0.0, limit - now))
            for worker in [*busy]:
                shown = files[worker.file][0]
                reason = None
                if worker.connection in ready:
                    try:
                        seconds, facts = worker.connection.recv()
                    except (EOFError, OSError):
                        worker.process.join()
                        reason = f"the parser ended ({_ended(worker.process.exitcode)})"
                    else:
                        self.on_facts(shown, seconds)
                        yield worker.file, facts
                        self._idle.append(worker)
                elif time.monotonic() >= worker.deadline:
                    reason = "the parser did not come to an end"
                else:
                    continue
                busy.remove(worker)
                if reason is not None:
                    _end(worker)
                    yield worker.file, Unparsable(shown, 1, 1, reason)

    def _give(self, files: Sequence[File], place: int) -> _Worker:
        """Give a file to a worker that waits for one, or to a new one."""
        while True:
            worker = self._idle.pop() if self._idle else self._started()
            data = files[place][1]
            try:
                worker.connection.send(files[place])
            except OSError:
                _end(worker)  # It died while it had nothing to do.
                continue
            worker.file = place
            allowed = self.seconds + len(data) / 1e6 * _SECONDS_A_MEGABYTE
            worker.deadline = time.monotonic() + allowed
            return worker

    def _started(self) -> _Worker:
        import multiprocessing  # a run that needs no workers need not wait for it

        ours, theirs = multiprocessing.Pipe()
        process: BaseProcess
        # A forked process has what is imported already; elsewhere it has to start anew.
        if sys.platform.startswith("linux"):
            process = multiprocessing.get_context("fork").Process(
                target=_work, args=(theirs,), daemon=True
            )
        else:
            process = multiprocessing.get_context("spawn").Process(
                target=_work, args=(theirs,), daemon=True
            )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def close(self) -> None:
        """End all processes."""
        while self._idle:
            _end(self._idle.pop())


def _work(connection: Connection) -> None:
    """Make the facts of files that come in, until there are no more."""
    import gc

    import clb_migrate.analysis.lowering  # noqa: F401  # so that no file seems to take as long
    from clb_migrate.analysis.facts import lowered

    # The one who started us is interrupted, not we; and trees leave nothing to collect.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    while True:
        try:
            shown, data = connection.recv()
        except (EOFError, OSError):
            return
        begin = time.perf_counter()
        facts = lowered(shown, data)
        connection.send((time.perf_counter() - begin, facts))


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.kill()
    worker.process.join()


def _ended(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
