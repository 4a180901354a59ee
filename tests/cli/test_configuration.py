"""What a configuration file changes in a run, and `clb-migrate config`, which tells of it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from clb_migrate.manual.folder import CONFIGURATION, FOLDER
from tests.cli.conftest import Command
from tests.cli.test_process import imported_by, run

LEGACY = """\
import json
from QcloudApi.qcloudapi import QcloudApi


def listed(answer=None):
    service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
    answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 20}))
    if answer["code"] == 4104:
        raise LookupError(answer["message"])
    return answer


listed()
"""
ALONE = """\
import json
from QcloudApi.qcloudapi import QcloudApi


def alive():
    service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
    return json.loads(service.call("DescribeLoadBalancers", {"limit": 20}))["code"] == 0


print(alive())
"""


@pytest.fixture
def project(tree: Path) -> Path:
    """A project with legacy code in three folders, in which the tests are started."""
    for name in ("src", "tests", "vendor"):
        (tree / name).mkdir()
        (tree / name / f"{name}_a.py").write_text(LEGACY)
    return tree


def configure(folder: Path, text: str, name: str = "clb-migrate.toml") -> None:
    (folder / name).write_text(text)


def found(command: Command, *arguments: str) -> set[tuple[str, str]]:
    """Return the file and the rule of each finding."""
    result = command("check", "--no-cache", *arguments, "--output-format", "json")
    assert result.exit_code in (0, 1), result.output
    return {(each["path"], each["rule"]) for each in json.loads(result.stdout)}


def rules_in(command: Command, path: str, *arguments: str) -> set[str]:
    return {rule for file, rule in found(command, *arguments) if file == path}


class TestOptions:
    def test_the_file_stands_for_what_is_not_typed(self, project: Path, command: Command) -> None:
        configure(project, 'select = ["CLB1"]\nignore = ["CLB104"]\noutput-format = "concise"\n')
        told = command("check", "src", "--no-cache").stdout
        assert re.findall(r"^src/src_a.py:\d+:\d+: (\w+) ", told, re.MULTILINE) == ["CLB101"]

    def test_what_is_typed_overrules_it(self, project: Path, command: Command) -> None:
        configure(project, 'select = ["CLB1"]\nignore = ["CLB104"]\nstatistics = true\n')
        typed = found(command, "src", "--select", "CLB204", "--no-statistics")
        assert typed == {("src/src_a.py", "CLB204")}
        assert "CLB104" in rules_in(
            command, "src/src_a.py", "--ignore", "CLB101", "--no-statistics"
        )

    def test_both_files_say_the_same(self, project: Path, command: Command) -> None:
        text = 'select = ["CLB204"]\n'
        configure(project, f"[tool.clb-migrate]\n{text}", "pyproject.toml")
        shared = found(command)
        assert {rule for _, rule in shared} == {"CLB204"}
        (project / "pyproject.toml").unlink()
        configure(project, text)
        assert found(command) == shared

    def test_another_file_or_none(self, project: Path, command: Command) -> None:
        configure(project, 'select = ["CLB204"]\n')
        (project / "ci").mkdir()
        configure(project / "ci", 'select = ["CLB101"]\n', "strict.toml")
        assert rules_in(command, "src/src_a.py", "--config", "ci/strict.toml") == {"CLB101"}
        assert "CLB203" in rules_in(command, "src/src_a.py", "--isolated")
        wrong = command("check", "--config", "ci/strict.toml", "--isolated")
        assert wrong.exit_code == 2
        assert "--config and --isolated exclude each other" in wrong.stderr
        gone = command("check", "--config", "gone.toml")
        assert gone.exit_code == 2
        assert "cannot read the configuration file 'gone.toml'" in gone.stderr

    def test_where_a_run_is_started_does_not_matter(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        configure(project, 'exclude = ["/vendor/", "tests/*.py"]\n')
        assert {path for path, _ in found(command)} == {"src/src_a.py"}
        # A folder that is named is looked at; below another root the patterns hold as well.
        (project / "src" / "vendor").mkdir()
        (project / "src" / "vendor" / "b.py").write_text(LEGACY)
        monkeypatch.chdir(project / "src")
        assert {path for path, _ in found(command)} == {"src_a.py", "vendor/b.py"}
        (project / "elsewhere").mkdir()
        monkeypatch.chdir(project / "elsewhere")
        assert {Path(path).name for path, _ in found(command, "..")} == {"src_a.py", "b.py"}

    def test_patterns_that_are_typed_are_meant_from_the_current_folder(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        configure(project, 'exclude = ["/src/"]\n')
        (project / "src" / "vendor").mkdir()
        (project / "src" / "vendor" / "b.py").write_text(LEGACY)
        monkeypatch.chdir(project / "src")
        assert {path for path, _ in found(command, ".", "--exclude", "/vendor")} == {"src_a.py"}

    def test_a_pattern_may_hold_a_comma(self, project: Path, command: Command) -> None:
        (project / "src" / "a,b.py").write_text(LEGACY)
        configure(project, 'exclude = ["a,b.py"]\n')
        assert "src/a,b.py" not in {path for path, _ in found(command)}

    def test_several_reports_go_where_the_file_says(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        configure(project, 'output = ["concise", "json=report.json"]\n')
        monkeypatch.chdir(project / "src")
        result = command("check", "--no-cache")
        assert "src_a.py:8:8: CLB101" in result.stdout
        assert json.loads((project / "report.json").read_text())

    def test_one_format_that_is_typed_takes_the_place_of_several(
        self, project: Path, command: Command
    ) -> None:
        configure(project, 'output = ["concise", "json=report.json"]\nquiet = true\n')
        result = command("check", "--no-cache", "--output-format", "json", "--verbose")
        assert json.loads(result.stdout)
        assert "configuration: clb-migrate.toml" in result.stderr
        assert not (project / "report.json").exists()

    def test_a_command_may_have_settings_of_its_own(self, project: Path, command: Command) -> None:
        configure(project, 'select = ["CLB1"]\n[check]\nselect = ["CLB2"]\n')
        assert rules_in(command, "src/src_a.py") == {"CLB202", "CLB203", "CLB204"}
        baseline = command("baseline", "src", "--no-cache")
        assert baseline.exit_code == 0, baseline.output
        written = json.loads((project / ".clb-migrate-baseline.json").read_text())
        assert {each["rule"] for each in written["findings"]} == {"CLB101", "CLB104"}

    def test_a_baseline_is_meant_from_the_folder_of_the_file(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (project / "ci").mkdir()
        configure(project, 'baseline = "ci/known.json"\n')
        assert command("baseline", "--no-cache").exit_code == 0
        assert (project / "ci" / "known.json").exists()
        monkeypatch.chdir(project / "src")
        assert found(command) == set()
        assert found(command, "--no-baseline")

    def test_fix_and_trace_and_clean_heed_it(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("CLB_MIGRATE_CACHE_DIR", raising=False)
        configure(
            project,
            'cache-dir = ".kept"\nunsafe-fixes = true\nexclude = ["vendor/", "tests/"]\n'
            '[trace]\noutput-format = "json"\n',
        )
        assert command("check").exit_code == 1
        assert (project / ".kept").is_dir()
        assert "Unsafe, not selected" not in command("fix", "--check").stdout
        assert json.loads(command("trace", "src/src_a.py:8").stdout)
        assert command("clean").stdout.endswith(" entries deleted from .kept\n")
        assert not (project / ".kept").exists()

    def test_colour(self, project: Path, command: Command) -> None:
        configure(project, 'color = "always"\n')
        assert "\x1b[" in command("check", "src").stdout
        assert "\x1b[" not in command("check", "src", "--color", "never").stdout
        assert "\x1b[" not in command("--color", "never", "check", "src").stdout

    def test_the_environment_stands_between_file_and_command_line(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        configure(project, 'cache-dir = "of-file"\n')
        monkeypatch.setenv("CLB_MIGRATE_CACHE_DIR", "of-environment")
        command("check", "src")
        command("check", "src", "--cache-dir", "typed")
        assert sorted(path.name for path in project.glob("*e*") if path.is_dir()) == [
            "of-environment",
            "tests",
            "typed",
            "vendor",
        ]

    def test_standard_input_has_the_configuration_of_its_name(
        self, project: Path, command: Command
    ) -> None:
        configure(project / "src", 'select = ["CLB101"]\n')
        arguments = ("check", "-", "--stdin-filename", "src/new.py", "--output-format", "concise")
        told = command(*arguments, input=LEGACY).stdout
        assert set(re.findall(r"CLB\d+", told)) == {"CLB101"}


class TestMistakes:
    @pytest.mark.parametrize("name", ["check", "fix", "baseline", "trace", "explain", "config"])
    def test_every_command_that_heeds_it_says_so(
        self, project: Path, command: Command, name: str
    ) -> None:
        configure(project, 'selct = ["CLB1"]\n')
        arguments = {"trace": ["src/src_a.py:8"], "explain": ["4104"]}.get(name, [])
        result = command(name, *arguments)
        assert result.exit_code == 2
        assert result.stderr == (
            "clb-migrate: error: clb-migrate.toml: unknown key 'selct'; did you mean 'select'?\n"
        )
        assert result.stdout == ""

    def test_help_is_given_all_the_same(self, project: Path, command: Command) -> None:
        configure(project, 'selct = ["CLB1"]\n')
        assert command("check", "--help").exit_code == 0
        assert command("check", "--isolated").exit_code == 1

    def test_a_report_that_was_asked_for_is_valid(self, project: Path, command: Command) -> None:
        configure(project, "jobs = 'x'\n")
        result = command("check", "--output", "sarif", "--output", "json=a.json")
        assert result.exit_code == 2
        assert json.loads(result.stdout)["version"] == "2.1.0"
        assert json.loads((project / "a.json").read_text()) == []

    def test_a_file_that_says_nothing_to_the_tool_may_be_broken(
        self, project: Path, command: Command
    ) -> None:
        configure(project, "=\n", "pyproject.toml")
        assert command("check", "src").exit_code == 1

    def test_a_row_that_is_wrong_is_told_with_its_file(
        self, project: Path, command: Command
    ) -> None:
        configure(project, 'rules = ["own.toml"]\n')
        configure(project, '[[action]]\nname = "A"\nmodul = "x"\n', "own.toml")
        result = command("check", "src")
        assert result.exit_code == 2
        assert "own.toml: action A: unknown key 'modul'; did you mean 'module'?" in result.stderr


class TestPaths:
    def test_rules_are_ignored_where_a_pattern_matches(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        configure(project, '[per-path]\n"tests/**" = { ignore = ["CLB1", "CLB202"] }\n')
        assert rules_in(command, "tests/tests_a.py") == {"CLB203", "CLB204"}
        assert {"CLB101", "CLB202"} <= rules_in(command, "src/src_a.py")
        monkeypatch.chdir(project / "tests")
        assert rules_in(command, "tests_a.py") == {"CLB203", "CLB204"}

    def test_what_is_ignored_adds_up_and_the_last_selection_counts(
        self, project: Path, command: Command
    ) -> None:
        configure(
            project,
            'ignore = ["CLB103"]\n[per-path]\n"*.py" = { select = ["CLB2"], ignore = ["CLB202"] }\n'
            '"src/" = { select = ["CLB1"], ignore = ["CLB104"] }\n',
        )
        assert rules_in(command, "tests/tests_a.py") == {"CLB203", "CLB204"}
        assert rules_in(command, "src/src_a.py") == {"CLB101"}

    def test_a_path_may_ask_for_more(self, project: Path, command: Command) -> None:
        (project / "src" / "b.py").write_text("def f(ret_code):\n    return ret_code == 4104\n")
        (project / "tests" / "b.py").write_text("def f(ret_code):\n    return ret_code == 4104\n")
        usual = found(command)
        configure(project, '[per-path."src/"]\nselect = ["ALL"]\nmin-confidence = "possible"\n')
        assert found(command) - usual == {("src/src_a.py", "CLB301"), ("src/b.py", "CLB101")}
        assert usual <= found(command)
        assert found(command, "--min-confidence", "likely") - usual == {("src/src_a.py", "CLB301")}
        assert found(command, "--select", "CLB204") == {
            (f"{name}/{name}_a.py", "CLB204") for name in ("src", "tests", "vendor")
        }

    def test_a_path_may_ask_for_what_is_surer(self, project: Path, command: Command) -> None:
        likely = "from src_a import listed\n\n\ndef told(code):\n    return code == 4104\n"
        for name in ("src", "tests"):
            (project / name / "b.py").write_text(likely.replace("src_a", f"{name}_a"))
        assert {("src/b.py", "CLB101"), ("tests/b.py", "CLB101")} <= found(command)
        configure(project, '[per-path."tests/"]\nmin-confidence = "certain"\n')
        assert ("src/b.py", "CLB101") in found(command)
        assert ("tests/b.py", "CLB101") not in found(command)
        assert ("tests/tests_a.py", "CLB101") in found(command)

    def test_fix_leaves_what_is_ignored_there(self, tree: Path, command: Command) -> None:
        for name in ("a", "b"):
            (tree / name).mkdir()
            (tree / name / f"{name}_x.py").write_text(ALONE)
        configure(tree, '[per-path."b/"]\nignore = ["CLB102"]\n')
        result = command("fix", "--no-cache")
        assert "CommonClient" in (tree / "a" / "a_x.py").read_text()
        assert (tree / "b" / "b_x.py").read_text() == ALONE
        assert "CLB102 is not to be reported here (clb-migrate.toml says so of b/)" in re.sub(
            r"\s+", " ", result.stdout
        )

    def test_fix_does_not_mind_what_only_other_paths_ask_for(
        self, tree: Path, command: Command
    ) -> None:
        (tree / "a.py").write_text(ALONE)
        configure(tree, '[per-path."b/"]\nselect = ["ALL"]\nmin-confidence = "possible"\n')
        assert command("fix", "--no-cache").exit_code == 0
        assert "CommonClient" in (tree / "a.py").read_text()

    def test_dependencies_have_paths_too(self, project: Path, command: Command) -> None:
        for name in ("src", "tests"):
            (project / name / "requirements.txt").write_text("qcloudapi-sdk-python\n")
        configure(project, '[per-path."tests/"]\nignore = ["CLB207"]\n')
        asked = {path for path, rule in found(command) if rule == "CLB207"}
        assert asked == {"src/requirements.txt"}

    def test_a_baseline_has_nothing_of_what_is_ignored(
        self, project: Path, command: Command
    ) -> None:
        configure(project, '[per-path."tests/"]\nignore = ["CLB1"]\n')
        command("baseline", "--no-cache")
        assert found(command) == set()
        configure(project, "")
        assert {(path, rule[:4]) for path, rule in found(command)} == {("tests/tests_a.py", "CLB1")}


class TestOwnRows:
    def example(self, tree: Path) -> str:
        """Lay out the example of the page, and return what the page says is told of it."""
        page = (FOLDER / CONFIGURATION).read_text(encoding="utf-8")
        section = page.partition("## Rows of your own")[2]
        settings, rows = re.findall(r"```toml\n(.*?)```", section, re.DOTALL)[:2]
        code, told = (
            re.findall(rf"```{kind}\n(.*?)```", section, re.DOTALL)[0]
            for kind in ("python", "text")
        )
        (tree / "migration").mkdir()
        configure(tree, settings, "pyproject.toml")
        (tree / "migration" / "acme.toml").write_text(rows)
        (tree / "app.py").write_text(code)
        return str(told)

    def test_the_example_of_the_page(self, tree: Path, command: Command) -> None:
        told = self.example(tree)
        result = command("check", "app.py", "--output-format", "concise")
        assert result.stdout == told
        whole = command("check", "app.py").stdout
        assert "The platform team runs the new service, see its handbook." in whole
        assert "ListShelves" in command("explain", "DescribeShelves").stdout
        assert command("check", "app.py", "--isolated").exit_code == 0

    def test_fix_leaves_what_own_functions_send(self, tree: Path, command: Command) -> None:
        self.example(tree)
        before = (tree / "app.py").read_text()
        assert command("fix").exit_code == 1
        assert (tree / "app.py").read_text() == before

    def test_a_changed_row_shows_at_once(self, tree: Path, command: Command) -> None:
        self.example(tree)
        rows = tree / "migration" / "acme.toml"
        for number in range(250):  # so many that it is kept which of them are clean
            (tree / f"clean{number}.py").write_text("def f(vault):\n    return vault.pull('A')\n")
        (tree / "other.py").write_text("from vault import pull\npull('DescribeShelves')\n")
        first = command("check", "--cache-dir", "kept", "--output-format", "concise").stdout
        assert "other.py" not in first
        added = '\n[[legacy_functions]]\nname = "vault.pull"\nfixed_module = "warehouse"\n'
        added += 'action = { position = 0 }\nreturns = "body"\n'
        rows.write_text(rows.read_text().replace("ListShelves", "ListRacks") + added)
        second = command("check", "--cache-dir", "kept", "--output-format", "concise").stdout
        assert "DescribeShelves is ListRacks in API 3.0" in second
        assert "other.py:2:1: CLB204" in second

    def test_several_processes_know_them(self, tree: Path, command: Command) -> None:
        told = self.example(tree)
        for number in range(20):
            (tree / f"app{number}.py").write_text((tree / "app.py").read_text())
        outputs = [
            command("check", "--no-cache", "-j", jobs, "--output-format", "concise").stdout
            for jobs in ("1", "3")
        ]
        assert outputs[0] == outputs[1]
        assert outputs[0].count("CLB204") == 21 * told.count("CLB204")

    def test_a_folder_and_a_file_of_one(self, tree: Path, command: Command) -> None:
        told = self.example(tree)
        document = (tree / "migration" / "acme.toml").read_text()
        start = document.index("# A module behind")
        folder = tree / "migration" / "rules"
        (folder / "actions").mkdir(parents=True)
        (folder / "sdk.toml").write_text(document[:start])
        module, _, action = document[start:].partition("[[action]]")
        (folder / "modules.toml").write_text(module)
        (folder / "actions" / "warehouse.toml").write_text(f"[[action]]{action}")
        listed = ["sdk.toml", "modules.toml", "actions/warehouse.toml"]
        for paths in (["migration/rules/"], [f"migration/rules/{each}" for each in listed]):
            configure(tree, f"rules = {json.dumps(paths)}\n")
            assert command("check", "app.py", "--output-format", "concise").stdout == told


class TestConfig:
    def test_every_value_and_who_says_so(
        self, project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        configure(project, 'ignore = ["CLB104"]\njobs = 2\n')
        monkeypatch.setenv("CLB_MIGRATE_CACHE_DIR", "kept")
        typed = [
            "--min-confidence",
            "certain",
            "--no-cache",
            "--jobs",
            "3",
            "--select",
            "CLB1,CLB2",
        ]
        lines = command("config", *typed, "--output", "sarif=x").stdout.splitlines()
        assert lines[0] == "# clb-migrate.toml"
        told = {line.split(" = ")[0]: re.split(r" = | +# ", line)[1:] for line in lines[1:]}
        assert told["ignore"] == ['["CLB104"]', "clb-migrate.toml"]
        assert told["jobs"] == ["3", "command line"]
        assert told["output"] == ['["sarif=x"]', "command line"]
        assert told["min-confidence"] == ['"certain"', "command line"]
        assert told["cache"] == ["false", "command line"]
        assert told["cache-dir"] == ['"kept"', "environment, CLB_MIGRATE_CACHE_DIR"]
        assert told["select"] == ['["CLB1", "CLB2"]', "command line"]
        assert told["exclude"] == ["[]", "default"]

    def test_its_text_is_a_configuration_file(self, project: Path, command: Command) -> None:
        text = (
            'exclude = ["a\\"b", "ü"]\noutput = ["text"]\nendpoint = "clb.example.com"\n'
            '[sources]\n"a.b()" = "legacy response"\n'
            '[per-path."tests/**"]\nignore = ["CLB1"]\nmin-confidence = "certain"\n'
            "[fix]\nunsafe-fixes = true\n"
        )
        configure(project, text)
        told = tomllib.loads(command("config").stdout)
        for key, value in tomllib.loads(text).items():
            assert told[key] == value
        before = command("config", "--output-format", "json").stdout
        configure(project, command("config").stdout)
        after = command("config", "--output-format", "json").stdout
        values = [
            [(each["table"], each["key"], each["value"]) for each in json.loads(told)["settings"]]
            for told in (before, after)
        ]
        assert values[0] == values[1]

    def test_json(self, project: Path, command: Command) -> None:
        configure(project, "jobs = 2\n")
        found = json.loads(command("config", "--output-format", "json", "src").stdout)
        assert found["file"] == "clb-migrate.toml"
        (jobs,) = (each for each in found["settings"] if each["key"] == "jobs")
        assert jobs == {"table": [], "key": "jobs", "value": 2, "from": "clb-migrate.toml"}
        assert (
            json.loads(command("config", "--isolated", "--output-format", "json").stdout)["file"]
            is None
        )

    def test_without_a_file(self, project: Path, command: Command) -> None:
        assert not list(project.glob("*.toml"))
        lines = command("config").stdout.splitlines()
        assert lines[0] == "# no configuration file"
        assert all(line.endswith("# default") for line in lines[1:] if "cache-dir" not in line)


class TestFastPath:
    def test_files_are_proven_clean_by_the_rows_of_the_project(self, tmp_path: Path) -> None:
        rows = '[[legacy_functions]]\nname = "vault.pull"\nfixed_module = "lb"\n'
        rows += 'action = { position = 0 }\nreturns = "body"\n'
        (tmp_path / "own.toml").write_text(rows)
        source = "from vault import pull\npull('DescribeLoadBalancers')\n"
        (tmp_path / "a.py").write_text(source)
        assert run(tmp_path, "check", "a.py").returncode == 0
        configure(tmp_path, 'rules = ["own.toml"]\n')
        assert run(tmp_path, "check", "a.py").returncode == 1
        assert run(tmp_path, "check").returncode == 1

    def test_a_clean_run_needs_no_parser(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("x = 1\n")
        configure(tmp_path, 'jobs = 1\nselect = ["CLB1"]\n[per-path.x]\nignore = ["CLB1"]\n')
        modules = imported_by(tmp_path, "check", "--no-cache")
        assert modules.isdisjoint({"libcst", "rich"})
        assert "clb_migrate.analysis.solver" not in modules

    def test_a_mistake_is_told_although_all_files_are_clean(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("x = 1\n")
        configure(tmp_path, "job = 1\n")
        result = run(tmp_path, "check", "a.py")
        assert result.returncode == 2
        assert "did you mean 'jobs'?" in result.stderr
