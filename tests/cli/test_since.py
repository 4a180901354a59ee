"""`check --since REV`: the project is looked at as a whole, and only what changed is told."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.test_baseline import LEGACY


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a legacy file in its first commit."""
    monkeypatch.setenv("CLB_MIGRATE_CACHE_DIR", str(tree.parent / "cache"))
    git(tree, "init", "--initial-branch", "main")
    (tree / "src").mkdir()
    (tree / "src" / "app.py").write_text(LEGACY)
    git(tree, "add", ".")
    git(tree, "commit", "-m", "first")
    return tree


def told(command: Command, *arguments: str) -> list[str]:
    """Return path, line and rule of what is reported."""
    result = command("check", "--output-format", "json", *arguments)
    assert result.exit_code in (0, 1), result.stderr
    return [f"{each['path']}:{each['line']} {each['rule']}" for each in json.loads(result.stdout)]


@pytest.mark.usefixtures("repository")
def test_nothing_changed(command: Command) -> None:
    assert told(command, "--since", "HEAD") == []
    assert len(told(command)) == 8


def test_a_changed_line(repository: Path, command: Command) -> None:
    (repository / "src" / "app.py").write_text("# new\n" + LEGACY.replace("4100", "4104", 1))
    assert told(command, "--since", "HEAD") == ["src/app.py:8 CLB101"]
    git(repository, "commit", "-a", "-m", "second")
    assert told(command, "--since", "HEAD") == []
    assert told(command, "--since", "HEAD~1") == ["src/app.py:8 CLB101"]


def test_lines_that_only_went_are_no_change_of_others(repository: Path, command: Command) -> None:
    (repository / "src" / "app.py").write_text(
        LEGACY.replace("        raise PermissionError\n", "")
    )
    assert told(command, "--since", "HEAD") == []


def test_a_change_within_a_call_of_several_lines(repository: Path, command: Command) -> None:
    path = repository / "src" / "app.py"
    long = LEGACY.replace(
        'call("DescribeLoadBalancers", params)',
        'call(\n        "DescribeLoadBalancers",\n        params,\n    )',
    )
    path.write_text(long)
    git(repository, "commit", "-a", "-m", "long")
    path.write_text(long.replace("        params,\n", "        dict(params),\n"))
    assert "src/app.py:6 CLB204" in told(command, "--since", "HEAD")


@pytest.mark.parametrize("name", ["new.py", "with space.py", 'quo"te.py', "größe\t文.py", "-x.py"])
def test_a_new_file(repository: Path, command: Command, name: str) -> None:
    (repository / name).write_text(LEGACY)
    assert len(told(command, "--since", "HEAD")) == 8
    git(repository, "add", "--", name)
    assert len(told(command, "--since", "HEAD")) == 8
    git(repository, "commit", "-m", "new")
    assert told(command, "--since", "HEAD") == []
    assert len(told(command, "--since", "HEAD~1")) == 8


def test_a_renamed_file_is_what_it_was(repository: Path, command: Command) -> None:
    git(repository, "mv", "src/app.py", "src/größe 2.py")
    assert told(command, "--since", "HEAD") == []
    path = repository / "src" / "größe 2.py"
    path.write_text(LEGACY.replace("4100", "4104", 1))
    assert [each.split(" ")[-1] for each in told(command, "--since", "HEAD")] == ["CLB101"]


def test_a_branch_and_what_it_left(repository: Path, command: Command) -> None:
    git(repository, "checkout", "-b", "topic")
    (repository / "src" / "new.py").write_text(LEGACY)
    git(repository, "add", ".")
    git(repository, "commit", "-m", "topic")
    git(repository, "checkout", "main")
    (repository / "src" / "app.py").write_text(LEGACY.replace("4100", "4104"))
    git(repository, "commit", "-a", "-m", "meanwhile")
    git(repository, "checkout", "topic")
    since_main = told(command, "--since", "main")
    assert any(each.startswith("src/app.py") for each in since_main)
    branched = told(command, "--since", "main...")
    assert len(branched) == 8
    assert all(each.startswith("src/new.py") for each in branched)


def test_what_is_not_told_is_analysed(repository: Path, command: Command) -> None:
    (repository / "view.py").write_text(
        "from src.app import listed\n\n\ndef view():\n    return listed({}, {})['code'] == 4105\n"
    )
    assert "view.py:5 CLB101" in told(command, "--since", "HEAD")


def test_from_a_folder_below_and_with_settings_that_change_what_git_prints(
    repository: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, value in (
        ("color.ui", "always"),
        ("diff.noprefix", "true"),
        ("diff.external", "false"),
        ("diff.context", "9"),
        ("diff.renames", "false"),
        ("core.quotepath", "true"),
        ("diff.relative", "true"),
        ("core.pager", "false"),
        ("diff.orderFile", "nowhere"),
        ("diff.interHunkContext", "50"),
    ):
        git(repository, "config", key, value)
    (repository / ".gitattributes").write_text("*.py -diff\n")
    changed = LEGACY.replace("4100", "4104", 1).replace('["code"] == 0', '["code"] == 4105')
    (repository / "src" / "app.py").write_text(changed)
    monkeypatch.chdir(repository / "src")
    assert told(command, "--since", "HEAD") == ["app.py:7 CLB101", "app.py:16 CLB101"]


@pytest.mark.usefixtures("repository")
def test_the_summary_counts_what_is_told(command: Command) -> None:
    result = command("check", "--since", "HEAD")
    assert result.exit_code == 0
    assert result.stdout == "All checks passed (1 file checked).\n"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:src", "", "nowhere..."])
def test_an_unknown_revision_is_told(command: Command, revision: str) -> None:
    result = command("check", f"--since={revision}")
    assert result.exit_code == 2
    assert "no revision" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("tree")
def test_no_repository_is_told(command: Command) -> None:
    result = command("check", "--since", "HEAD")
    assert result.exit_code == 2
    assert "is in no git repository" in result.stderr


def test_no_git_is_told(
    repository: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    result = command("check", "--since", "HEAD")
    assert result.exit_code == 2
    assert "git, which is not installed" in result.stderr


def test_a_repository_within_is_asked_about_what_is_in_it(
    repository: Path, command: Command
) -> None:
    inner = repository / "vendor" / "inner"
    inner.mkdir(parents=True)
    git(inner, "init", "--initial-branch", "main")
    (inner / "client.py").write_text(LEGACY)
    git(inner, "add", ".")
    git(inner, "commit", "-m", "inner")
    assert told(command, "--since", "HEAD") == []
    (inner / "client.py").write_text(LEGACY.replace("4100", "4104", 1))
    assert told(command, "--since", "HEAD") == ["vendor/inner/client.py:7 CLB101"]
    git(repository, "commit", "--allow-empty", "-m", "second")
    result = command("check", "--since", "HEAD~1")
    assert result.exit_code == 2
    assert "git knows no revision 'HEAD~1'" in result.stderr
    assert "--exclude" in result.stderr
    assert told(command, "--since", "HEAD~1", "--exclude", "vendor") == []


def test_several_repositories_each_know_their_own(repository: Path, command: Command) -> None:
    for name in ("one", "two"):
        (repository / name).mkdir()
        git(repository / name, "init", "--initial-branch", "main")
        (repository / name / "client.py").write_text(LEGACY)
        git(repository / name, "add", ".")
        git(repository / name, "commit", "-m", "first")
    (repository / "two" / "client.py").write_text(LEGACY.replace("4100", "4104", 1))
    assert told(command, "--since", "HEAD", "one", "two") == ["two/client.py:7 CLB101"]


def test_a_line_that_ends_for_python_alone_is_no_reason_for_silence(
    repository: Path, command: Command
) -> None:
    path = repository / "old.py"
    path.write_bytes(LEGACY.replace("\n", "\r").encode())
    git(repository, "add", ".")
    git(repository, "commit", "-m", "old")
    assert told(command, "--since", "HEAD") == []
    path.write_bytes(LEGACY.replace("4100", "4104", 1).replace("\n", "\r").encode())
    assert "old.py:7 CLB101" in told(command, "--since", "HEAD")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["nowhere/app.py"], "no such file or folder: 'nowhere/app.py'"),
        (["-"], "--since is for files"),
        (["--since", "main..HEAD"], "takes one revision"),
        (["--since", "main...HEAD"], "takes one revision"),
    ],
)
def test_other_mistakes_are_told(command: Command, arguments: list[str], expected: str) -> None:
    result = command("check", "--since", "HEAD", *arguments)
    assert result.exit_code == 2
    assert expected in result.stderr
    assert result.stderr.count("\n") == 1
