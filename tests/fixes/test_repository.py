"""What git knows of files: only tracked ones with uncommitted changes are refused."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from clb_migrate.errors import UserError
from clb_migrate.fixes.repository import require_clean, uncommitted
from clb_migrate.fixes.results import FileChange

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *arguments: str) -> None:
    settings = {
        "user.name": "A Tester",
        "user.email": "tester@example.com",
        "commit.gpgsign": "false",
        "init.defaultBranch": "main",
        "protocol.file.allow": "always",
    }
    given = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    subprocess.run(
        ["git", *given, *arguments], cwd=folder, check=True, capture_output=True, env=environment
    )


def repository(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init")
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("old\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "first", "--allow-empty")
    return folder


def dirty(folder: Path, *names: str) -> list[str]:
    return uncommitted({(folder / name).as_posix(): name for name in names})


@pytest.fixture(autouse=True)
def _no_settings_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_a_committed_file(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py")
    assert dirty(top, "a.py") == []


def test_a_changed_file(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py", "b.py", "sub/c.py")
    (top / "a.py").write_text("mine\n")
    (top / "sub/c.py").write_text("mine\n")
    assert dirty(top, "a.py", "b.py", "sub/c.py") == ["a.py", "sub/c.py"]
    assert dirty(top, "b.py") == []


def test_a_staged_file(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py")
    (top / "a.py").write_text("mine\n")
    git(top, "add", "a.py")
    assert dirty(top, "a.py") == ["a.py"]
    # The working tree is as committed again, the index is not.
    (top / "a.py").write_text("old\n")
    assert dirty(top, "a.py") == ["a.py"]


def test_a_new_file_that_is_staged(tmp_path: Path) -> None:
    top = repository(tmp_path / "r")
    (top / "a.py").write_text("mine\n")
    git(top, "add", "a.py")
    assert dirty(top, "a.py") == ["a.py"]


def test_untracked_and_ignored_files(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py")
    (top / ".gitignore").write_text("c.py\n")
    (top / "b.py").write_text("mine\n")
    (top / "c.py").write_text("mine\n")
    assert dirty(top, "b.py", "c.py") == []


def test_outside_of_any(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("mine\n")
    assert dirty(tmp_path, "a.py") == []


def test_names_of_all_kinds(tmp_path: Path) -> None:
    names = ["a b.py", "中文.py", "new\nline.py", "*.py", ":(top).py", "-x.py", "é/ü.py"]
    top = repository(tmp_path / "r r", "plain.py", *names)
    for name in names:
        (top / name).write_text("mine\n")
    assert dirty(top, "plain.py", *names) == sorted(names)


def test_a_star_means_no_other_file(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py", "*.py")
    (top / "a.py").write_text("mine\n")
    assert dirty(top, "*.py") == []


def test_several_repositories(tmp_path: Path) -> None:
    one = repository(tmp_path / "one", "a.py")
    repository(tmp_path / "two", "b.py")
    (tmp_path / "c.py").write_text("mine\n")
    (one / "a.py").write_text("mine\n")
    assert dirty(tmp_path, "one/a.py", "two/b.py", "c.py") == ["one/a.py"]


def test_a_submodule(tmp_path: Path) -> None:
    repository(tmp_path / "library", "a.py", "b.py")
    top = repository(tmp_path / "r", "a.py")
    git(top, "submodule", "add", str(tmp_path / "library"), "vendor lib")
    git(top, "commit", "--message", "second")
    assert dirty(top, "a.py", "vendor lib/a.py") == []
    (top / "vendor lib/a.py").write_text("mine\n")
    assert dirty(top, "a.py", "vendor lib/a.py", "vendor lib/b.py") == ["vendor lib/a.py"]


def test_a_worktree(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py", "b.py")
    git(top, "worktree", "add", "-b", "other", str(tmp_path / "other tree"))
    (tmp_path / "other tree/a.py").write_text("mine\n")
    assert dirty(tmp_path, "other tree/a.py", "other tree/b.py", "r/a.py") == ["other tree/a.py"]


def test_a_repository_without_commits(tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / "a.py").write_text("mine\n")
    assert dirty(tmp_path, "a.py") == []
    git(tmp_path, "add", "a.py")
    assert dirty(tmp_path, "a.py") == ["a.py"]


def test_a_link_into_a_repository(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py")
    (tmp_path / "link.py").symlink_to(top / "a.py")
    assert dirty(tmp_path, "link.py") == []
    (top / "a.py").write_text("mine\n")
    assert dirty(tmp_path, "link.py") == ["link.py"]


def test_variables_of_a_hook_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = repository(tmp_path / "r", "a.py")
    other = repository(tmp_path / "other")
    (top / "a.py").write_text("mine\n")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "no index"))
    assert dirty(top, "a.py") == ["a.py"]


def test_asking_writes_nothing(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py")
    os.utime(top / "a.py", (1, 1))
    before = (top / ".git/index").read_bytes()
    assert dirty(top, "a.py") == []
    assert (top / ".git/index").read_bytes() == before


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = repository(tmp_path / "r", "a.py")
    (top / "a.py").write_text("mine\n")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert dirty(top, "a.py") == []


def test_a_broken_repository_is_not_passed_over(tmp_path: Path) -> None:
    top = repository(tmp_path / "r", "a.py")
    (top / ".git/config").write_text("[core\n")
    with pytest.raises(UserError, match=r"^git cannot tell what is uncommitted in .*--allow-dirty"):
        dirty(top, "a.py")


def test_the_refusal_is_one_line(tmp_path: Path) -> None:
    names = [f"{letter}.py" for letter in "abcdefg"]
    top = repository(tmp_path / "r", *names)
    for name in names:
        (top / name).write_text("mine\n")
    changes = [FileChange((top / name).as_posix(), name, b"", b"x") for name in names]
    with pytest.raises(UserError) as caught:
        require_clean(changes)
    assert str(caught.value) == (
        "uncommitted changes in a.py, b.py, c.py, d.py, e.py and 2 more; commit or stash them, "
        "or give --allow-dirty; nothing was changed"
    )


class TestAllowStaged:
    def dirty(self, folder: Path, *names: str) -> list[str]:
        files = {(folder / name).as_posix(): name for name in names}
        return uncommitted(files, allow_staged=True)

    def test_only_what_is_not_staged_counts(self, tmp_path: Path) -> None:
        top = repository(tmp_path / "r", "staged.py", "both.py", "not.py", "same.py", "gone.py")
        for name in ("staged.py", "both.py", "new.py"):
            (top / name).write_text("mine\n")
        git(top, "add", "--all")
        (top / "both.py").write_text("more\n")
        (top / "not.py").write_text("mine\n")
        (top / "gone.py").unlink()
        names = ("staged.py", "both.py", "new.py", "not.py", "same.py", "gone.py")
        assert self.dirty(top, *names) == ["both.py", "gone.py", "not.py"]

    def test_a_file_git_is_only_told_of_is_not_staged(self, tmp_path: Path) -> None:
        top = repository(tmp_path / "r")
        (top / "new.py").write_text("mine\n")
        git(top, "add", "--intent-to-add", "new.py")
        assert self.dirty(top, "new.py") == ["new.py"]

    @pytest.mark.parametrize("index", [".git/index.lock", "{top}/.git/next-index-7.lock"])
    def test_a_commit_may_have_an_index_of_its_own(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: str
    ) -> None:
        top = repository(tmp_path / "r", "a.py")
        (top / "a.py").write_text("mine\n")
        shutil.copy(top / ".git/index", tmp_path / "before")
        git(top, "add", "a.py")
        (top / ".git/index").rename(top / ".git" / Path(index).name)
        (tmp_path / "before").rename(top / ".git/index")
        assert self.dirty(top, "a.py") == ["a.py"]
        monkeypatch.setenv("GIT_INDEX_FILE", index.format(top=top))
        assert self.dirty(top, "a.py") == []
        assert uncommitted({(top / "a.py").as_posix(): "a.py"}) == ["a.py"]

    def test_the_index_of_another_repository_says_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        top, other = repository(tmp_path / "r", "a.py"), repository(tmp_path / "other", "a.py")
        (other / "a.py").write_text("mine\n")
        (top / "a.py").write_text("mine\n")
        git(other, "add", "a.py")
        monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
        assert self.dirty(top, "a.py") == ["a.py"]
        assert self.dirty(other, "a.py") == []

    def test_a_conflict_is_not_staged(self, tmp_path: Path) -> None:
        top = repository(tmp_path / "r", "a.py")
        git(top, "checkout", "-b", "other")
        (top / "a.py").write_text("theirs\n")
        git(top, "commit", "--all", "--message", "theirs")
        git(top, "checkout", "main")
        (top / "a.py").write_text("ours\n")
        git(top, "commit", "--all", "--message", "ours")
        with pytest.raises(subprocess.CalledProcessError):
            git(top, "merge", "other")
        assert self.dirty(top, "a.py") == ["a.py"]
