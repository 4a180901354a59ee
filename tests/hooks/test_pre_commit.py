"""The hooks with the real pre-commit: what is staged, what is not, and lists that are too long."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.hooks.repositories import ALONE, CLOUD, VIEWS, Repository

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

CHECK, FIX = "clb-migrate-check", "clb-migrate-fix"
CLEAN = "x = 1\n"


def places(text: str) -> list[str]:
    """Return `path:line` of the findings in a report, in its order."""
    return re.findall(r"^(\S+:\d+):\d+: CLB\d+", text, re.MULTILINE)


class TestCheck:
    def test_a_finding_in_a_file_of_the_commit_stops_it(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", CHECK)
        made.write(cloud=CLOUD)
        made.begin()
        made.write(views=VIEWS)
        made.git("add", "views.py")

        result = made.commit()

        assert result.returncode == 1
        assert places(result.stderr) == ["views.py:5"]
        assert "cloud.py:9:" in result.stderr  # in the trail
        assert "1 finding in 1 file (2 files checked, 1 of them reported on)" in result.stderr

    def test_legacy_code_elsewhere_does_not(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", CHECK)
        made.write(cloud=CLOUD, views=VIEWS)
        made.begin()
        made.write(clean=CLEAN)
        made.git("add", "clean.py")

        result = made.commit()

        assert result.returncode == 0, result.stderr
        assert "All checks passed (3 files checked, 1 of them reported on)." in result.stderr

    def test_what_is_not_staged_does_not_count(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", CHECK)
        made.write(cloud=CLOUD, views=CLEAN)
        made.begin()
        made.write(views=CLEAN + "y = 2\n")
        made.git("add", "views.py")
        made.write(views=VIEWS)

        assert made.commit().returncode == 0
        assert made.read("views.py") == VIEWS

    def test_what_is_staged_counts_whatever_became_of_it(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", CHECK)
        made.write(cloud=CLOUD, views=CLEAN)
        made.begin()
        made.write(views=VIEWS)
        made.git("add", "views.py")
        made.write(views=CLEAN, cloud=CLEAN)

        result = made.commit()

        assert result.returncode == 1
        assert places(result.stderr) == ["views.py:5"]
        assert made.read("views.py") == CLEAN

    def test_files_that_declare_dependencies_are_looked_at(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", CHECK)
        made.begin()
        made.put("requirements/base.txt", "qcloudapi-sdk-python\n")
        made.put("README.md", "qcloudapi-sdk-python\n")
        made.git("add", "--all")

        result = made.commit()

        assert result.returncode == 1
        assert places(result.stderr) == ["requirements/base.txt:1"]

    def test_renamed_deleted_and_excluded_files(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", CHECK)
        made.put(".gitignore", "generated/\n")
        made.write(cloud=CLOUD, views=VIEWS, gone=ALONE)
        made.begin()
        made.git("mv", "views.py", "pages.py")
        made.git("rm", "--quiet", "gone.py")
        made.write(generated__client=ALONE)
        made.git("add", "--force", "generated/client.py")

        result = made.commit()

        assert places(result.stderr) == ["pages.py:5"]

    def test_the_report_does_not_depend_on_how_the_list_is_split(self, tmp_path: Path) -> None:
        """So many long names that pre-commit starts the hook more than once."""
        made = Repository(tmp_path / "r", CHECK)
        made.write(cloud=CLOUD, views=VIEWS)
        name = "m" * 60
        legacy = [f"folder_{number % 10}/{name}{number}.py" for number in (7, 1500, 2990)]
        for number in range(3000):
            path = f"folder_{number % 10}/{name}{number}.py"
            made.put(path, VIEWS if path in legacy else CLEAN)
        made.git("add", "--all")

        result = made.run_hooks("--all-files")

        runs = re.findall(
            r"^(?:Found|All checks passed).* \(3002 files checked, (\d+) of them reported on\)",
            result.stdout,
            re.MULTILINE,
        )
        assert len(runs) > 1
        assert sum(map(int, runs)) == 3002
        whole = made.check(".")
        assert sorted(places(result.stdout)) == places(whole.stdout)
        assert set(places(whole.stdout)) > {f"{path}:5" for path in legacy}


class TestFix:
    def test_a_staged_file_is_migrated_and_the_commit_stops(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", FIX)
        made.begin()
        made.write(alone=ALONE)
        made.git("add", "alone.py")

        result = made.commit()

        assert result.returncode == 1
        assert "files were modified by this hook" in result.stderr
        assert "CommonClient" in made.read("alone.py")
        made.git("add", "alone.py")
        assert made.commit().returncode == 0

    @pytest.mark.parametrize("arguments", [("--all",), ("--only", "alone.py")])
    def test_a_commit_with_an_index_of_its_own(
        self, tmp_path: Path, arguments: tuple[str, ...]
    ) -> None:
        made = Repository(tmp_path / "r", FIX)
        made.write(alone=CLEAN)
        made.begin()
        made.write(alone=ALONE)

        result = made.commit(*arguments)

        assert "files were modified by this hook" in result.stderr
        assert "CommonClient" in made.read("alone.py")

    def test_what_is_not_staged_is_neither_seen_nor_lost(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", FIX)
        made.write(alone=CLEAN, other=CLEAN)
        made.begin()
        made.write(alone=ALONE)
        made.git("add", "alone.py")
        made.write(other=ALONE)

        result = made.commit()

        assert result.returncode == 1
        assert "CommonClient" in made.read("alone.py")
        assert made.read("other.py") == ALONE

    def test_a_flow_that_reaches_into_another_file_stays(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", FIX)
        made.write(cloud=CLOUD)
        made.begin()
        made.write(views=VIEWS)
        made.git("add", "views.py")

        result = made.commit()

        assert result.returncode == 1
        assert "files were modified" not in result.stderr
        told = "the flow reaches into cloud.py, which is not among the files given"
        assert told in " ".join(result.stderr.split())
        assert (made.read("cloud.py"), made.read("views.py")) == (CLOUD, VIEWS)

    def test_both_files_of_a_flow_are_migrated_together(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", FIX)
        made.begin()
        made.write(cloud=CLOUD, views=VIEWS)
        made.git("add", "--all")

        result = made.commit()

        assert "files were modified by this hook" in result.stderr
        assert "QcloudApi" not in made.read("cloud.py")
        assert "4104" not in made.read("views.py")

    def test_the_file_of_the_dependencies_stays_if_it_was_not_given(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", FIX)
        made.put("requirements.txt", "qcloudapi-sdk-python\n")
        made.begin()
        made.write(alone=ALONE)
        made.git("add", "alone.py")

        result = made.commit()

        assert "CommonClient" in made.read("alone.py")
        assert made.read("requirements.txt") == "qcloudapi-sdk-python\n"
        told = " ".join(result.stderr.split())
        assert "requirements.txt:1:1: qcloudapi-sdk-python: the file is not among those" in told
        assert "add tencentcloud-sdk-python-common" in told

    def test_it_changes_if_it_was(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", FIX)
        made.begin()
        made.put("requirements.txt", "qcloudapi-sdk-python\n")
        made.write(alone=ALONE)
        made.git("add", "--all")

        made.commit()

        assert "tencentcloud-sdk-python-common" in made.read("requirements.txt")
        assert "qcloudapi" not in made.read("requirements.txt")

    def test_legacy_code_elsewhere_is_left_alone_and_not_spoken_of(self, tmp_path: Path) -> None:
        made = Repository(tmp_path / "r", FIX)
        made.write(alone=ALONE, cloud=CLOUD, views=VIEWS)
        made.put("requirements.txt", "qcloudapi-sdk-python\n")
        made.begin()
        made.write(clean=CLEAN)
        made.git("add", "clean.py")

        result = made.commit()

        assert result.returncode == 0, result.stderr
        assert "Nothing to fix (5 files checked, 1 of them reported on)." in result.stderr
        assert made.read("alone.py") == ALONE
