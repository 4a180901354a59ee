"""Work shared by several processes: the same comes of it, whatever happens to any of them."""

from __future__ import annotations

import os
import time

import pytest

from clb_migrate.source import sharing
from clb_migrate.source.sharing import MOST_PARTS, all_parts, parts_of

PARTS = 40
RESULTS = {part: b"%d," % part * 10_000 for part in range(PARTS)}
"""More than a pipe holds."""

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")


def test_parts_hold_every_file_once() -> None:
    parts = parts_of(1000, 256)
    assert [number for part in parts for number in part] == list(range(1000))
    assert {len(part) for part in parts[:-1]} == {256}
    assert parts_of(0, 256) == []


def test_there_are_never_too_many_parts_for_a_pipe() -> None:
    assert len(parts_of(10_000_000, 256)) <= MOST_PARTS


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_any_number_of_processes_does_the_same(jobs: int) -> None:
    assert all_parts(PARTS, RESULTS.__getitem__, jobs) == RESULTS


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_work_ends_soon_after_what_is_enough(jobs: int) -> None:
    def work(part: int) -> bytes:
        time.sleep(0.002)
        return b"enough" if part == 3 else b""

    found = all_parts(1000, work, jobs, bool)
    assert found[3] == b"enough"
    assert len(found) < 1000


@forks
def test_what_a_dead_process_did_not_tell_is_done_again() -> None:
    here = os.getpid()

    def work(part: int) -> bytes:
        if os.getpid() != here:
            os._exit(9)
        return RESULTS[part]

    assert all_parts(PARTS, work, 3) == RESULTS


@forks
def test_a_process_that_does_not_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def work(part: int) -> bytes:
        time.sleep(0.01 if os.getpid() == here else 600)
        return RESULTS[part]

    monkeypatch.setattr(sharing, "_PATIENCE", 0.2)
    assert all_parts(PARTS, work, 3) == RESULTS


@forks
def test_an_error_here_is_raised_and_leaves_no_process() -> None:
    here = os.getpid()

    def work(part: int) -> bytes:
        if os.getpid() == here:
            raise KeyError(part)
        time.sleep(0.05)
        return RESULTS[part]

    with pytest.raises(KeyError):
        all_parts(PARTS, work, 3)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
