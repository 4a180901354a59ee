"""How much is told, and in which colours, on which stream."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from clb_migrate.cli import progress
from clb_migrate.cli.application import application
from clb_migrate.cli.options import Volume
from clb_migrate.cli.progress import TerminalWatch, watching
from clb_migrate.cli.streams import view_of
from tests.cli.conftest import Command

LEGACY = "from QcloudApi.qcloudapi import QcloudApi\n"
UNMATCHED = '[tool.clb-migrate.sources]\n"nowhere.send()" = "legacy response"\n'
COMMANDS = application.list_commands(click.Context(application))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def legacy(tree: Path) -> Path:
    """A project with a finding, a clean file and a declaration that warns."""
    (tree / "a.py").write_text(LEGACY)
    (tree / "b.py").write_text("x = 1\n")
    (tree / "pyproject.toml").write_text(UNMATCHED)
    return tree


@pytest.fixture(autouse=True)
def _no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


class TestQuiet:
    @pytest.mark.usefixtures("legacy")
    def test_a_check_prints_findings_only(self, command: Command) -> None:
        loud, quiet = command("check"), command("check", "-q")
        assert "warning: " in loud.stderr
        assert quiet.stderr == ""
        assert quiet.exit_code == loud.exit_code == 1
        assert loud.stdout == f"{quiet.stdout}Found 1 finding in 1 file (3 files checked).\n"

    def test_a_clean_check_prints_nothing(self, command: Command, tree: Path) -> None:
        (tree / "a.py").write_text("x = 1\n")
        result = command("check", "--quiet")
        assert (result.exit_code, result.output) == (0, "")

    def test_errors_are_told(self, command: Command) -> None:
        result = command("check", "-q", "nowhere")
        assert result.exit_code == 2
        assert "nowhere" in result.stderr

    @pytest.mark.usefixtures("legacy")
    def test_a_report_in_a_file(self, command: Command, tree: Path) -> None:
        assert command("check", "-q", "--output-file", "report.txt").output == ""
        assert (tree / "report.txt").read_text() == command("check", "-q").stdout

    def test_a_fix_tells_what_is_left_to_do(self, command: Command, tree: Path) -> None:
        (tree / "a.py").write_text(
            "import json\nfrom QcloudApi.qcloudapi import QcloudApi\n"
            "answer = json.loads(QcloudApi('lb', {}).call('DescribeLoadBalancers', {}))\n"
            "print(answer.keys())\n"
        )
        loud, quiet = command("fix", "--check"), command("fix", "--check", "-q")
        assert "For you to migrate: 1 flow" in quiet.stdout
        assert quiet.stdout in loud.stdout
        assert "checked)" not in quiet.stdout
        assert quiet.exit_code == loud.exit_code == 1


class TestVerbose:
    @pytest.mark.usefixtures("legacy")
    @pytest.mark.parametrize("name", ["check", "fix"])
    def test_what_happened_is_told_beside_the_result(self, command: Command, name: str) -> None:
        cache = ("--cache-dir", "kept")
        result = command(name, "-v", *cache)
        assert result.stdout == command(name, *cache).stdout
        lines = dict(re.findall(r"^([a-z]+):\s+(.+)$", result.stderr, re.MULTILINE))
        assert lines["configuration"] == "pyproject.toml"
        assert lines["cache"] == "kept"
        assert re.fullmatch(r"a\.py \(\d\.\d{3} s\)", lines["parsed"])
        assert lines["files"].startswith("3 looked at, 1 not clean at first sight, 1 parsed, ")
        assert re.fullmatch(r"\d\.\d{3} s", lines["time"])
        again = command(name, "--verbose", *cache).stderr
        assert "parsed: " not in again
        assert "0 parsed" in again
        assert not again.count("0 known from the cache")

    def test_standard_input(self, command: Command) -> None:
        told = command("check", "-v", "--no-cache", "-", input=LEGACY).stderr
        assert "files:         1 looked at, 1 not clean at first sight, 1 parsed, " in told
        assert "parsed:        - (" in told

    def test_nothing_to_go_by(self, command: Command, tree: Path) -> None:
        (tree / "a.py").write_text("x = 1\n")
        told = command("check", "-v", "--no-cache").stderr
        assert "configuration: none\ncache:         none\n" in told

    @pytest.mark.parametrize("name", ["check", "fix"])
    def test_not_both(self, command: Command, name: str) -> None:
        result = command(name, "-q", "-v")
        assert result.exit_code == 2
        assert "--quiet and --verbose exclude each other" in result.stderr


class TestColour:
    @pytest.mark.usefixtures("legacy")
    @pytest.mark.parametrize(
        ("arguments", "variables", "coloured"),
        [
            ((), {}, False),
            (("--color", "always"), {}, True),
            (("--color", "always"), {"NO_COLOR": "1"}, True),
            (("--color", "auto"), {}, False),
            (("--color", "never"), {"FORCE_COLOR": "1"}, False),
            ((), {"FORCE_COLOR": "1"}, True),
            ((), {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
            ((), {"FORCE_COLOR": "0"}, False),
            ((), {"FORCE_COLOR": ""}, False),
            ((), {"CLICOLOR_FORCE": "1"}, True),
            ((), {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
            ((), {"CLICOLOR_FORCE": "1", "NO_COLOR": ""}, True),
        ],
    )
    def test_in_a_pipe(
        self,
        command: Command,
        arguments: tuple[str, ...],
        variables: Mapping[str, str],
        coloured: bool,
    ) -> None:
        # Runners strip colours by themselves unless they are told not to.
        for words in (("check", *arguments), (*arguments, "check")):
            shown = command(*words, env=variables).stdout
            assert ("\x1b[1;31mCLB202\x1b[0m" in shown) is coloured
            assert "CLB202" in shown

    @pytest.mark.usefixtures("legacy")
    def test_programs_get_none(self, command: Command) -> None:
        result = command("check", "--color", "always", "--output-format", "json")
        assert "\x1b" not in result.stdout

    @pytest.mark.usefixtures("legacy")
    def test_the_summary_beside_a_diff(self, command: Command) -> None:
        result = command("fix", "--diff", "--color", "always")
        assert "\x1b[" in result.stderr
        assert "\x1b" not in result.stdout

    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_command_has_the_option(self, name: str) -> None:
        found = application.get_command(click.Context(application), name)
        assert found is not None
        assert "color" in {param.name for param in found.params}

    def test_each_stream_is_judged_by_itself(self) -> None:
        assert view_of(Terminal()).colour
        assert not view_of(io.StringIO()).colour


class TestWidth:
    def test_a_pipe_has_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "60")
        assert view_of(io.StringIO()).width is None
        assert view_of(Terminal()).width == 60

    @pytest.mark.parametrize("columns", ["", "0", "wide", "-5"])
    def test_what_is_no_width(self, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        assert view_of(Terminal()).width == 80


class TestProgress:
    def test_reading_many_files_moves_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(progress, "_PATIENCE", 0.0)
        monkeypatch.setattr(progress, "_PACE", 0.0)
        stream = Terminal()
        with watching(stream, Volume.NORMAL) as watch:
            for count in (500, 1000):
                watch.screen(count, 20_000)
        shown = stream.getvalue().split("\r\033[K")
        assert len(shown) == 4
        assert shown[1].startswith("500 of 20,000 files looked at (")
        assert shown[2].startswith("1,000 of 20,000 files looked at (")
        assert shown[3] == ""

    def test_short_runs_show_nothing(self) -> None:
        stream = Terminal()
        with watching(stream, Volume.NORMAL) as watch:
            watch.screen(500, 20_000)
        assert stream.getvalue() == ""

    def test_it_is_taken_away_after_an_error(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(progress, "_PATIENCE", 0.0)
        monkeypatch.setattr(progress, "_PACE", 0.0)
        stream = Terminal()
        with contextlib.suppress(KeyboardInterrupt), watching(stream, Volume.NORMAL) as watch:
            watch.screen(500, 20_000)
            raise KeyboardInterrupt
        assert stream.getvalue().endswith("\r\033[K")

    @pytest.mark.parametrize(
        ("stream", "volume", "terminal"),
        [
            (io.StringIO(), Volume.NORMAL, "xterm"),
            (Terminal(), Volume.QUIET, "xterm"),
            (Terminal(), Volume.NORMAL, "dumb"),
            (None, Volume.NORMAL, "xterm"),
        ],
    )
    def test_where_there_is_none(
        self,
        monkeypatch: pytest.MonkeyPatch,
        stream: io.StringIO | None,
        volume: Volume,
        terminal: str,
    ) -> None:
        monkeypatch.setenv("TERM", terminal)
        with watching(stream, volume) as watch:
            assert isinstance(watch, TerminalWatch)
            assert watch.stream is None


def test_the_shortcut_for_clean_files_leaves_colours_to_the_command(tmp_path: Path) -> None:
    from tests.cli.test_process import run

    (tmp_path / "a.py").write_text("x = 1\n")
    assert run(tmp_path, "check", FORCE_COLOR="1").stdout.startswith("\x1b[32mAll checks passed")
    assert "\x1b" not in run(tmp_path, "check", FORCE_COLOR="0").stdout
