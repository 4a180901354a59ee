"""`clb-migrate baseline`, and what check and fix make of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from clb_migrate.baseline import FILE
from tests.cli.conftest import Command
from tests.cli.test_process import run
from tests.test_baseline import LEGACY

NEW = LEGACY.replace("4100", "4104", 1)


@pytest.fixture
def app(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a legacy file, which is in a baseline."""
    monkeypatch.setenv("CLB_MIGRATE_CACHE_DIR", str(tree.parent / "cache"))
    (tree / "src").mkdir()
    (tree / "src" / "app.py").write_text(LEGACY)
    return tree


def test_only_what_is_new_is_reported(app: Path, command: Command) -> None:
    first = command("baseline")
    assert first.exit_code == 0
    assert first.stdout == f"{FILE}: 8 findings (8 added, 0 gone)\n"
    again = command("check")
    assert again.exit_code == 0
    assert again.stdout == "All checks passed (1 file checked, 8 in the baseline).\n"
    (app / "src" / "app.py").write_text("\n\n" + NEW)
    result = command("check", "--output-format", "concise")
    assert result.exit_code == 1
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["CLB101"]


def test_it_holds_wherever_a_run_is_started(
    app: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("baseline")
    assert command("check", "src/app.py").exit_code == 0
    assert command("check", str(app / "src")).exit_code == 0
    monkeypatch.chdir(app / "src")
    assert command("check").exit_code == 0
    assert command("check", "--no-baseline").exit_code == 1


def test_another_file_can_be_named(app: Path, command: Command) -> None:
    command("baseline", "--baseline", "src/known.json")
    assert not (app / FILE).exists()
    assert command("check").exit_code == 1
    assert command("check", "--baseline", "src/known.json").exit_code == 0


def test_what_is_gone_is_told_and_pruned(app: Path, command: Command) -> None:
    command("baseline")
    (app / "src" / "app.py").write_text(NEW)
    result = command("check")
    assert "1 finding of the baseline is gone" in result.stderr
    assert "clb-migrate baseline --prune" in result.stderr
    pruned = command("baseline", "--prune")
    assert pruned.stdout == f"{FILE}: 7 findings (0 added, 1 gone)\n"
    after = command("check")
    assert after.exit_code == 1
    assert "gone" not in after.stderr


def test_what_was_not_looked_at_is_not_gone(app: Path, command: Command) -> None:
    (app / "src" / "other.py").write_text(LEGACY)
    command("baseline")
    for arguments in (["src/app.py"], ["--select", "CLB2"], ["--exclude", "other.py"]):
        (app / "src" / "other.py").write_text("")
        assert "gone" not in command("check", *arguments, "src/app.py").stderr
    assert "0 gone" in command("baseline", "src/app.py").stdout
    assert "8 findings of the baseline are gone" in command("check").stderr


def test_a_deleted_file_is_gone(app: Path, command: Command) -> None:
    (app / "src" / "other.py").write_text(LEGACY)
    command("baseline")
    (app / "src" / "other.py").unlink()
    assert "8 findings of the baseline are gone" in command("check").stderr
    assert "gone" not in command("check", "src/app.py").stderr


def test_a_clean_project_is_told_what_is_gone(app: Path, command: Command) -> None:
    command("baseline")
    (app / "src" / "app.py").write_text("x = 1\n")
    result = run(app, "check", "src")
    assert result.stdout == "All checks passed (1 file checked).\n"
    assert "8 findings of the baseline are gone" in result.stderr


MIGRATABLE = """\
import json
from QcloudApi.qcloudapi import QcloudApi

config = {"Region": "ap-guangzhou", "secretId": "i", "secretKey": "k"}
service = QcloudApi("lb", config)
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": -1}))
if answer["code"] != 0:
    raise RuntimeError("not listed")
"""


def test_fix_leaves_what_is_in_it(app: Path, command: Command) -> None:
    path = app / "src" / "app.py"
    path.write_text(MIGRATABLE)
    command("baseline")
    kept = command("fix")
    assert path.read_text() == MIGRATABLE
    assert f"in the baseline {FILE}" in kept.stdout
    assert "--no-baseline" in kept.stdout
    command("fix", "--no-baseline")
    assert "QcloudApi" not in path.read_text()


def test_mistakes_are_told_in_one_line(app: Path, command: Command) -> None:
    for arguments, told in (
        (["check", "--baseline", "none.json"], "no such baseline: 'none.json'"),
        (["check", "--baseline", "a.json", "--no-baseline"], "exclude each other"),
        (["baseline", "--prune"], f"no such baseline: {FILE!r}"),
        (["baseline", "--baseline", "no/where.json"], "there is no folder"),
        (["baseline", "-"], "standard input has no baseline"),
    ):
        result = command(*arguments)
        assert result.exit_code == 2
        assert told in result.stderr
        assert result.stderr.count("\n") == 1
    (app / FILE).write_text("{")
    assert command("check").exit_code == 2


CLIENT = LEGACY.split("\n\n\ndef removed")[0].replace("answer", "found") + "\n"
VIEW = """\
from client import listed


def shown(config):
    answer = listed(config, {})
    if answer["code"] == 4100:
        raise PermissionError
"""


@pytest.fixture
def linked(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in which one file has findings because of what another one returns."""
    monkeypatch.setenv("CLB_MIGRATE_CACHE_DIR", str(tree.parent / "cache"))
    (tree / "client.py").write_text(CLIENT)
    (tree / "view.py").write_text(VIEW)
    return tree


def test_what_is_found_because_of_a_file_that_was_left_out_is_not_gone(
    linked: Path, command: Command
) -> None:
    command("baseline")
    before = (linked / FILE).read_text()
    assert '"view.py"' in before
    assert "gone" not in command("check", "view.py").stderr
    for arguments in ([], ["--prune"]):
        partial = command("baseline", *arguments, "view.py")
        assert "0 added, 0 gone" in partial.stdout
        assert "nothing is taken out" in partial.stderr
        assert (linked / FILE).read_text() == before
    assert "nothing is taken out" not in command("baseline", "client.py").stderr


def test_what_was_left_out_and_deleted_since_does_not_matter(
    linked: Path, command: Command
) -> None:
    command("baseline")
    (linked / "client.py").unlink()
    assert "1 finding of the baseline is gone" in command("check", "view.py").stderr
    assert "5 findings of the baseline are gone" in command("check").stderr


def test_the_way_to_prune_is_told_as_it_must_be_typed(app: Path, command: Command) -> None:
    command("baseline", "--baseline", "our known.json", "src")
    (app / "src" / "app.py").write_text(NEW)
    told = command("check", "--baseline", "our known.json", "src").stderr
    assert "`clb-migrate baseline --prune --baseline 'our known.json' src` takes" in told
    pruned = command("baseline", "--prune", "--baseline", "our known.json", "src")
    assert "(0 added, 1 gone)" in pruned.stdout
    assert "gone" not in command("check", "--baseline", "our known.json", "src").stderr


def test_of_files_elsewhere_it_is_written_where_it_is_found(
    app: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (app / "here").mkdir()
    monkeypatch.chdir(app / "here")
    assert command("baseline", "../src/app.py").exit_code == 0
    assert (app / "src" / FILE).exists()
    assert command("check", "../src").exit_code == 0


def test_the_way_out_of_a_broken_one_leads_out(app: Path, command: Command) -> None:
    (app / FILE).write_text("<<<<<<< ours\n")
    for name in ("check", "fix", "baseline"):
        broken = command(name)
        assert broken.exit_code == 2
        assert "restore it, or delete it" in broken.stderr
    (app / FILE).unlink()
    assert command("baseline").exit_code == 0


def test_people_can_read_it(app: Path, command: Command) -> None:
    text = LEGACY.replace("== 4100:", "== 4100:  # 未授权", 1)
    (app / "src" / "app.py").write_text(text, encoding="utf-8")
    command("baseline")
    assert "# 未授权" in (app / FILE).read_text(encoding="utf-8")


def test_a_link_to_the_project_is_the_project(app: Path, command: Command) -> None:
    (app / "link").symlink_to(app / "src", target_is_directory=True)
    command("baseline", "--baseline", "known.json", "src")
    assert command("check", "--baseline", "known.json", "link/app.py").exit_code == 0


LESS_SURE_FIRST = """\
import json
from QcloudApi.qcloudapi import QcloudApi

config = {"Region": "ap-guangzhou", "secretId": "i", "secretKey": "k"}


def listed(code):
    if code == 4100:
        raise PermissionError
    service = QcloudApi("lb", config)
    code = json.loads(service.call("DescribeLoadBalancers", {"forward": -1}))["code"]
    if code == 4100:
        raise PermissionError
"""


def test_fix_leaves_it_though_a_less_sure_place_before_it_is_alike(
    app: Path, command: Command
) -> None:
    path = app / "src" / "app.py"
    path.write_text(LESS_SURE_FIRST)
    command("baseline", "--select", "CLB101", "--min-confidence", "certain")
    command("fix")
    assert path.read_text() == LESS_SURE_FIRST
    command("fix", "--no-baseline")
    assert "QcloudApi" not in path.read_text()
