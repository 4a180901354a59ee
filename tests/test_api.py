"""The library: bytes in, values out; no file is read or written."""

from __future__ import annotations

from pathlib import Path

import pytest

from clb_migrate import api
from clb_migrate.analysis.project import Project
from clb_migrate.fixes import planning
from clb_migrate.fixes.results import FileChange, Options, Planned
from clb_migrate.run import Settings, check
from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Rules
from clb_migrate.withholding import TextOf

CLIENT = b"""\
import json
from QcloudApi.qcloudapi import QcloudApi

def fetch():
    return json.loads(QcloudApi("lb", {}).call("DescribeLoadBalancers", {}))
"""
USER = b"""\
from app.client import fetch

if fetch()["code"] == 4104:
    print("wrong key")
"""
FILES = {
    "app/__init__.py": b"",
    "app/client.py": CLIENT,
    "app/main.py": USER,
    "notes.md": b"4104",
    "requirements.txt": b"qcloudapi-sdk-python\n",
}


def places(findings: tuple[api.Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.location.path, finding.rule) for finding in findings}


def test_check() -> None:
    report = api.check(FILES)
    assert places(report.findings) == {
        ("app/client.py", "CLB202"),
        ("app/client.py", "CLB203"),
        ("app/client.py", "CLB204"),
        ("app/main.py", "CLB101"),
        ("requirements.txt", "CLB207"),
    }
    assert report.texts["app/main.py"] == USER.decode()


def test_it_is_what_a_check_of_the_same_files_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    assert check(["."], Settings(), load_rules()).findings == api.check(FILES).findings


def test_no_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "client.py").write_text("def fetch(): return {}\n")
    found = api.check({"app/main.py": USER, "other.py": CLIENT}).findings
    assert ("app/main.py", "CLB101") not in places(found)


def test_options() -> None:
    assert places(api.check(FILES, select=["CLB101"]).findings) == {("app/main.py", "CLB101")}
    assert not api.check(FILES, ignore=["ALL"]).findings
    code = {"a.py": b"def f(code):\n    return code == 4100\n"}
    assert not api.check(code).findings
    assert api.check(code, certainty=api.Certainty.POSSIBLE).findings
    told = {"a.py": b"from vendor.x import ask\nask()['code'] == 4100\n"}
    assert not api.check(told).findings
    assert api.check(told, sources={"vendor.x.ask()": "legacy response"}).findings


def test_what_cannot_be_asked() -> None:
    with pytest.raises(api.UserError, match="unknown rule"):
        api.check({}, select=["CLB999"])
    with pytest.raises(api.UserError, match="sources: 'x' names no module"):
        api.fix({}, sources={"x": "legacy response"})


def test_a_broken_file_is_a_finding() -> None:
    report = api.check({"a.py": b"import QcloudApi\nf(\n", "b.py": b"f(\n", "c.py": b"'\xe9'"})
    assert {("a.py", "CLB901"), ("c.py", "CLB901")} <= places(report.findings)


class TestFix:
    @pytest.fixture(autouse=True)
    def _plan(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def plan(project: Project, _rules: Rules, options: Options, _text: TextOf) -> Planned:
            changes = []
            for index, file in enumerate(project.files):
                before = project.read(index) or b""
                if before in (CLIENT, USER) and options.unsafe:
                    after = b"# %d\n" % len(before)
                    changes.append(FileChange(file.place, file.shown, before, after))
            return Planned(tuple(changes), packages=("tencentcloud-sdk-python-common",))

        monkeypatch.setattr(planning, "plan", plan)

    def test_all_of_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        migration = api.fix(FILES, unsafe=True)
        assert [change.shown for change in migration.changes] == [
            "app/client.py",
            "app/main.py",
            "requirements.txt",
        ]
        assert [change.before for change in migration.changes] == [
            CLIENT,
            USER,
            FILES["requirements.txt"],
        ]
        assert b"qcloudapi" not in migration.changes[-1].after
        assert migration.left == ()
        assert [*tmp_path.iterdir()] == []

    def test_what_is_left(self) -> None:
        migration = api.fix(FILES)
        assert migration.changes == ()
        assert migration.left == api.check(FILES).findings

    def test_nothing_to_do(self) -> None:
        assert api.fix({"a.py": b"x = 1\n"}) == api.Migration(scanned=1)
