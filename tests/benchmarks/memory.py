"""How much memory a command takes, with all processes it starts, at its peak.

Sums the proportional share (PSS) of all of them again and again while it runs: memory that they
share is counted once, and what only some process maps counts in proportion. Linux only.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from time import monotonic

from tests.benchmarks.commands import Command, end, start
from tests.benchmarks.errors import BenchmarkError

PROCESSES = Path("/proc")
INTERVAL = 0.005


def can_measure() -> bool:
    """Tell whether this system shows the proportional share of memory."""
    return (PROCESSES / "self" / "smaps_rollup").exists()


def peak(command: Command, seconds: float) -> int:
    """Run a command and return its peak in bytes; raises `BenchmarkError` when it cannot run."""
    process = start(command, subprocess.DEVNULL, subprocess.DEVNULL)
    highest = 0
    until = monotonic() + seconds
    try:
        while True:
            highest = max(highest, sum(map(proportional_share, family(process.pid))))
            try:
                code = process.wait(INTERVAL)
            except subprocess.TimeoutExpired:
                if monotonic() > until:
                    return highest
                continue
            if code not in command.exit_codes:
                raise BenchmarkError(f"{command.label} ended with {code}")
            return highest
    finally:
        end(process)


def family(process: int, processes: Path = PROCESSES) -> list[int]:
    """Return a process and all that descend from it, as far as they still live."""
    found = [process]
    for each in found:
        for children in (processes / str(each)).glob("task/*/children"):
            try:
                found.extend(map(int, children.read_text(encoding="ascii").split()))
            except OSError:
                continue
    return found


def proportional_share(process: int, processes: Path = PROCESSES) -> int:
    """Return the bytes a process accounts for; 0 when it has ended."""
    try:
        lines = (processes / str(process) / "smaps_rollup").read_text(encoding="ascii").split("\n")
    except OSError:
        return 0
    kilobytes = (line.split()[1] for line in lines if line.startswith("Pss:"))
    return int(next(kilobytes, "0")) * 1024
