"""A project shows the same whatever is read first, and whatever is parsed besides.

The examples are analysed with all their files. A run parses only those that a legacy value can
reach, from whatever folder it is started, and must say the same.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from clb_migrate.analysis import analyse_project
from clb_migrate.analysis.project import File, Project
from clb_migrate.checks.base import all_checks
from clb_migrate.findings import Certainty, Finding
from clb_migrate.run import Settings, check
from clb_migrate.source.read import Source
from tests.examples.runner import findings_in, load_example, shipped_rules
from tests.projects.test_projects import name, projects

ALL = [*projects("fires"), *projects("silent")]


def shown(findings: Sequence[Finding], root: Path, *, trails: bool = True) -> list[str]:
    """What findings say, with their paths below `root`."""

    def below(path: str) -> str:
        return path.rpartition(f"{root.name}/")[2] if f"{root.name}/" in path else path

    return sorted(
        " ".join(
            [
                finding.rule,
                finding.certainty.label,
                finding.message,
                *(
                    f"{below(place.path)}:{place.span.line}:{place.span.column}"
                    for place in (
                        finding.location,
                        *(step.location for step in finding.trail if trails),
                    )
                ),
            ]
        )
        for finding in findings
    )


def backwards(sources: Sequence[Source]) -> list[Finding]:
    """Return the findings of a project whose files are taken in the wrong order."""
    files = [File(source.path, f"/{source.path}") for source in sources][::-1]
    data = [source.data for source in sources][::-1]
    project = Project(files, range(len(files)), data.__getitem__)
    observations = analyse_project(project, shipped_rules())
    return [
        finding
        for each in all_checks()
        if each.rule.default
        for finding in each.run(observations, shipped_rules())
        if finding.certainty >= Certainty.LIKELY
    ]


@pytest.mark.parametrize("path", ALL, ids=name)
def test_the_order_of_files_does_not_matter(path: Path) -> None:
    sources = load_example(path).sources
    expected = shown(findings_in(sources), path, trails=False)
    # Of several trails that show the same, another one may be met first.
    assert shown(backwards(sources), path, trails=False) == expected


@pytest.mark.parametrize("path", ALL, ids=name)
def test_parsing_only_what_is_needed_shows_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    expected = shown(findings_in(load_example(path).sources), path)
    report = check([path.name], Settings(), shipped_rules())
    python = [f for f in report.findings if f.location.path.endswith(".py") and f.rule != "CLB207"]
    assert shown(python, path) == expected


@pytest.mark.parametrize("path", projects("fires"), ids=name)
def test_nor_does_the_folder_a_run_is_started_from(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = []
    inner = max((Path(folder) for folder, _, _ in os.walk(path)), key=lambda f: len(f.parts))
    for folder in (path.parent, path, inner, path.parent.parent):
        monkeypatch.chdir(folder)
        report = check([os.path.relpath(path)], Settings(), shipped_rules())
        results.append([(f.rule, f.location.span, f.message) for f in report.findings])
    assert all(sorted(map(str, each)) == sorted(map(str, results[0])) for each in results)
