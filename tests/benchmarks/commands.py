"""Starting a command as a user would, and how long it takes from start to exit."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Timer
from time import perf_counter

from tests.benchmarks.errors import BenchmarkError
from tests.benchmarks.samples import Samples


@dataclass(frozen=True, slots=True)
class Command:
    """A command line to measure, under the name that the report gives it."""

    label: str
    line: tuple[str, ...]
    folder: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    exit_codes: frozenset[int] = frozenset({0, 1})
    """Those of a run that did its work."""
    emptied: Path | None = None
    """A folder that is deleted before each run, such as a cache."""
    long: bool = False
    """Whether it takes minutes: it is not warmed up, and runs less often."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often to run, and how long to wait."""

    runs: int
    long_runs: int = 1
    seconds: float = 3600.0


@dataclass(frozen=True, slots=True)
class Run:
    """How one run went."""

    seconds: float
    cut_off: bool


def start(command: Command, output: int | None, errors: int | None) -> subprocess.Popen[bytes]:
    """Start a command in a session of its own; raises `BenchmarkError` when it cannot be."""
    if command.emptied is not None:
        shutil.rmtree(command.emptied, ignore_errors=True)
    environment = {**os.environ, **command.environment}
    # Users have compiled files; a command that may not write them would compile on each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        return subprocess.Popen(
            command.line,
            cwd=command.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
    except OSError as error:
        raise BenchmarkError(f"cannot start {command.line[0]}: {error.strerror}") from error


def run(command: Command, seconds: float) -> Run:
    """Run a command once; one that takes longer than `seconds` is ended.

    Raises `BenchmarkError` when it cannot be started, or says that it could not do its work.
    """
    # Into files: some tools notice when nobody reads what they print.
    with TemporaryFile() as output, TemporaryFile() as errors:
        too_long = Event()
        begin = perf_counter()
        process = start(command, output.fileno(), errors.fileno())
        # Not wait(seconds): it looks only every 50 ms whether the process has ended.
        watch = Timer(seconds, _interrupt, (process, too_long))
        watch.start()
        try:
            code = process.wait()
            taken = perf_counter() - begin
        finally:
            watch.cancel()
            end(process)
        if too_long.is_set():
            return Run(taken, cut_off=True)
        if code not in command.exit_codes:
            errors.seek(0)
            output.seek(0)
            said = (errors.read() or output.read()).decode(errors="replace").strip()
            last = said.splitlines()[-1:] or ["it does not say why"]
            raise BenchmarkError(f"{command.label} ended with {code}: {last[0]}")
        return Run(taken, cut_off=False)


def _interrupt(process: subprocess.Popen[bytes], too_long: Event) -> None:
    too_long.set()
    process.kill()


def end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of a command, with the processes it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def alternate(
    commands: Sequence[Command], patience: Patience, tell: Callable[[str], None]
) -> tuple[dict[str, Samples], list[str]]:
    """Run commands in turn; return their seconds by label, and a line for each that failed.

    Each round runs every command once, and begins with another one, so that none always follows
    the same neighbour. A round before them, which is not counted, warms up.
    """
    taking_part = list(commands)
    seconds: dict[str, list[float]] = {}
    cut_off: set[str] = set()
    failures = []
    for turn in range(-1, patience.runs):
        for command in rotated(taking_part, max(turn, 0)):
            if command.long and not 0 <= turn < patience.long_runs:
                continue
            try:
                done = run(command, patience.seconds)
            except BenchmarkError as error:
                tell(f"  {error}")
                failures.append(str(error))
                taking_part.remove(command)
                seconds.pop(command.label, None)
                continue
            tell(f"  {command.label}: {done.seconds:.2f} s{' (warm-up)' if turn < 0 else ''}")
            if done.cut_off:
                cut_off.add(command.label)
                taking_part.remove(command)
            if turn >= 0 or done.cut_off:
                seconds.setdefault(command.label, []).append(done.seconds)
    measured = (each.label for each in commands if each.label in seconds)
    return {label: Samples(tuple(seconds[label]), label in cut_off) for label in measured}, failures


def rotated(commands: Sequence[Command], turn: int) -> list[Command]:
    """Return all commands, beginning with another one in each turn."""
    first = turn % len(commands) if commands else 0
    return [*commands[first:], *commands[:first]]
