"""The garbage collector rests during an analysis, and nothing is left for it to find."""

from __future__ import annotations

import gc

import pytest

from clb_migrate import api
from clb_migrate.analysis.collecting import not_collecting
from clb_migrate.analysis.solver import Solver
from tests.output.reports import CODE


def test_it_is_off_within_and_on_after() -> None:
    with not_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with not_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_it_is_on_after_an_error() -> None:
    with pytest.raises(KeyError), not_collecting():
        raise KeyError
    assert gc.isenabled()


def test_an_analysis_lets_go_of_what_it_knew() -> None:
    gc.collect()
    gc.disable()
    try:
        assert api.check({"app.py": CODE.encode()}).findings
        solvers = [each for each in gc.get_objects() if isinstance(each, Solver)]
        assert not any(vars(each) for each in solvers)
    finally:
        gc.enable()
