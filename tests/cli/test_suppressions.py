"""Comments that say what not to report, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_check import LEGACY, POSSIBLE

USELESS = "x = 1  # clb: ignore[CLB101] -- long gone\n"


class TestCheck:
    def test_the_last_line_tells_how_many(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(f"# clb: ignore-file\n{LEGACY}")
        (tree / "b.py").write_text("import QcloudApi\n")
        result = command("check")
        assert result.exit_code == 1
        assert result.stdout.endswith(
            "Found 1 finding in 1 file (2 files checked, 5 suppressed).\n"
        )
        result = command("check", "a.py")
        assert result.exit_code == 0
        assert result.stdout == "All checks passed (1 file checked, 5 suppressed).\n"

    @pytest.mark.parametrize("path", ["a.py", "."])
    def test_one_that_is_unused_is_found(self, path: str, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(USELESS)
        (tree / "b.py").write_text("x = 1\n")
        result = command("check", path)
        assert result.exit_code == 1
        assert "a.py:1:8: CLB902 unused-suppression: this comment suppresses nothing" in (
            result.stdout
        )
        assert "fix        safe: remove what is not needed\n" in result.stdout

    def test_a_second_run_and_more_processes_say_the_same(
        self, tree: Path, command: Command
    ) -> None:
        for number in range(600):
            (tree / f"m{number}.py").write_text(USELESS if number % 100 == 0 else "x = 1\n")
        first = command("check", "--output-format", "json")
        assert len(json.loads(first.stdout)) == 6
        for _ in range(2):
            assert command("check", "--output-format", "json", "-j", "2").stdout == first.stdout
        assert command("check", "--output-format", "json", "--no-cache").stdout == first.stdout

    def test_standard_input(self, command: Command) -> None:
        result = command("check", "-", input=LEGACY + "# clb: ignore-file")
        assert result.stdout == "All checks passed (1 file checked, 5 suppressed).\n"

    def test_statistics_count_what_is_reported(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(LEGACY + "import QcloudApi  # clb: ignore[CLB202, CLB1]\n")
        result = command("check", "--statistics", "--select", "CLB202,CLB902")
        assert result.stdout.splitlines()[:2] == [
            "1  CLB202  sdk-import",
            "1  CLB902  unused-suppression",
        ]


class TestFix:
    def test_unused_ones_go(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_bytes(b"# \xc3\xa9\r\n" + USELESS.encode())
        result = command("fix")
        assert result.exit_code == 0
        assert (tree / "a.py").read_bytes() == b"# \xc3\xa9\r\nx = 1\n"
        assert result.stdout.endswith(
            "Changed 1 file, 0 flows migrated, 1 unused suppression removed; "
            "no finding is left (1 file checked).\n"
        )
        assert command("fix").stdout == "Nothing to fix (1 file checked).\n"

    @pytest.mark.parametrize("option", ["--diff", "--check", "--ignore=CLB902"])
    def test_unless_nothing_is_to_be_written(
        self, option: str, tree: Path, command: Command
    ) -> None:
        (tree / "a.py").write_text(USELESS)
        result = command("fix", option)
        assert result.exit_code == (0 if "ignore" in option else 1)
        assert (tree / "a.py").read_text() == USELESS
        assert ("-x = 1  # clb" in result.stdout) == (option == "--diff")


class TestAddIgnores:
    def test_then_nothing_is_found(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(LEGACY)
        result = command("check", "--add-ignores", "--reason", "the mock, till spring")
        assert result.exit_code == 0
        assert result.stderr == "clb-migrate: suppressed 5 findings in 1 file\n"
        assert result.stdout == "All checks passed (1 file checked, 5 suppressed).\n"
        written = (tree / "a.py").read_text()
        assert written.count("  # clb: ignore[CLB") == 5
        assert written.count("] -- the mock, till spring\n") == 5
        assert command("check").exit_code == 0
        again = command("check", "--add-ignores")
        assert again.stderr == "clb-migrate: suppressed 0 findings in 0 files\n"
        assert (tree / "a.py").read_text() == written

    def test_only_in_the_files_given(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(LEGACY)
        (tree / "b.py").write_text(LEGACY)
        assert command("check", "--add-ignores", "a.py").exit_code == 0
        assert "# clb: ignore[CLB202]\n" in (tree / "a.py").read_text()
        assert (tree / "b.py").read_text() == LEGACY

    def test_only_for_what_is_asked_for(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(LEGACY)
        (tree / "b.py").write_text(POSSIBLE)
        assert command("check", "--add-ignores", "--select", "CLB101").exit_code == 0
        assert (tree / "a.py").read_text().count("clb: ignore") == 1
        assert (tree / "b.py").read_text() == POSSIBLE
        assert command("check").exit_code == 1
        assert command("check", "--add-ignores", "--min-confidence=possible").exit_code == 0
        assert command("check", "--min-confidence=possible").exit_code == 0
        assert command("check").exit_code == 0

    def test_what_is_to_be_mended_is_left(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text("import QcloudApi\nf(\n")
        (tree / "b.py").write_text(USELESS)
        result = command("check", "--add-ignores", "--output-format", "concise")
        assert result.exit_code == 1
        assert [line.split()[1] for line in result.stdout.splitlines()] == ["CLB901", "CLB902"]
        assert (tree / "b.py").read_text() == USELESS

    def test_over_modules(self, tree: Path, command: Command) -> None:
        """Also in a file that is only looked into for the sake of another."""
        (tree / "shop.py").write_text(LEGACY)
        (tree / "use.py").write_text("import shop\nok = shop.answer['code'] == 4105\n")
        assert command("check", "--add-ignores").exit_code == 0
        assert "# clb: ignore[CLB101]" in (tree / "use.py").read_text()
        assert command("check").exit_code == 0

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("-", "--add-ignores"), "cannot write to standard input"),
            (("--reason=why",), "--reason goes with --add-ignores"),
            (("--add-ignores", "--reason=a\nb"), "--reason is one line of text"),
            (("--add-ignores", "--reason=a # noqa"), "would begin another comment"),
            (
                ("latin.py", "--add-ignores", "--reason=\u4e00"),
                "latin.py: its encoding has no room",
            ),
        ],
    )
    def test_what_cannot_be_done(
        self, arguments: tuple[str, ...], message: str, tree: Path, command: Command
    ) -> None:
        code = f"# coding: latin-1\n{LEGACY}"
        (tree / "latin.py").write_text(code)
        result = command("check", *arguments, input=LEGACY)
        assert result.exit_code == 2
        assert message in result.stderr
        assert (tree / "latin.py").read_text() == code

    def test_a_read_only_file_keeps_all_as_they_are(self, tree: Path, command: Command) -> None:
        (tree / "a.py").write_text(LEGACY)
        (tree / "b.py").write_text(LEGACY)
        (tree / "b.py").chmod(0o444)
        result = command("check", "--add-ignores")
        assert result.exit_code == 2
        assert "cannot write b.py: it is read-only" in result.stderr
        assert (tree / "a.py").read_text() == LEGACY
