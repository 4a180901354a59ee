"""Every example below `fires` and `silent`, one case each; see `runner` for the markers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples.runner import EXAMPLES, example_paths, load_example, name_of, problems_of

FOLDERS = ("fires", "silent")
PATHS = [
    path
    for name in FOLDERS
    if (EXAMPLES / name).is_dir()
    for path in example_paths(EXAMPLES / name)
]


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_example(path: Path) -> None:
    assert problems_of(load_example(path)) == []


def test_there_are_enough_examples_that_fire() -> None:
    firing = [path for path in PATHS if load_example(path).expectations]
    assert len(firing) >= 90


def test_every_rule_for_python_code_fires_somewhere() -> None:
    rules = {wanted.rule for path in PATHS for wanted in load_example(path).expectations}
    assert rules >= {
        *("CLB101", "CLB102", "CLB103", "CLB104", "CLB105"),
        *("CLB201", "CLB202", "CLB203", "CLB204", "CLB205", "CLB206"),
    }
