"""Every project below `fires` and `silent`, one case each; `tests.examples.runner` has the markers.

A project is a folder whose Python files are analysed together. Those below `silent` are
look-alikes: what they hold of the legacy API is marked as everywhere, and many hold nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import pytest

from clb_migrate.findings import Finding
from tests.examples.runner import findings_in, load_example, name_of, problems_of

PROJECTS = Path(__file__).parent


def projects(kind: str) -> list[Path]:
    """The folders below `fires` or `silent` that hold Python files, in order."""
    folders = (PROJECTS / kind).glob("[!_.]*")
    return sorted(folder for folder in folders if folder.is_dir() and any(folder.rglob("*.py")))


def name(path: Path) -> str:
    return name_of(path, PROJECTS)


def told(findings: Iterable[Finding]) -> list[tuple[object, ...]]:
    """What the findings say, all places but not their folder."""
    return [
        (
            finding.rule,
            finding.certainty,
            finding.message,
            [
                (place.path.split("/")[-1], place.span)
                for place in (finding.location, *(step.location for step in finding.trail))
            ],
        )
        for finding in findings
    ]


@pytest.mark.parametrize("path", [*projects("fires"), *projects("silent")], ids=name)
def test_project(path: Path) -> None:
    assert problems_of(load_example(path)) == []


@pytest.mark.parametrize("path", projects("fires"), ids=name)
def test_a_project_that_fires_has_a_trail_from_module_to_module(path: Path) -> None:
    example = load_example(path)
    assert len(example.sources) >= 3
    assert any(wanted.path != file for wanted in example.expectations for file, _ in wanted.via)


@pytest.mark.parametrize("path", projects("fires"), ids=name)
def test_the_folder_from_which_the_tool_is_started_does_not_matter(path: Path) -> None:
    outside = load_example(path).sources
    inside = [
        dataclasses.replace(source, path=source.path.removeprefix(f"{path.name}/"))
        for source in outside
    ]
    assert told(findings_in(inside)) == told(findings_in(outside))
