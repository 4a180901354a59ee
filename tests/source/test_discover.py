"""What a run looks at, and what it calls it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from clb_migrate.errors import UserError
from clb_migrate.source.discover import Candidate, discover, shown_path
from clb_migrate.source.read import Unreadable


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(tree: Path, *names: str) -> None:
    for name in names:
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1\n")


def found(*paths: str, exclude: Sequence[str] = ()) -> list[str]:
    items = discover(paths or (".",), exclude)
    return [item.shown if isinstance(item, Candidate) else item.path for item in items]


class TestFolders:
    def test_python_files_of_all_levels_are_found_in_order(self, tree: Path) -> None:
        put(tree, "b.py", "a/z.py", "a/b/c.pyw", "a.py")
        assert found() == ["a.py", "a/b/c.pyw", "a/z.py", "b.py"]

    def test_other_files_are_not(self, tree: Path) -> None:
        put(tree, "a.txt", "stub.pyi", "script", "notebook.ipynb", "a.py.orig", "b.pyc")
        assert found() == []

    def test_files_that_declare_dependencies_are(self, tree: Path) -> None:
        put(tree, "requirements.txt", "pyproject.toml", "setup.py")
        kinds = {
            item.shown: (item.python, item.dependency)
            for item in discover(["."])
            if isinstance(item, Candidate)
        }
        assert kinds == {
            "pyproject.toml": (False, True),
            "requirements.txt": (False, True),
            "setup.py": (True, True),
        }

    @pytest.mark.parametrize(
        "folder", [".git", ".hg", ".tox", ".nox", ".venv", "venv", "node_modules", "__pycache__"]
    )
    def test_folders_nobody_means_are_pruned(self, tree: Path, folder: str) -> None:
        put(tree, f"{folder}/a.py", f"deep/{folder}/b.py", "kept.py")
        assert found() == ["kept.py"]

    def test_installed_packages_are_pruned(self, tree: Path) -> None:
        put(tree, "env/lib/python3.11/site-packages/QcloudApi/qcloudapi.py")
        assert found() == []

    def test_a_pruned_folder_is_walked_when_it_is_named(self, tree: Path) -> None:
        put(tree, "venv/a.py", "venv/node_modules/b.py")
        assert found("venv") == ["venv/a.py"]

    def test_a_folder_may_be_called_like_a_file(self, tree: Path) -> None:
        put(tree, "odd.py/inner.py")
        assert found() == ["odd.py/inner.py"]

    def test_a_folder_that_cannot_be_listed_is_told(
        self, tree: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tree, "closed/a.py", "b.py")
        list_folder = os.scandir

        def scandir(path: str) -> object:
            if path.rstrip("/").endswith("closed"):
                raise PermissionError(13, "Permission denied")
            return list_folder(path)

        monkeypatch.setattr("os.scandir", scandir)
        first, second = discover(["."])
        assert isinstance(first, Candidate)
        assert second == Unreadable("closed", "the folder: permission denied")


class TestNamedFiles:
    def test_any_name_is_taken(self, tree: Path) -> None:
        put(tree, "script", "stub.pyi", "notes.txt")
        assert found("script", "stub.pyi", "notes.txt") == ["notes.txt", "script", "stub.pyi"]

    def test_they_count_as_python_unless_they_declare_dependencies(self, tree: Path) -> None:
        put(tree, "script", "requirements.txt")
        kinds = [
            (c.shown, c.python)
            for c in discover(["script", "requirements.txt"])
            if isinstance(c, Candidate)
        ]
        assert kinds == [("requirements.txt", False), ("script", True)]

    def test_nothing_excludes_them(self, tree: Path) -> None:
        put(tree, "build/a.py", "venv/b.py")
        (tree / ".gitignore").write_text("build/\n")
        assert found("build/a.py", "venv/b.py", exclude=["*.py"]) == ["build/a.py", "venv/b.py"]

    @pytest.mark.parametrize("name", ["missing.py", "no/such/folder", "file.py/below", ""])
    def test_one_that_does_not_exist_is_the_users_error(self, tree: Path, name: str) -> None:
        put(tree, "file.py")
        with pytest.raises(UserError, match="no such file or folder: "):
            discover([name])

    def test_a_loop_of_links_is_unreadable(self, tree: Path) -> None:
        (tree / "loop.py").symlink_to("loop.py")
        (item,) = discover(["loop.py"])
        assert isinstance(item, Unreadable)
        assert item.path == "loop.py"


class TestEachOnce:
    def test_paths_that_overlap(self, tree: Path) -> None:
        put(tree, "src/a.py", "src/b.py")
        assert found("src/a.py", ".", "src", "./src/", str(tree)) == ["src/a.py", "src/b.py"]

    def test_being_named_is_kept_whatever_the_order(self, tree: Path) -> None:
        put(tree, "a.py")
        for paths in (["a.py", "."], [".", "a.py"]):
            (item,) = discover(paths)
            assert isinstance(item, Candidate)
            assert item.named

    def test_links_to_a_file_that_is_found_anyway(self, tree: Path) -> None:
        put(tree, "real.py")
        (tree / "also.py").symlink_to("real.py")
        # Imports mean the file itself, whatever the links to it are called.
        assert found() == ["real.py"]

    def test_a_link_to_a_file_elsewhere_is_followed(self, tree: Path) -> None:
        put(tree.parent, "elsewhere.py")
        (tree / "link.py").symlink_to("../elsewhere.py")
        assert found() == ["link.py"]

    def test_a_link_to_nothing_is_no_file(self, tree: Path) -> None:
        (tree / ".#editor.py").symlink_to("someone@host.4711")
        assert found() == []

    def test_links_to_folders_are_not_followed(self, tree: Path) -> None:
        put(tree, "src/a.py")
        (tree / "src" / "loop").symlink_to("..")
        (tree / "also.py").symlink_to("src")
        assert found() == ["src/a.py"]

    def test_unless_they_are_named(self, tree: Path) -> None:
        put(tree, "src/a.py")
        (tree / "link").symlink_to("src")
        assert found("link") == ["link/a.py"]


class TestGitignore:
    def test_files_and_folders(self, tree: Path) -> None:
        put(tree, "build/a.py", "gen_b.py", "c.py", "src/gen_d.py", "src/build/e.py")
        (tree / ".gitignore").write_text("/build/\ngen_*.py\n")
        assert found() == ["c.py", "src/build/e.py"]

    def test_the_nearest_file_decides(self, tree: Path) -> None:
        put(tree, "a.py", "keep/a.py", "keep/b.py")
        (tree / ".gitignore").write_text("a.py\n")
        (tree / "keep" / ".gitignore").write_text("!a.py\nb.py\n")
        assert found() == ["keep/a.py"]

    def test_nothing_comes_back_from_an_ignored_folder(self, tree: Path) -> None:
        put(tree, "build/keep.py")
        (tree / ".gitignore").write_text("build/\n!build/keep.py\n")
        assert found() == []

    def test_files_above_count_up_to_the_root_of_the_repository(self, tree: Path) -> None:
        put(tree, "repository/src/old/a.py", "repository/src/new/b.py")
        (tree / ".gitignore").write_text("*.py\n")
        (tree / "repository" / ".git").mkdir()
        (tree / "repository" / ".gitignore").write_text("src/old/\n")
        assert found("repository/src") == ["repository/src/new/b.py"]

    def test_outside_a_repository_files_above_do_not_count(self, tree: Path) -> None:
        put(tree, "src/a.py", "src/b.py")
        (tree / ".gitignore").write_text("a.py\n")
        assert found("src") == ["src/a.py", "src/b.py"]
        assert found(".") == ["src/b.py"]

    def test_a_named_folder_is_walked_even_if_it_is_ignored(self, tree: Path) -> None:
        put(tree, "build/a.py")
        (tree / ".git").mkdir()
        (tree / ".gitignore").write_text("build\n")
        assert found() == []
        assert found("build") == ["build/a.py"]

    def test_windows_newlines_and_a_byte_order_mark(self, tree: Path) -> None:
        put(tree, "a.py", "b.py", "c.py")
        (tree / ".gitignore").write_bytes(b"\xef\xbb\xbfa.py\r\nb.py\r\n")
        assert found() == ["c.py"]

    def test_a_line_that_makes_no_sense_is_passed_over(self, tree: Path) -> None:
        put(tree, "a.py", "b.py")
        (tree / ".gitignore").write_text("!\nb.py\n")
        assert found() == ["a.py"]

    def test_a_folder_called_so_is_no_list(self, tree: Path) -> None:
        put(tree, ".gitignore/a.py")
        assert found() == [".gitignore/a.py"]


class TestExclude:
    @pytest.mark.parametrize(
        "pattern", ["old", "old/", "/src/old", "src/old", "./src/old", "src/*/a.py", "**/old/**"]
    )
    def test_patterns_are_as_in_gitignore(self, tree: Path, pattern: str) -> None:
        put(tree, "src/old/a.py", "src/new.py")
        assert found(exclude=[pattern]) == ["src/new.py"]

    def test_the_full_path_of_a_folder(self, tree: Path) -> None:
        put(tree, "src/old/a.py", "src/new.py")
        assert found(exclude=[f"{tree}/src/old"]) == ["src/new.py"]

    def test_they_are_relative_to_the_current_folder(self, tree: Path) -> None:
        put(tree, "src/a.py", "src/src/b.py")
        assert found("src", exclude=["/src/src"]) == ["src/a.py"]

    def test_and_to_the_named_folder_when_that_is_elsewhere(
        self, tree: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tree, "src/a.py", "src/old/b.py", "elsewhere/x")
        monkeypatch.chdir(tree / "elsewhere")
        assert found("../src", exclude=["/old"]) == ["../src/a.py"]

    def test_gitignore_cannot_take_it_back(self, tree: Path) -> None:
        put(tree, "a.py")
        (tree / ".gitignore").write_text("!a.py\n")
        assert found(exclude=["a.py"]) == []

    def test_one_that_makes_no_sense_is_the_users_error(self, tree: Path) -> None:
        put(tree, "a.py")
        with pytest.raises(UserError, match=r"not a pattern in \.gitignore syntax: '!'"):
            discover(["."], ["!"])


class TestNamesInReports:
    def test_relative_below_the_current_folder(self, tree: Path) -> None:
        put(tree, "src/a.py")
        for path in ("src", "./src", "src/", str(tree / "src"), "src/../src"):
            assert found(path) == ["src/a.py"]

    def test_as_given_elsewhere(self, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        put(tree, "src/a.py", "work/x")
        monkeypatch.chdir(tree / "work")
        assert found("../src") == ["../src/a.py"]
        assert found(str(tree / "src")) == [f"{tree}/src/a.py"]
        assert found("../src/a.py") == ["../src/a.py"]

    def test_the_same_file_from_two_sides_has_one_name(
        self, tree: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tree, "src/a.py", "work/x")
        monkeypatch.chdir(tree / "work")
        there, absolute = "../src", str(tree / "src")
        assert found(there, absolute) == found(absolute, there) == ["../src/a.py"]

    def test_names_that_are_no_text_can_be_shown(self, tree: Path) -> None:
        try:
            (tree / os.fsdecode(b"caf\xe9.py")).write_text("x = 1\n")
        except OSError:
            pytest.skip("this file system has no such names")
        assert found() == [r"caf\xe9.py"]
        assert shown_path(os.fsdecode(b"caf\xe9.py")) == r"caf\xe9.py"

    def test_the_path_to_open_is_not_changed(self, tree: Path) -> None:
        put(tree, "äö/ü.py")
        (item,) = discover(["."])
        assert isinstance(item, Candidate)
        assert item.shown == "äö/ü.py"
        assert Path(item.path).read_text() == "x = 1\n"
