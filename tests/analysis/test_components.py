"""What is found in a folder does not depend on what is checked beside it."""

from __future__ import annotations

from pathlib import Path

from clb_migrate.analysis.components import components
from clb_migrate.analysis.lowering import lower
from clb_migrate.analysis.modules import ModuleIndex
from clb_migrate.analysis.program import Program
from clb_migrate.run import Settings, check
from clb_migrate.table.load import load_rules

TESTS = Path(__file__).parent.parent


def program(path: str, text: str) -> Program:
    lowered = lower(path, text.encode())
    assert isinstance(lowered, Program)
    return lowered


def groups_of(*files: tuple[str, str]) -> list[list[str]]:
    paths = [path for path, _ in files]
    index = ModuleIndex(paths, {"requests", "json"}.__contains__)
    programs = {place: program(path, text) for place, (path, text) in enumerate(files) if text}
    return [[paths[place] for place in group] for group in components(programs, index)]


def test_only_what_imports_connect_is_linked() -> None:
    assert groups_of(
        ("a/cloud.py", "import json\n"),
        ("a/main.py", "from cloud import fetch\n"),
        ("b/main.py", "import requests\nname = 'cloud'\n"),
        ("b/late.py", "from importlib import import_module\nimport_module('main')\n"),
        ("b/requests.py", "x = 1\n"),
    ) == [["a/cloud.py", "a/main.py"], ["b/main.py", "b/late.py", "b/requests.py"]]


def test_a_module_that_two_import_connects_them_even_if_it_takes_no_part_yet() -> None:
    assert groups_of(
        ("a/one.py", "from shared import store\n"),
        ("a/other.py", "import shared\n"),
        ("a/shared.py", ""),
        ("a/third.py", "import json\n"),
    ) == [["a/one.py", "a/other.py"], ["a/third.py"]]


def test_the_sample_is_the_same_alone_and_among_others() -> None:
    rules = load_rules()
    sample, others = str(TESTS / "sample"), str(TESTS / "examples" / "fires")
    alone = check([sample], Settings(), rules).findings
    among = check([sample, others], Settings(), rules).findings
    assert len(alone) > 60
    assert [f for f in among if "/sample/" in f.location.path] == list(alone)
