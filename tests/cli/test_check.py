"""`clb-migrate check`."""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from clb_migrate.findings import Certainty, Finding
from tests.cli.conftest import Command

LEGACY = """\
import json
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz"})
answer = json.loads(service.call("DescribeLoadBalancers", {}))
if answer["code"] == 4100:
    raise SystemExit(answer["message"])
"""
POSSIBLE = "def known(code):\n    return code == 4100\n"


def rules_found(output: str) -> list[str]:
    return sorted({finding["rule"] for finding in json.loads(output)})


class TestExitCodes:
    def test_0_nothing_found(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("x = 1\n")
        result = command("check")
        assert result.exit_code == 0
        assert result.stdout == "All checks passed (1 file checked).\n"
        assert result.stderr == ""

    def test_1_findings(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(LEGACY)
        result = command("check")
        assert result.exit_code == 1
        assert "a.py:6:4: CLB101 error-code-check: " in result.stdout
        assert "Identity verification failed" in result.stdout
        assert result.stdout.endswith("in 1 file (1 file checked).\n")
        assert result.stderr == ""

    def test_1_a_file_that_cannot_be_read_is_a_finding(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_bytes(b"x = '\xe9'\n")
        (tree / "b.py").write_text(LEGACY)
        result = command("check", "--output-format", "concise")
        assert result.exit_code == 1
        assert result.stdout.startswith("a.py:1:6: CLB901 [certain] cannot read this file: ")
        assert "b.py:6:4: CLB101 [certain] " in result.stdout

    def test_1_as_is_one_that_cannot_be_parsed(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("import QcloudApi\nf(\n")
        (tree / "b.py").write_text(LEGACY)
        result = command("check", "--output-format", "concise")
        assert "CLB901 [certain] cannot parse this file: " in result.stdout
        assert "b.py:6:4: CLB101 [certain] " in result.stdout

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["missing"], "no such file or folder: 'missing'"),
            (["--min-confidence", "sure"], "'sure' is not one of"),
            (["--output-format", "xml"], "'xml' is not one of"),
            (["--selct", "CLB101"], "--select"),
            (["--select", "CLB110"], "unknown rule 'CLB110'; did you mean CLB1"),
            (["--ignore", "endpiont"], "unknown rule 'endpiont'; did you mean endpoint?"),
            (["--select", "CLB101,"], "an empty entry in 'CLB101,'"),
            (["--exclude", "!"], "not a pattern in .gitignore syntax: '!'"),
            (["--output-file", "no/such/folder/report"], "cannot write 'no/such/folder/report'"),
            (["--stdin-filename", "a.py"], "give `-` as the PATH"),
            (["-", "a.py"], "cannot be checked together"),
        ],
    )
    def test_2_what_cannot_be_done_is_told_in_one_line(
        self, tree: Path, command: Command, arguments: list[str], message: str
    ) -> None:
        (tree / "a.py").write_text("x = 1\n")
        result = command("check", *arguments)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith("clb-migrate: error: ")
        assert message in result.stderr
        assert result.stderr.count("\n") == 1


class TestSelection:
    @pytest.fixture(autouse=True)
    def legacy(self, tree: Path) -> None:
        (tree / "a.py").write_text(LEGACY)

    @pytest.mark.parametrize(
        ("arguments", "rules"),
        [
            ([], ["CLB101", "CLB104", "CLB202", "CLB203", "CLB204"]),
            (["--select", "CLB101"], ["CLB101"]),
            (["--select", "error-code-check"], ["CLB101"]),
            (["--select", "clb1"], ["CLB101", "CLB104"]),
            (["--select", "CLB101,CLB202"], ["CLB101", "CLB202"]),
            (["--select", "CLB101", "--select", "CLB202"], ["CLB101", "CLB202"]),
            (["--select", "CLB2", "--ignore", "sdk-client,CLB204"], ["CLB202"]),
            (["--ignore", "CLB2"], ["CLB101", "CLB104"]),
            (["--select", "CLB101", "--ignore", "CLB1"], ["CLB101"]),
            (["--select", "CLB1", "--ignore", "ALL"], ["CLB101", "CLB104"]),
            (["--select", "CLB1", "--ignore", "CLB1"], []),
            (["--ignore", "ALL"], []),
        ],
    )
    def test_select_and_ignore(
        self, command: Command, arguments: list[str], rules: list[str]
    ) -> None:
        result = command("check", "--output-format", "json", *arguments)
        assert rules_found(result.stdout) == rules
        assert result.exit_code == (1 if rules else 0)

    @pytest.mark.parametrize("selector", ["ALL", "CLB3", "CLB301", "request-parameter"])
    def test_rules_that_are_off_have_to_be_selected(
        self, tree: Path, command: Command, selector: str
    ) -> None:
        (tree / "a.py").write_text(LEGACY.replace("{}", '{"loadBalancerName": "x"}'))
        default = command("check", "--output-format", "json").stdout
        selected = command("check", "--output-format", "json", "--select", selector).stdout
        assert "CLB301" not in rules_found(default)
        assert "CLB301" in rules_found(selected)


class TestConfidence:
    @pytest.mark.parametrize(
        ("label", "found"),
        [(None, False), ("certain", False), ("likely", False), ("possible", True)],
    )
    def test_less_sure_findings_have_to_be_asked_for(
        self, tree: Path, command: Command, label: str | None, found: bool
    ) -> None:
        (tree / "a.py").write_text(POSSIBLE)
        arguments = ["--min-confidence", label] if label else []
        result = command("check", "--output-format", "json", *arguments)
        assert [finding["confidence"] for finding in json.loads(result.stdout)] == (
            ["possible"] if found else []
        )


class TestPaths:
    def test_several(self, tree: Path, command: Command) -> None:
        for name in ("a", "b", "c"):
            (tree / name).mkdir()
            (tree / name / "x.py").write_text(LEGACY)
        result = command("check", "b", str(tree / "a"), "--output-format", "json")
        assert {f["path"] for f in json.loads(result.stdout)} == {"a/x.py", "b/x.py"}

    def test_exclude(self, tree: Path, command: Command) -> None:
        for name in ("a.py", "b.py", "c.py"):
            (tree / name).write_text(LEGACY)
        result = command("check", "--exclude", "a.py,b.*", "--output-format", "json")
        assert {f["path"] for f in json.loads(result.stdout)} == {"c.py"}

    def test_dependency_files(self, tree: Path, command: Command) -> None:
        (tree / "requirements.txt").write_text("requests\nqcloudapi-sdk-python==2.0.15\n")
        result = command("check")
        assert "requirements.txt:2:1: CLB207 dependency: " in result.stdout
        assert "  2 | qcloudapi-sdk-python==2.0.15\n    | ^^^^^^^^^^^^^^^^^^^^\n" in result.stdout

    def test_one_that_windows_tools_wrote(self, tree: Path, command: Command) -> None:
        (tree / "requirements.txt").write_bytes("qcloudapi==0.2\r\n".encode("utf-16"))
        assert "  1 | qcloudapi==0.2\n" in command("check").stdout

    def test_setup_py_is_both(self, tree: Path, command: Command) -> None:
        (tree / "setup.py").write_text(
            "import QcloudApi\nfrom setuptools import setup\n"
            'setup(install_requires=["qcloudapi-sdk-python"])\n'
        )
        result = command("check", "--output-format", "json")
        assert rules_found(result.stdout) == ["CLB202", "CLB207"]

    def test_nothing_is_written(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(LEGACY)
        before = (tree / "a.py").stat()
        command("check")
        assert os.listdir(tree) == ["a.py"]
        assert (tree / "a.py").stat().st_mtime_ns == before.st_mtime_ns


class TestParsing:
    """A file without a legacy word is not parsed, unless someone asks about just that file."""

    def test_not_in_a_folder(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("f(\n")
        assert command("check").exit_code == 0

    def test_but_when_it_is_named(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("f(\n")
        result = command("check", "a.py", "--output-format", "json")
        assert rules_found(result.stdout) == ["CLB901"]

    @pytest.mark.parametrize("selector", ["CLB901", "unreadable-file"])
    def test_or_when_the_rule_is_selected(
        self, tree: Path, command: Command, selector: str
    ) -> None:
        (tree / "a.py").write_text("f(\n")
        result = command("check", "--select", selector, "--output-format", "json")
        assert rules_found(result.stdout) == ["CLB901"]

    def test_a_named_file_that_parses_is_clean(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("f()\n")
        assert command("check", "a.py").exit_code == 0


class TestStandardInput:
    def test_code(self, tree: Path, command: Command) -> None:
        result = command(
            "check", "-", "--stdin-filename", "src/a.py", "--output-format", "concise", input=LEGACY
        )
        assert result.exit_code == 1
        assert "src/a.py:6:4: CLB101 " in result.stdout
        assert os.listdir(tree) == []

    def test_without_a_name(self, tree: Path, command: Command) -> None:
        result = command("check", "-", "--output-format", "concise", input=LEGACY)
        assert "-:6:4: CLB101 " in result.stdout
        assert list(tree.iterdir()) == []

    def test_the_name_tells_what_it_is(self, command: Command) -> None:
        arguments = ["check", "-", "--output-format", "concise", "--stdin-filename"]
        result = command(*arguments, "requirements.txt", input="qcloudapi\n")
        assert result.stdout.startswith("requirements.txt:1:1: CLB207 ")

    def test_the_name_is_shown_as_any_other(self, tree: Path, command: Command) -> None:
        arguments = ["check", "-", "--output-format", "concise", "--stdin-filename"]
        result = command(*arguments, str(tree / "src" / "a.py"), input=LEGACY)
        assert result.stdout.startswith("src/a.py:2:")

    def test_bytes_that_are_no_text(self, command: Command) -> None:
        result = command("check", "-", "--output-format", "concise", input=b"'\xff'\n")
        assert result.stdout.startswith("-:1:2: CLB901 ")

    def test_clean(self, command: Command) -> None:
        assert command("check", "-", input="x = 1\n").exit_code == 0


class TestOutput:
    @pytest.fixture(autouse=True)
    def legacy(self, tree: Path) -> None:
        (tree / "a.py").write_text(LEGACY)

    def test_json_is_all_there_is(self, command: Command) -> None:
        result = command("check", "--output-format", "json")
        assert all(
            finding["path"] == "a.py" and finding["line"] > 0
            for finding in json.loads(result.stdout)
        )
        assert result.stderr == ""

    def test_json_when_nothing_is_found(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("x = 1\n")
        assert command("check", "--output-format", "json").stdout == "[]\n"

    def test_statistics(self, command: Command) -> None:
        result = command("check", "--statistics", "--select", "CLB101,CLB202")
        assert result.exit_code == 1
        assert result.stdout == (
            "1  CLB101  error-code-check\n"
            "1  CLB202  sdk-import\n"
            "Found 2 findings in 1 file (1 file checked).\n"
        )

    def test_the_same_report_twice(self, command: Command) -> None:
        assert command("check").stdout == command("check", "./a.py", ".").stdout


class TestOutputFile:
    @pytest.fixture(autouse=True)
    def legacy(self, tree: Path) -> None:
        (tree / "a.py").write_text(LEGACY)

    def test_the_report_goes_there(self, tree: Path, command: Command) -> None:
        expected = command("check", "--output-format", "json").stdout
        result = command("check", "--output-format", "json", "--output-file", "report.json")
        assert result.exit_code == 1
        assert (tree / "report.json").read_text() == expected
        assert result.stdout == ""
        assert result.stderr.startswith("Found ")
        assert sorted(os.listdir(tree)) == ["a.py", "report.json"]

    def test_it_is_as_readable_as_any_new_file(self, tree: Path, command: Command) -> None:
        (tree / "other").touch()
        command("check", "--output-file", "report")
        assert (tree / "report").stat().st_mode == (tree / "other").stat().st_mode

    def test_an_old_file_keeps_its_mode(self, tree: Path, command: Command) -> None:
        (tree / "report").write_text("old")
        (tree / "report").chmod(0o640)
        command("check", "--output-file", "report")
        assert stat.S_IMODE((tree / "report").stat().st_mode) == 0o640
        assert (tree / "report").read_text() != "old"

    def test_no_report_of_an_earlier_run_stays(self, tree: Path, command: Command) -> None:
        (tree / "report").write_text("old")
        result = command("check", "missing", "--output-file", "report")
        assert result.exit_code == 2
        reason = "no such file or folder: 'missing'"
        assert (tree / "report").read_text() == f"Nothing was checked: {reason}\n"
        assert result.stdout == ""
        assert result.stderr == f"clb-migrate: error: {reason}\n"

    def test_and_when_it_cannot_be_replaced(
        self, tree: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        (tree / "report").write_text("old")
        monkeypatch.setattr("os.fsync", fail)
        result = command("check", "--output-file", "report")
        assert result.exit_code == 2
        assert result.stderr == (
            "clb-migrate: error: cannot write 'report': no space left on device\n"
        )
        assert (tree / "report").read_text() == "old"
        assert sorted(os.listdir(tree)) == ["a.py", "report"]

    def test_a_link_stays_a_link(self, tree: Path, command: Command) -> None:
        (tree / "link").symlink_to("report")
        command("check", "--output-file", "link")
        assert (tree / "link").is_symlink()
        assert (tree / "report").read_text()

    def test_a_device(self, command: Command) -> None:
        result = command("check", "--output-file", os.devnull)
        assert result.exit_code == 1
        assert not Path(os.devnull).is_file()

    def test_a_folder(self, tree: Path, command: Command) -> None:
        (tree / "folder").mkdir()
        result = command("check", "--output-file", "folder")
        assert result.exit_code == 2
        assert "cannot write 'folder': is a directory" in result.stderr


class TestOutputs:
    @pytest.fixture(autouse=True)
    def legacy(self, tree: Path) -> None:
        (tree / "a.py").write_text(LEGACY)

    def test_several_in_one_run(self, tree: Path, command: Command) -> None:
        outputs = ("sarif=a.sarif", "jsonl=a.jsonl", "concise")
        result = command("check", *(f"--output={output}" for output in outputs))
        assert result.exit_code == 1
        assert result.stderr == ""
        assert result.stdout == command("check", "--output-format", "concise").stdout
        (run,) = json.loads((tree / "a.sarif").read_text())["runs"]
        lines = (tree / "a.jsonl").read_text().splitlines()
        assert len(run["results"]) == len(lines) == len(result.stdout.splitlines())

    def test_only_files(self, tree: Path, command: Command) -> None:
        result = command("check", "--output", "json=a.json", "--output", "junit=a.xml")
        assert result.stdout == ""
        assert result.stderr.startswith("Found ")
        assert sorted(os.listdir(tree)) == ["a.json", "a.py", "a.xml"]

    def test_statistics_go_to_all(self, tree: Path, command: Command) -> None:
        result = command("check", "--statistics", "--output", "json=a.json", "--output", "concise")
        counted = {row["rule"]: row["count"] for row in json.loads((tree / "a.json").read_text())}
        assert counted["CLB101"] == 1
        assert "1\tCLB101\terror-code-check\n" in result.stdout

    def test_a_file_name_may_hold_anything(self, tree: Path, command: Command) -> None:
        assert command("check", "--output", "json=a=b c.json").exit_code == 1
        assert json.loads((tree / "a=b c.json").read_text())

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--output", "xml"], "'xml' is not one of"),
            (["--output", "json="], "a file name is missing behind 'json='"),
            (["--output", "=a"], "'' is not one of"),
            (
                ["--output", "json", "--output", "text"],
                "json and text cannot both go to standard output; give each a file",
            ),
            (
                ["--output", "json=r", "--output", "text=./r"],
                "json and text cannot both go to './r'",
            ),
            (
                ["--output", "json", "--output-format", "text"],
                "--output and --output-format cannot be used together",
            ),
            (
                ["--output", "json", "--output-file", "r"],
                "--output and --output-file cannot be used together",
            ),
        ],
    )
    def test_what_makes_no_sense(
        self, tree: Path, command: Command, arguments: list[str], message: str
    ) -> None:
        result = command("check", *arguments)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert message in result.stderr
        assert result.stderr.count("\n") == 1
        assert os.listdir(tree) == ["a.py"]

    def test_one_that_cannot_be_written_costs_no_other(self, tree: Path, command: Command) -> None:
        outputs = ("text=no/folder", "sarif=a.sarif", "text=no/other", "json")
        result = command("check", *(f"--output={output}" for output in outputs))
        assert result.exit_code == 2
        assert json.loads(result.stdout)
        assert json.loads((tree / "a.sarif").read_text())
        assert "cannot write 'no/folder'" in result.stderr
        assert "cannot write 'no/other'" in result.stderr
        assert result.stderr.count("\n") == 1

    def test_where_the_check_cannot_be_done_all_say_so(self, tree: Path, command: Command) -> None:
        for name in ("a.sarif", "a.xml", "a.md", "a.json"):
            (tree / name).write_text("of an earlier run")
        outputs = ("sarif=a.sarif", "junit=a.xml", "markdown=a.md", "json=a.json", "gitlab")
        result = command("check", "missing", *(f"--output={output}" for output in outputs))
        reason = "no such file or folder: 'missing'"
        assert result.exit_code == 2
        assert result.stdout == "[]\n"
        assert result.stderr == f"clb-migrate: error: {reason}\n"
        (run,) = json.loads((tree / "a.sarif").read_text())["runs"]
        assert run["invocations"][0]["executionSuccessful"] is False
        assert reason in (tree / "a.xml").read_text()
        assert "Nothing was checked" in (tree / "a.md").read_text()
        assert json.loads((tree / "a.json").read_text()) == []


class TestFixesInReports:
    CODE = LEGACY.replace('{"Region": "gz"}', '{"Region": "gz", "secretId": "i", "secretKey": "k"}')

    @pytest.fixture(autouse=True)
    def legacy(self, tree: Path) -> None:
        (tree / "a.py").write_text(self.CODE)

    def fixes(self, log: str) -> list[object]:
        (run,) = json.loads(log)["runs"]
        return [fix for result in run["results"] for fix in result.get("fixes", [])]

    def test_sarif_has_them_and_nothing_is_written(self, tree: Path, command: Command) -> None:
        result = command("check", "--output", "sarif")
        assert len(self.fixes(result.stdout)) == 1
        assert (tree / "a.py").read_text() == self.CODE

    def test_so_has_what_is_read_from_standard_input(self, command: Command) -> None:
        named = ("-", "--stdin-filename", "a.py")
        result = command("check", *named, "--output", "sarif", input=self.CODE)
        assert len(self.fixes(result.stdout)) == 1

    def test_a_suggestion_is_what_fix_writes(self, tree: Path, command: Command) -> None:
        result = command("check", "--output", "rdjson")
        diagnostics = json.loads(result.stdout)["diagnostics"]
        (suggestion,) = [each for found in diagnostics for each in found.get("suggestions", [])]
        command("fix", "--allow-dirty")
        assert suggestion["text"] in (tree / "a.py").read_text()

    def test_other_formats_say_the_same_beside_them(self, command: Command) -> None:
        alone = command("check", "--output-format", "json").stdout
        assert command("check", "--output", "sarif=a.sarif", "--output", "json").stdout == alone

    def test_only_files_that_were_asked_for_are_changed(self, command: Command) -> None:
        result = command("check", "--project", ".", "a.py", "--output", "sarif")
        assert len(self.fixes(result.stdout)) == 1


class Panic(BaseException):
    """What a parser written in another language raises when it gives up."""


class TestOwnErrors:
    @pytest.fixture(autouse=True, params=[RuntimeError, RecursionError, MemoryError, Panic])
    def broken(
        self, tree: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
    ) -> type[BaseException]:
        error: type[BaseException] = request.param

        def analyse(*_: object) -> Iterator[Finding]:
            raise error("no\nidea")

        monkeypatch.setattr("clb_migrate.analysis.analyse_project", analyse)
        (tree / "a.py").write_text(LEGACY)
        return error

    def test_they_are_one_line(self, command: Command, broken: type[BaseException]) -> None:
        result = command("check")
        assert result.exit_code == 2
        assert result.stdout == ""
        expected = f"clb-migrate: error: internal error: {broken.__name__}: no idea"
        assert result.stderr.startswith(expected)
        assert result.stderr.count("\n") == 1

    def test_and_a_traceback_for_who_asks(
        self, command: Command, monkeypatch: pytest.MonkeyPatch, broken: type[BaseException]
    ) -> None:
        monkeypatch.setenv("CLB_MIGRATE_TRACEBACK", "1")
        with pytest.raises(broken) if broken is Panic else contextlib.nullcontext():
            assert isinstance(command("check").exception, broken)


def test_json_stays_valid_when_the_check_cannot_be_done(command: Command) -> None:
    result = command("check", "--output-format", "json", "no-such-path")
    assert result.exit_code == 2
    assert json.loads(result.stdout) == []
    assert "no-such-path" in result.stderr
    assert command("check", "no-such-path").stdout == ""


def test_the_words_for_certainty_are_those_of_the_values(command: Command) -> None:
    text = command("check", "--help").stdout
    assert all(each.label in text for each in Certainty)
