"""Commands run in turn; those that fail or take too long do not stop the others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks.commands import Command, Patience, alternate, rotated, run
from tests.benchmarks.errors import BenchmarkError


def python(label: str, code: str, *, long: bool = False, emptied: Path | None = None) -> Command:
    """Return a command that runs some Python."""
    return Command(label, (sys.executable, "-I", "-c", code), long=long, emptied=emptied)


def test_each_round_begins_with_another_command() -> None:
    commands = [python(label, "") for label in "abc"]
    assert ["".join(each.label for each in rotated(commands, turn)) for turn in range(4)] == [
        "abc",
        "bca",
        "cab",
        "abc",
    ]
    assert rotated([], 3) == []


def test_rounds_are_counted_after_a_warm_up(tmp_path: Path) -> None:
    mark = tmp_path / "marks"
    quick = python("quick", f"open({str(mark)!r}, 'a').write('q')")
    slow = python("slow", f"open({str(mark)!r}, 'a').write('s')", long=True)
    samples, failures = alternate([quick, slow], Patience(runs=2), lambda _: None)
    assert {label: len(each.values) for label, each in samples.items()} == {"quick": 2, "slow": 1}
    assert mark.read_text() == "qqsq"
    assert failures == []


def test_a_command_that_fails_is_left_out_and_told() -> None:
    broken = python("broken", "raise SystemExit('no such rule')")
    strange = python("strange", "import sys; print('bad option', file=sys.stderr); sys.exit(2)")
    samples, failures = alternate([python("good", ""), strange], Patience(1), lambda _: None)
    assert [*samples] == ["good"]
    assert failures == ["strange ended with 2: bad option"]
    # 1 is what linters end with when they found something.
    assert run(broken, 10).cut_off is False


def test_a_command_that_takes_too_long_is_ended() -> None:
    endless = python("endless", "import time; time.sleep(60)", long=True)
    samples, _ = alternate([endless], Patience(3, 3, seconds=0.3), lambda _: None)
    assert samples["endless"].cut_off
    assert len(samples["endless"].values) == 1
    assert samples["endless"].median < 30


def test_a_cache_is_emptied_before_each_run(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    code = f"import os; os.mkdir({str(cache)!r})"
    command = python("first", code, emptied=cache)
    for _ in range(2):
        run(command, 10)
    assert cache.is_dir()
    with pytest.raises(BenchmarkError, match="cannot start"):
        run(Command("none", (str(tmp_path / "nothing"),)), 10)
