"""`--project FOLDER`: the folder is analysed as a whole, and only PATHs are spoken of."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_process import environment, imported_by
from tests.hooks.repositories import ALONE, CLOUD, VIEWS

CLEAN = "x = 1\n"


@pytest.fixture
def project(tree: Path) -> Path:
    """A flow over two files, one in a file of its own, and a clean file."""
    (tree / "app").mkdir()
    for name, text in (("cloud", CLOUD), ("views", VIEWS), ("alone", ALONE), ("clean", CLEAN)):
        (tree / "app" / f"{name}.py").write_text(text)
    return tree


def places(text: str) -> list[str]:
    return re.findall(r"^(\S+?:\d+):\d+: CLB\d+", text, re.MULTILINE)


class TestCheck:
    @pytest.mark.usefixtures("project")
    def test_a_file_is_judged_by_what_others_hand_to_it(self, command: Command) -> None:
        alone = command("check", "app/views.py")
        assert (alone.exit_code, places(alone.stdout)) == (0, [])

        result = command("check", "--project", ".", "app/views.py")

        assert (result.exit_code, places(result.stdout)) == (1, ["app/views.py:5"])
        assert result.stdout.endswith("1 file (4 files checked, 1 of them reported on).\n")

    @pytest.mark.usefixtures("project")
    def test_files_one_by_one_say_what_all_say_together(self, command: Command) -> None:
        whole = places(command("check", ".").stdout)
        assert len(whole) == 8
        each = [
            place
            for name in sorted(os.listdir("app"))
            for place in places(command("check", "--project", ".", f"app/{name}").stdout)
        ]
        assert each == whole

    @pytest.mark.parametrize("path", [".", "app", "./app/", "app/../app", "{tree}/app"])
    def test_a_folder_stands_for_what_is_in_it(
        self, project: Path, command: Command, path: str
    ) -> None:
        whole = command("check", ".").stdout
        result = command("check", "--project", ".", path.format(tree=project))
        assert places(result.stdout) == places(whole)

    @pytest.mark.usefixtures("project")
    def test_without_paths_the_whole_project_is_meant(self, command: Command) -> None:
        result = command("check", "--project", "app")
        assert places(result.stdout) == places(command("check", "app").stdout)

    @pytest.mark.parametrize("folder", [".", "app", "../{name}", "{tree}"])
    @pytest.mark.parametrize("path", ["app/views.py", "./app/views.py", "{tree}/app/views.py"])
    def test_however_folder_and_file_are_written(
        self, project: Path, command: Command, folder: str, path: str
    ) -> None:
        folder, path = (each.format(tree=project, name=project.name) for each in (folder, path))
        assert places(command("check", "--project", folder, path).stdout) == ["app/views.py:5"]

    def test_from_elsewhere(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (project / "elsewhere").mkdir()
        monkeypatch.chdir(project / "elsewhere")
        result = command("check", "--project", "../app", f"{project}/app/views.py")
        assert places(result.stdout) == ["../app/views.py:5"]

    def test_a_link_is_what_it_leads_to(self, project: Path, command: Command) -> None:
        (project / "link.py").symlink_to("app/views.py")
        (project / "linked").symlink_to("app")
        for path in ("link.py", "linked/views.py"):
            result = command("check", "--project", ".", path)
            assert places(result.stdout) == ["app/views.py:5"]

    def test_what_the_project_excludes_is_passed_over(
        self, project: Path, command: Command
    ) -> None:
        (project / ".git").mkdir()
        (project / ".gitignore").write_text("alone.py\n")
        assert command("check", "app/alone.py").exit_code == 1
        result = command("check", "--project", ".", "app/alone.py")
        assert result.exit_code == 0
        assert result.stdout == "All checks passed (3 files checked, none of them reported on).\n"
        arguments = ("--exclude", "views.py", "app/views.py", "app/clean.py")
        result = command("check", "--project", ".", *arguments)
        assert result.stdout == "All checks passed (2 files checked, 1 of them reported on).\n"

    @pytest.mark.usefixtures("project")
    def test_what_is_gone_is_told_and_the_rest_checked(self, command: Command) -> None:
        result = command("check", "--project", ".", "app/gone.py", "app/views.py")
        assert places(result.stdout) == ["app/views.py:5"]
        assert result.stderr == (
            "clb-migrate: warning: nothing to report on, since no such file exists: 'app/gone.py'\n"
        )

    def test_what_is_no_python_is_passed_over(self, project: Path, command: Command) -> None:
        (project / "README.md").write_text("lb.api.qcloud.com\n")
        result = command("check", "--project", ".", "README.md")
        assert (result.exit_code, result.stderr) == (0, "")
        assert "(4 files checked, none of them reported on)" in result.stdout

    def test_a_script_that_is_not_looked_at_is_told(self, project: Path, command: Command) -> None:
        (project / "deploy").write_text("#!/usr/bin/env python3\n" + ALONE)
        result = command("check", "--project", ".", "deploy")
        assert result.exit_code == 0
        assert "warning: not looked at" in result.stderr
        assert "'deploy'; check them without --project" in result.stderr

    def test_the_configuration_is_that_of_the_project(
        self, project: Path, command: Command
    ) -> None:
        (project / "pyproject.toml").write_text(
            '[tool.clb-migrate.sources]\n"vendor.send()" = "legacy response"\n'
        )
        (project / "app/pages.py").write_text(
            "from vendor import send\nif send()['code'] == 4100: pass\n"
        )
        (project / "app/pyproject.toml").write_text("[tool.clb-migrate]\n")
        result = command("check", "--project", ".", "app/pages.py")
        assert places(result.stdout) == ["app/pages.py:2"]

    @pytest.mark.usefixtures("project")
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("--project", "nowhere", "a.py"), "--project: no such folder: 'nowhere'"),
            (("--project", "app/views.py"), "--project: no such folder: 'app/views.py'"),
            (("--project", "app", "clean.py"), "'clean.py' is not in the folder of --project"),
            (("--project", "app", "."), "'.' is not in the folder of --project, 'app'"),
            (("--project", ".", "-"), "--project is for files"),
        ],
    )
    def test_what_cannot_be_done(
        self, command: Command, arguments: tuple[str, ...], told: str
    ) -> None:
        for name in ("check", "fix") if "-" not in arguments else ("check",):
            result = command(name, *arguments)
            assert result.exit_code == 2
            assert told in result.stderr
        result = command("check", "--output-format", "json", *arguments)
        assert result.stdout == "[]\n"


class TestCleanProject:
    def test_the_command_line_is_not_even_loaded(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text(CLEAN)
        modules = imported_by(tmp_path, "check", "--project", ".", "a.py")
        assert modules.isdisjoint({"click", "libcst", "clb_migrate.run"})

    @pytest.mark.parametrize("asked", [(), ("a.py",), ("a.py", "b.py"), ("b",), ("gone.py",)])
    def test_it_is_told_as_the_command_tells_it(
        self, tmp_path: Path, asked: tuple[str, ...]
    ) -> None:
        for name in ("a.py", "b.py", "b/c.py"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(CLEAN)

        def told(*options: str) -> tuple[int, str, str]:
            arguments = ("check", "--project", ".", *options, *asked)
            result = subprocess.run(
                [sys.executable, "-m", "clb_migrate", *arguments],
                cwd=tmp_path,
                env=environment(),
                capture_output=True,
                text=True,
                check=False,
            )
            return result.returncode, result.stdout, result.stderr

        assert told() == told("--min-confidence", "likely")
        assert told()[0] == 0


class TestFix:
    def test_only_the_files_given_change(self, project: Path, command: Command) -> None:
        result = command("fix", "--project", ".", "app/alone.py")
        assert result.exit_code == 0, result.stdout
        assert "QcloudApi" not in (project / "app/alone.py").read_text()
        assert (project / "app/cloud.py").read_text() == CLOUD
        assert "cloud.py" not in result.stdout

    @pytest.mark.parametrize(("given", "other"), [("cloud", "views"), ("views", "cloud")])
    def test_a_flow_over_files_waits_until_all_are_given(
        self, project: Path, command: Command, given: str, other: str
    ) -> None:
        result = command("fix", "--project", ".", f"app/{given}.py")
        assert result.exit_code == 1
        told = " ".join(result.stdout.split())
        assert f"reaches into app/{other}.py, which is not among the files given" in told
        assert "Safe, and waiting for others: 1 flow" in told
        assert (project / "app/cloud.py").read_text() == CLOUD
        assert (project / "app/views.py").read_text() == VIEWS

        result = command("fix", "--project", ".", "app/views.py", "app/cloud.py")
        assert result.exit_code == 0
        assert "QcloudApi" not in (project / "app/cloud.py").read_text()

    def test_what_is_excluded_does_not_change(self, project: Path, command: Command) -> None:
        result = command("fix", "--project", ".", "--exclude", "alone.py", "app/alone.py")
        assert result.exit_code == 0
        assert (project / "app/alone.py").read_text() == ALONE

    def test_a_client_of_its_own_is_made_only_where_files_were_given(
        self, project: Path, command: Command
    ) -> None:
        """The client also serves what stays, so there would be two of them where it is made."""
        for name in ("views", "alone"):
            (project / f"app/{name}.py").unlink()
        shared = 'from QcloudApi.qcloudapi import QcloudApi\nservice = QcloudApi("lb", {})\n'
        shared = shared.replace("{}", '{"Region": "gz", "secretId": "id", "secretKey": "key"}')
        call = "import json\nfrom cloud import service\n\n\ndef ask():\n"
        call += '    return json.loads(service.call("ACTION", {"forward": -1}))["code"] == 0\n'
        moves = call.replace("ACTION", "DescribeLoadBalancers")
        (project / "app/cloud.py").write_text(shared)
        (project / "app/moves.py").write_text(moves)
        (project / "app/stays.py").write_text(call.replace("ACTION", "ModifyLoadBalancerBackends"))

        result = command("fix", "--project", ".", "app/moves.py")
        assert "app/cloud.py:2:11: the flow reaches into app/cloud.py" in result.stdout
        assert (project / "app/moves.py").read_text() == moves
        assert (project / "app/cloud.py").read_text() == shared

        command("fix", "--project", ".", "app/moves.py", "app/cloud.py")
        assert "service_v3" in (project / "app/moves.py").read_text()
        assert (project / "app/cloud.py").read_text().startswith(shared.partition("\n")[0])
        assert "service_v3 = CommonClient(" in (project / "app/cloud.py").read_text()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
class TestAllowStaged:
    @pytest.fixture
    def repository(self, project: Path) -> Path:
        for arguments in (
            ("init", "--quiet"),
            ("add", "app/clean.py"),
            ("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "first"),
            ("add", "--all"),
        ):
            subprocess.run(["git", *arguments], check=True)
        return project

    @pytest.mark.usefixtures("repository")
    def test_staged_files_change_if_that_is_allowed(self, command: Command) -> None:
        refused = command("fix", "app/alone.py")
        assert refused.exit_code == 2
        assert "uncommitted changes in app/alone.py" in refused.stderr
        assert command("fix", "--allow-staged", "app/alone.py").exit_code == 0

    @pytest.mark.usefixtures("repository")
    def test_what_is_not_staged_is_still_refused(self, command: Command) -> None:
        with open("app/alone.py", "a") as file:
            file.write("# more\n")
        refused = command("fix", "--allow-staged", "app/alone.py")
        assert refused.exit_code == 2
        assert "unstaged changes in app/alone.py; stage or stash them" in refused.stderr
        assert command("fix", "--allow-dirty", "app/alone.py").exit_code == 0
