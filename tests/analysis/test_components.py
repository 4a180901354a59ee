"""What is found in a folder does not depend on what is checked beside it."""

from __future__ import annotations

from pathlib import Path

from clb_migrate.analysis.components import components
from clb_migrate.analysis.lowering import lower
from clb_migrate.analysis.program import Program
from clb_migrate.run import Settings, check
from clb_migrate.table.load import load_rules

TESTS = Path(__file__).parent.parent


def program(path: str, text: str) -> Program:
    lowered = lower(path, text.encode())
    assert isinstance(lowered, Program)
    return lowered


def test_only_what_imports_connect_is_linked() -> None:
    programs = [
        program("a/cloud.py", "import json\n"),
        program("a/main.py", "from cloud import fetch\n"),
        program("b/main.py", "import requests\nname = 'cloud'\n"),
        program("b/late.py", "from importlib import import_module\nimport_module('main')\n"),
        program("b/requests.py", ""),
    ]
    groups = components(programs, {"requests", "json"}.__contains__)
    assert [[each.path for each in group] for group in groups] == [
        ["a/cloud.py", "a/main.py"],
        ["b/main.py", "b/late.py", "b/requests.py"],
    ]


def test_the_sample_is_the_same_alone_and_among_others() -> None:
    rules = load_rules()
    sample, others = str(TESTS / "sample"), str(TESTS / "examples" / "fires")
    alone = check([sample], Settings(), rules).findings
    among = check([sample, others], Settings(), rules).findings
    assert len(alone) > 60
    assert [f for f in among if "/sample/" in f.location.path] == list(alone)
