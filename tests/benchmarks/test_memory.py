"""The memory of a process counts with that of its children."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks.commands import Command
from tests.benchmarks.memory import can_measure, family, peak, proportional_share


def test_children_are_found_and_shares_read(tmp_path: Path) -> None:
    for process, children in ((1, "2 3 "), (2, "4"), (4, "")):
        task = tmp_path / str(process) / "task" / str(process)
        task.mkdir(parents=True)
        (task / "children").write_text(children)
    (tmp_path / "1" / "smaps_rollup").write_text("Rss:  90 kB\nPss:  7 kB\nPss_Dirty:  5 kB\n")
    assert family(1, tmp_path) == [1, 2, 3, 4]
    assert proportional_share(1, tmp_path) == 7 * 1024
    assert proportional_share(9, tmp_path) == 0


@pytest.mark.skipif(not can_measure(), reason="needs /proc/PID/smaps_rollup")
def test_a_peak_holds_what_a_child_takes() -> None:
    child = "b = bytearray(60_000_000); import time; time.sleep(0.3)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', {child!r}])"
    command = Command("parent", (sys.executable, "-I", "-c", parent))
    assert 60e6 < peak(command, 30) < 160e6
