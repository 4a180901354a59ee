"""What is known of a file holds as long as the file is what it was, and no longer."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from clb_migrate import gathering, unchanged
from clb_migrate.cache import Cache
from clb_migrate.findings import Certainty
from clb_migrate.run import Report, Settings, check
from clb_migrate.source import screening
from clb_migrate.source.discover import Candidate
from clb_migrate.source.triage import Triage
from clb_migrate.table.load import load_rules

RULES = load_rules()
CLOUD = """\
import json
from QcloudApi.qcloudapi import QcloudApi

def listed():
    return json.loads(QcloudApi("lb", {}).call("DescribeLoadBalancers", {}))
"""
VIEW = """\
import cloud

def view():
    return cloud.listed()["code"] == 4100
"""
OTHER = VIEW.replace("cloud", "cloth")
"""As long as the view, and of no interest."""


@pytest.fixture(autouse=True)
def _keep_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is known of few files, and of those that were written just now."""
    monkeypatch.setattr(gathering, "_MANY", 1)
    monkeypatch.setattr(unchanged, "_MARGIN", -(10**12))


class Project:
    """A project of three files, of which the run before is known."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = Cache(str(folder / ".kept"))
        self.read: list[str] = []
        self.write("cloud.py", CLOUD)
        self.write("view.py", VIEW)
        self.write("clean.py", "x = 1\n")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)
        time.sleep(0.02)  # file systems count time in steps

    def check(self, certainty: Certainty = Certainty.LIKELY) -> Report:
        self.cache = Cache(self.cache.folder)
        settings = Settings(certainty=certainty)
        return check([str(self.folder)], settings, RULES, cache=self.cache)

    def files_with_findings(self) -> list[str]:
        found = self.check().findings
        plain = check([str(self.folder)], Settings(), RULES).findings
        assert found == plain
        return sorted({os.path.basename(finding.location.path) for finding in found})


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def screened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that triage had to look at."""
    found: list[str] = []

    def screen(files: list[Candidate], triage: Triage, *more: Any) -> list[int]:
        found.extend(os.path.basename(file.path) for file in files)
        return screening.screen(files, triage, *more)

    monkeypatch.setattr(gathering, "screen", screen)
    return found


def test_what_is_known_to_be_clean_is_not_looked_at_again(
    project: Project, screened: list[str]
) -> None:
    assert project.check() == project.check()
    assert sorted(screened) == ["clean.py", "cloud.py", "cloud.py", "view.py"]


def test_a_clean_file_may_take_part_all_the_same(project: Project) -> None:
    for _ in range(3):
        assert project.files_with_findings() == ["cloud.py", "view.py"]


@pytest.mark.parametrize("keeps_its_time", [False, True])
def test_a_file_that_imports_something_else_now(project: Project, keeps_its_time: bool) -> None:
    project.write("view.py", OTHER)
    assert project.files_with_findings() == ["cloud.py"]
    view = project.folder / "view.py"
    times = view.stat()
    project.write("view.py", VIEW)
    if keeps_its_time:
        os.utime(view, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert project.files_with_findings() == ["cloud.py", "view.py"]


def test_a_file_that_became_legacy(project: Project) -> None:
    project.check()
    project.write("clean.py", CLOUD)
    assert project.files_with_findings() == ["clean.py", "cloud.py", "view.py"]


def test_a_file_put_in_the_place_of_another(project: Project) -> None:
    project.check()
    project.write("new", "y = 1\n" + CLOUD)
    os.replace(project.folder / "new", project.folder / "clean.py")
    assert project.files_with_findings() == ["clean.py", "cloud.py", "view.py"]


def test_files_that_came_and_went(project: Project) -> None:
    project.check()
    project.write("other.py", VIEW)
    (project.folder / "view.py").unlink()
    assert project.files_with_findings() == ["cloud.py", "other.py"]


def test_a_file_that_cannot_be_read_any_more(project: Project) -> None:
    project.check()
    project.write("clean.py", "x = 1\0\n")
    assert project.files_with_findings() == ["clean.py", "cloud.py", "view.py"]


def test_other_words_looked_for(project: Project, screened: list[str]) -> None:
    project.check()
    screened.clear()
    known = unchanged.Unchanged(
        project.cache, [str(project.folder)], Triage.of(RULES, Certainty.CERTAIN)
    )
    path = str(project.folder / "clean.py")
    file = Candidate(path, "clean.py", python=True, dependency=False, named=False)
    assert [*known.clean([file])] == [True]
    wide = Triage.of(RULES, Certainty.POSSIBLE)
    other = unchanged.Unchanged(project.cache, [str(project.folder)], wide)
    assert [*other.clean([file])] == [False]


def test_what_was_spoilt_is_found_out_anew(project: Project) -> None:
    project.check()
    for folder, _, names in os.walk(project.cache.folder):
        for name in names:
            path = Path(folder, name)
            path.write_bytes(path.read_bytes()[:-3])
    assert project.files_with_findings() == ["cloud.py", "view.py"]


def test_what_changed_just_now_is_not_kept(
    project: Project, screened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "_MARGIN", 10**12)
    assert project.check() == project.check()
    assert screened.count("clean.py") == 2
