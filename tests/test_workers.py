"""Facts made in several processes are the same, and a bad file costs no other."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from clb_migrate.analysis.facts import Facts, lowered_here
from clb_migrate.analysis.lowering import lower
from clb_migrate.analysis.program import Program, Unparsable
from clb_migrate.workers import FEWEST, Workers

FILES = [(f"m{n}.py", f"x = {n}\ndef f(a):\n    return a + x\n".encode()) for n in range(FEWEST)]


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(2, seconds=1.0)
    yield made
    made.close()


def test_they_are_the_same_as_in_one_process(workers: Workers) -> None:
    for _ in range(2):
        assert workers.facts(FILES) == lowered_here(FILES)


def test_a_file_that_cannot_be_parsed_is_told(workers: Workers) -> None:
    facts = workers.facts([*FILES, ("bad.py", b"def (:\n")])
    assert facts[:-1] == lowered_here(FILES)
    assert isinstance(facts[-1], Unparsable)


def test_a_process_that_dies_costs_one_file(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(shown: str, data: bytes) -> Facts:
        if shown == "m3.py":
            os.kill(os.getpid(), signal.SIGKILL)
        return lower(shown, data)

    monkeypatch.setattr("clb_migrate.analysis.lowering.lower", dies)
    facts = workers.facts(FILES)
    assert [isinstance(each, Program) for each in facts].count(False) == 1
    assert facts[3] == Unparsable("m3.py", 1, 1, "the parser ended (SIGKILL)")


def test_a_process_that_hangs_costs_one_file(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hangs(shown: str, data: bytes) -> Facts:
        if shown == "m5.py":
            time.sleep(60)
        return lower(shown, data)

    monkeypatch.setattr("clb_migrate.analysis.lowering.lower", hangs)
    begin = time.monotonic()
    facts = workers.facts(FILES)
    assert time.monotonic() - begin < 20
    assert facts[5] == Unparsable("m5.py", 1, 1, "the parser did not come to an end")
    assert sum(isinstance(each, Program) for each in facts) == len(FILES) - 1


def test_whatever_the_parser_raises_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        pass

    def panics(shown: str, data: bytes) -> Facts:
        raise Panic(f"no {shown}\nof {len(data)}")

    monkeypatch.setattr("clb_migrate.analysis.lowering.lower", panics)
    (facts,) = lowered_here([("a.py", b"x")])
    assert isinstance(facts, Unparsable)
    assert facts.reason == "internal error, please report it: Panic: no a.py of 1"
