"""`clb-migrate fix`: what it writes, prints and returns; what is planned is not its matter."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from clb_migrate.analysis.project import Project
from clb_migrate.findings import Applicability, Location, Span
from clb_migrate.fixes import planning
from clb_migrate.fixes.results import FileChange, Flow, Options, Planned, Reason
from clb_migrate.table.rows import Rules
from clb_migrate.withholding import TextOf
from tests.cli.conftest import Command
from tests.cli.test_process import environment, imported_by

LEGACY = b"from QcloudApi.qcloudapi import QcloudApi\nservice = QcloudApi('lb', {})\n"
DONE = b"from tencentcloud.common.common_client import CommonClient\n"
PACKAGE = "tencentcloud-sdk-python-common"


def at(path: str, line: int = 1) -> Location:
    return Location(path, Span(line, 1, line, 5))


class Planner:
    """Migrates each file with `LEGACY` in it: a flow for each, of the kind its name tells."""

    def __init__(self) -> None:
        self.options: list[Options] = []

    def __call__(self, project: Project, _rules: Rules, options: Options, _text: TextOf) -> Planned:
        self.options.append(options)
        changes, flows = [], []
        others = (Applicability.UNSAFE, Applicability.MANUAL)
        for index, file in enumerate(project.files):
            before = project.read(index) or b""
            after = before.replace(LEGACY, DONE).replace(LEGACY.replace(b"\n", b"\r\n"), DONE)
            if before == after:
                continue
            kind = next((each for each in others if each.value in file.shown), Applicability.SAFE)
            applied = kind is Applicability.SAFE or (
                kind is Applicability.UNSAFE and options.unsafe
            )
            if applied:
                changes.append(FileChange(file.place, file.shown, before, after))
            flows.append(_flow(file.shown, kind, applied=applied))
        return Planned(tuple(changes), tuple(flows), (PACKAGE,) if changes else ())


def _flow(shown: str, kind: Applicability, *, applied: bool) -> Flow:
    reasons = {
        Applicability.SAFE: (),
        Applicability.UNSAFE: (Reason(at(shown, 2), "the order may change"),),
        Applicability.MANUAL: (Reason(at(shown, 2), "it is dumped", "say what you want to keep"),),
    }
    return Flow(
        at(shown),
        ("DescribeLoadBalancers",),
        kind,
        applied,
        reasons[kind],
        (Reason(at(shown, 2), "the default is another one"),),
        ("clb:DescribeLoadBalancers",),
    )


@pytest.fixture
def planner(monkeypatch: pytest.MonkeyPatch) -> Planner:
    made = Planner()
    monkeypatch.setattr(planning, "plan", made)
    return made


@pytest.fixture
def legacy(tree: Path) -> Callable[..., None]:
    """Make files with legacy code in the current folder."""

    def make(*names: str) -> None:
        for name in names:
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_bytes(LEGACY)

    return make


Make = Callable[..., None]


@pytest.mark.usefixtures("planner")
class TestWriting:
    def test_0_nothing_left(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py", "sub/b.py")
        (tree / "c.py").write_text("x = 1\n")
        result = command("fix")
        assert result.exit_code == 0
        assert (tree / "a.py").read_bytes() == (tree / "sub/b.py").read_bytes() == DONE
        assert result.stdout.endswith(
            "Changed 2 files, 2 flows migrated; no finding is left (3 files checked).\n"
        )
        assert "warning: the migrated code needs tencentcloud-sdk-python-common" in result.stderr

    def test_0_nothing_to_do(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("x = 1\n")
        result = command("fix")
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == "Nothing to fix (1 file checked).\n"

    def test_1_something_left(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py", "manual.py", "unsafe.py")
        result = command("fix")
        assert result.exit_code == 1
        assert (tree / "a.py").read_bytes() == DONE
        assert (tree / "manual.py").read_bytes() == (tree / "unsafe.py").read_bytes() == LEGACY
        assert "4 findings left in 2 files" in result.stdout

    def test_unsafe_fixes(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("unsafe.py")
        assert command("fix", "--unsafe-fixes").exit_code == 0
        assert (tree / "unsafe.py").read_bytes() == DONE

    def test_only_the_paths_given(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py", "sub/b.py", "sub/c.py")
        command("fix", "sub", "--exclude", "c.py")
        done = [(tree / name).read_bytes() == DONE for name in ("a.py", "sub/b.py", "sub/c.py")]
        assert done == [False, True, False]

    def test_twice_is_once(self, command: Command, legacy: Make) -> None:
        legacy("a.py")
        command("fix")
        assert command("fix").stdout == "Nothing to fix (1 file checked).\n"

    def test_1_what_cannot_be_read_is_told(
        self, tree: Path, command: Command, legacy: Make
    ) -> None:
        legacy("a.py")
        (tree / "b.py").write_bytes(b"'\xe9'\n")
        result = command("fix")
        assert result.exit_code == 1
        assert (tree / "a.py").read_bytes() == DONE
        assert "Not looked into\n  b.py:1:2: cannot read this file: " in result.stdout

    def test_the_pin_is_exchanged(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py", "sub/b.py")
        (tree / "requirements.txt").write_text("# c\nqcloudapi-sdk-python==2.0.15\n")
        first = command("fix", "a.py", "requirements.txt")
        text = (tree / "requirements.txt").read_text()
        assert "qcloudapi-sdk-python==2.0.15\ntencentcloud-sdk-python-common>=3" in text
        assert "code that needs it is left in sub/b.py" in first.stdout
        assert first.exit_code == 1
        assert command("fix").exit_code == 0
        text = (tree / "requirements.txt").read_text()
        assert text.startswith("# c\ntencentcloud-sdk-python-common>=3")
        assert "qcloudapi" not in text

    def test_excluded_code_keeps_the_pin(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py", "sub/b.py")
        (tree / "requirements.txt").write_text("qcloudapi-sdk-python\n")
        command("fix", "--exclude", "sub")
        assert (tree / "requirements.txt").read_text().startswith("qcloudapi-sdk-python\ntencent")

    def test_ignored_dependencies(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py")
        (tree / "requirements.txt").write_text("qcloudapi-sdk-python\n")
        assert command("fix", "--ignore", "CLB207").exit_code == 0
        assert (tree / "requirements.txt").read_text() == "qcloudapi-sdk-python\n"
        assert (tree / "a.py").read_bytes() == DONE

    def test_a_setup_py_is_both(self, tree: Path, command: Command) -> None:
        text = b"setup(install_requires=['qcloudapi-sdk-python'])\n"
        (tree / "setup.py").write_bytes(LEGACY + text)
        assert command("fix").exit_code == 0
        after = (tree / "setup.py").read_bytes()
        assert after.startswith(DONE + b"setup(install_requires=['tencentcloud-sdk-python-common>")


@pytest.mark.usefixtures("planner")
class TestNotWriting:
    def test_a_diff(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py")
        result = command("fix", "--diff")
        assert result.exit_code == 1
        assert (tree / "a.py").read_bytes() == LEGACY
        assert result.stdout == (
            "--- a.py\n+++ a.py\n@@ -1,2 +1 @@\n"
            + "".join(f"-{line}\n" for line in LEGACY.decode().splitlines())
            + f"+{DONE.decode()}"
        )
        assert "Would change 1 file, 1 flow migrated; no finding would be left" in result.stderr

    def test_bytes_of_all_kinds_in_a_diff(self, tree: Path, command: Command) -> None:
        crlf = LEGACY.replace(b"\n", b"\r\n")
        (tree / "crlf.py").write_bytes(b"\xef\xbb\xbf" + crlf + b"x = 1")
        (tree / "latin.py").write_bytes(b"# coding: latin-1\nx = '\xe9'\n" + LEGACY)
        result = command("fix", "--diff")
        assert b"-\xef\xbb\xbffrom QcloudApi.qcloudapi import QcloudApi\r\n" in result.stdout_bytes
        assert b" x = 1\n\\ No newline at end of file\n" in result.stdout_bytes
        assert b" x = '\xe9'\n" in result.stdout_bytes

    def test_no_difference(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("x = 1\n")
        result = command("fix", "--diff")
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == "Nothing to fix (1 file checked).\n"

    def test_only_checked(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py")
        result = command("fix", "--check")
        assert result.exit_code == 1
        assert (tree / "a.py").read_bytes() == LEGACY
        assert "Files that would change\n  a.py\n" in result.stdout
        command("fix")
        assert command("fix", "--check").exit_code == 0

    def test_dirty_files_may_be_looked_at(self, command: Command, legacy: Make) -> None:
        legacy("a.py")
        assert "error" not in command("fix", "--diff").stderr


@pytest.mark.usefixtures("planner")
class TestSummary:
    def test_all_of_it(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py", "manual.py", "unsafe.py")
        (tree / "requirements.txt").write_text("qcloudapi-sdk-python\n")
        assert command("fix").stdout == (
            "Migrated: 1 flow\n"
            "  a.py:1:1: DescribeLoadBalancers\n"
            "    look at        a.py:2:1: the default is another one\n"
            "\n"
            "Unsafe (--unsafe-fixes migrates these, too): 1 flow\n"
            "  unsafe.py:1:1: DescribeLoadBalancers\n"
            "    may change     unsafe.py:2:1: the order may change\n"
            "    look at        unsafe.py:2:1: the default is another one\n"
            "    access rights  clb:DescribeLoadBalancers\n"
            "\n"
            "For you to migrate: 1 flow\n"
            "  manual.py:1:1: DescribeLoadBalancers\n"
            "    why            manual.py:2:1: it is dumped\n"
            "    steps          say what you want to keep\n"
            "    look at        manual.py:2:1: the default is another one\n"
            "    access rights  clb:DescribeLoadBalancers\n"
            "\n"
            "Dependencies that stay\n"
            "  requirements.txt:1:1: qcloudapi-sdk-python: "
            "code that needs it is left in manual.py\n"
            "    steps          migrate that by hand, then fix once more\n"
            "\n"
            "Access rights to grant in CAM first\n"
            "  clb:DescribeLoadBalancers\n"
            "\n"
            "Changed files\n"
            "  a.py\n"
            "  requirements.txt\n"
            "\n"
            "Changed 2 files, 1 flow migrated; 5 findings left in 3 files, which "
            "`clb-migrate check` shows (4 files checked).\n"
        )


class TestChoosing:
    @pytest.mark.parametrize(
        ("arguments", "select", "ignore"),
        [
            ([], None, None),
            (["--select", "CLB202"], {"CLB202"}, None),
            (["--ignore", "CLB20"], None, {f"CLB20{n}" for n in range(1, 8)}),
            (["--select", "CLB2", "--ignore", "CLB207"], {f"CLB20{n}" for n in range(1, 7)},
             {"CLB207"}),
        ],
    )  # fmt: skip
    def test_rules_choose_flows(
        self,
        arguments: Sequence[str],
        select: set[str] | None,
        ignore: set[str] | None,
        command: Command,
        legacy: Make,
        planner: Planner,
    ) -> None:
        legacy("a.py")
        command("fix", "--unsafe-fixes", *arguments)
        (options,) = planner.options
        assert (options.unsafe, options.select, options.ignore) == (
            True,
            None if select is None else frozenset(select),
            None if ignore is None else frozenset(ignore),
        )

    @pytest.mark.usefixtures("planner")
    def test_what_was_not_chosen_does_not_count(self, command: Command, legacy: Make) -> None:
        legacy("manual.py")
        assert command("fix", "--select", "CLB101").exit_code == 0


@pytest.mark.usefixtures("planner")
class TestFailures:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["missing"], "no such file or folder: 'missing'"),
            (["-"], "standard input cannot be fixed"),
            (["--select", "CLB110"], "unknown rule 'CLB110'"),
            (["--ignore", "CLB110"], "unknown rule 'CLB110'"),
            (["--min-confidence", "sure"], "'sure' is not one of"),
            (["--exclude", "!"], "not a pattern in .gitignore syntax: '!'"),
        ],
    )
    def test_2_what_cannot_be_asked(
        self, arguments: Sequence[str], message: str, tree: Path, command: Command, legacy: Make
    ) -> None:
        legacy("a.py")
        result = command("fix", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("clb-migrate: error: ")
        assert message in result.stderr
        assert result.stderr.count("\n") == 1
        assert (tree / "a.py").read_bytes() == LEGACY

    def test_2_a_read_only_file(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py", "b.py")
        (tree / "b.py").chmod(0o444)
        result = command("fix")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            "clb-migrate: error: cannot write b.py: it is read-only; nothing was changed\n"
        )
        assert (tree / "a.py").read_bytes() == LEGACY

    def test_2_an_interruption(
        self, tree: Path, command: Command, legacy: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        legacy("a.py", "b.py")
        replace = os.replace

        def interrupted(source: str, target: str) -> None:
            replace(source, target)
            if ".clb-migrate-" in source and target.endswith("a.py"):
                raise KeyboardInterrupt

        monkeypatch.setattr(os, "replace", interrupted)
        result = command("fix")
        assert result.exit_code == 2
        assert result.stderr.lstrip() == "clb-migrate: error: interrupted\n"
        assert {path.name: path.read_bytes() for path in tree.iterdir()} == {
            "a.py": LEGACY,
            "b.py": LEGACY,
        }

    def test_2_a_file_that_changed_meanwhile(
        self, tree: Path, command: Command, legacy: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        legacy("a.py")

        def plan(project: Project, rules: Rules, options: Options, text: TextOf) -> Planned:
            planned = Planner()(project, rules, options, text)
            (tree / "a.py").write_text("mine\n")
            return planned

        monkeypatch.setattr(planning, "plan", plan)
        result = command("fix")
        assert result.exit_code == 2
        assert "a.py was changed by something else meanwhile" in result.stderr
        assert (tree / "a.py").read_text() == "mine\n"


@pytest.mark.usefixtures("planner")
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
class TestRepository:
    @pytest.fixture(autouse=True)
    def _repository(self, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOME", str(tree / "home"))
        for line in (["init"], ["add", "--all"]):
            subprocess.run(["git", *line], cwd=tree, check=True, capture_output=True)

    def test_2_uncommitted_changes(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py", "b.py")
        subprocess.run(["git", "add", "b.py"], cwd=tree, check=True)
        result = command("fix")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            "clb-migrate: error: uncommitted changes in b.py; commit or stash them, or give "
            "--allow-dirty; nothing was changed\n"
        )
        assert (tree / "a.py").read_bytes() == LEGACY
        assert command("fix", "--diff").exit_code == 1
        assert command("fix", "--allow-dirty").exit_code == 0
        assert (tree / "b.py").read_bytes() == DONE

    def test_untracked_files(self, tree: Path, command: Command, legacy: Make) -> None:
        legacy("a.py")
        assert command("fix").exit_code == 0
        assert (tree / "a.py").read_bytes() == DONE

    def test_only_files_that_would_change_count(
        self, tree: Path, command: Command, legacy: Make
    ) -> None:
        legacy("a.py")
        (tree / "b.py").write_text("x = 1\n")
        subprocess.run(["git", "add", "b.py"], cwd=tree, check=True)
        assert command("fix").exit_code == 0


class TestAsAProcess:
    def test_a_clean_run_imports_no_parser(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("x = 1\n")
        (tmp_path / "requirements.txt").write_text("requests\n")
        imported = imported_by(tmp_path, "fix", ".")
        assert not {"libcst", "rich"} & imported
        assert "clb_migrate.fixes.planning" not in imported
        assert "clb_migrate.fixes.results" not in imported_by(tmp_path, "check", ".")

    def test_ctrl_c(self, tmp_path: Path) -> None:
        """While it waits for its turn to write, say; the folder is as before."""
        (tmp_path / "a.py").write_bytes(LEGACY)
        waiting = (
            "import sys, time\n"
            "from clb_migrate import run\n"
            "from clb_migrate.cli.commands import fix\n"
            "def slow(*a, **b):\n"
            "    print('ready', flush=True); time.sleep(60)\n"
            "fix.fix = slow\n"
            "sys.argv = ['clb-migrate', 'fix', '.']\n"
            "from clb_migrate.cli import main\n"
            "main()\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", waiting],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.1)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
        assert process.returncode == 2
        assert errors.lstrip() == "clb-migrate: error: interrupted\n"
        assert [path.name for path in tmp_path.iterdir()] == ["a.py"]
