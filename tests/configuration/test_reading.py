"""The configuration file: where it is looked for, what it may say, and what is said of mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from clb_migrate.cli.keys import vocabulary
from clb_migrate.configuration import Configuration, configuration_of, document_for, document_in
from clb_migrate.errors import UserError
from clb_migrate.findings import Certainty

SOURCES = '[tool.clb-migrate.sources]\n"vendor.cloud.send()" = "legacy response"\n'


def configuration_for(paths: Sequence[str]) -> Configuration:
    return configuration_of(document_for(paths), vocabulary())


def configured(folder: Path, text: str, name: str = "pyproject.toml") -> str:
    """Return what is said of a mistake."""
    (folder / name).write_text(text)
    with pytest.raises(UserError) as caught:
        configuration_for([str(folder)])
    message = str(caught.value)
    assert name in message
    assert "\n" not in message
    return message


def own(folder: Path, text: str) -> Configuration:
    """Return what a file of the tool's own says."""
    (folder / "clb-migrate.toml").write_text(text)
    return configuration_for([str(folder)])


class TestWhere:
    def test_it_holds_for_what_lies_below_its_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "pyproject.toml").write_text(SOURCES)
        below = tmp_path / "src" / "app"
        below.mkdir(parents=True)
        (below / "main.py").write_text("")
        for place in (tmp_path, below, tmp_path.parent):
            monkeypatch.chdir(place)
            for path in (tmp_path, below, below / "main.py"):
                assert [each.text for each in configuration_for([str(path)]).sources] == [
                    "vendor.cloud.send()"
                ]
        assert configuration_for([str(tmp_path.parent)]) == Configuration()

    def test_several_paths_have_the_one_above_all_of_them(self, tmp_path: Path) -> None:
        for name in ("a", "b"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "pyproject.toml").write_text(SOURCES.replace("vendor", name))
        paths = [str(tmp_path / "a"), str(tmp_path / "b")]
        assert configuration_for(paths).sources == ()
        (tmp_path / "pyproject.toml").write_text(SOURCES)
        assert [each.text for each in configuration_for(paths).sources] == ["vendor.cloud.send()"]

    def test_a_shared_file_that_says_nothing_to_this_tool_is_passed_over(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "pyproject.toml").write_text(SOURCES)
        inner = tmp_path / "inner"
        inner.mkdir()
        for text in ("[project]\nname = 'x'\n", "this is no TOML at all", "# clb-migrate\n"):
            (inner / "pyproject.toml").write_text(text)
            assert configuration_for([str(inner)]).sources

    def test_of_two_files_in_a_folder_the_own_one_counts_alone(self, tmp_path: Path) -> None:
        (tmp_path / "pyproject.toml").write_text(SOURCES)
        found = own(tmp_path, 'ignore = ["CLB104"]\n')
        assert found.options == {"ignore": ["CLB104"]}
        assert found.sources == ()
        assert found.origin.endswith("clb-migrate.toml")

    def test_the_nearest_folder_counts_whatever_its_file_is_called(self, tmp_path: Path) -> None:
        own(tmp_path, "jobs = 3\n")
        inner = tmp_path / "inner"
        inner.mkdir()
        (inner / "pyproject.toml").write_text("[tool.clb-migrate]\njobs = 2\n")
        assert configuration_for([str(inner)]).options == {"jobs": 2}

    def test_an_empty_file_of_its_own_ends_the_search(self, tmp_path: Path) -> None:
        (tmp_path / "pyproject.toml").write_text(SOURCES)
        assert own(tmp_path, "").sources == ()

    def test_a_file_that_is_named_must_be_there_and_say_something(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match=r"cannot read the configuration file .*x\.toml"):
            document_in(str(tmp_path / "x.toml"))
        (tmp_path / "pyproject.toml").write_text("[project]\n")
        with pytest.raises(UserError, match=r"pyproject\.toml has no table \[tool\.clb-migrate\]"):
            document_in(str(tmp_path / "pyproject.toml"))

    def test_paths_are_meant_from_the_folder_of_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        monkeypatch.chdir(elsewhere)
        (tmp_path / "rows.toml").write_text("")
        found = own(
            tmp_path,
            'output = ["text", "sarif=out/a.sarif"]\ncache-dir = ".cache"\n'
            'baseline = "elsewhere/b.json"\nrules = ["rows.toml"]\n',
        )
        assert found.options == {
            "output": ["text", f"sarif={tmp_path}/out/a.sarif"],
            "cache-dir": f"{tmp_path}/.cache",
            "baseline": "b.json",
        }
        assert found.rules == (f"{tmp_path}/rows.toml",)


class TestWhat:
    def test_names_may_be_written_without_quotes(self, tmp_path: Path) -> None:
        text = '[sources]\nvendor.cloud.last_code = "legacy code"\n'
        (found,) = own(tmp_path, text).sources
        assert found.name == ("vendor", "cloud", "last_code")

    def test_the_host_of_migrated_clients_can_be_said(self, tmp_path: Path) -> None:
        said = '[tool.clb-migrate]\nendpoint = "clb.intl.tencentcloudapi.com"\n'
        (tmp_path / "pyproject.toml").write_text(said)
        assert configuration_for([str(tmp_path)]).endpoint == "clb.intl.tencentcloudapi.com"

    def test_options_of_all_commands_and_of_one(self, tmp_path: Path) -> None:
        text = 'jobs = 1\nunsafe-fixes = true\n[fix]\njobs = 2\n[trace]\noutput-format = "json"\n'
        found = own(tmp_path, text)
        assert found.options_of("check")["jobs"] == 1
        assert found.options_of("fix") == {"jobs": 2, "unsafe-fixes": True}
        assert found.commands["trace"] == {"output-format": "json"}

    def test_settings_of_paths_keep_their_order(self, tmp_path: Path) -> None:
        text = (
            '[per-path]\n"z/" = { ignore = ["CLB104"] }\n'
            '"a/" = { select = ["ALL"], min-confidence = "possible" }\n'
        )
        first, second = own(tmp_path, text).paths.entries
        assert (first.pattern, first.ignore, first.certainty) == ("z/", ("CLB104",), None)
        assert (second.select, second.certainty) == (("ALL",), Certainty.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("source = {}", "did you mean 'sources'?"),
        ("colour = 1", "did you mean 'color'?"),
        ("zzzz = 1", "unknown key 'zzzz'; known are: "),
        ("min_confidence = 'likely'", "did you mean 'min-confidence'?"),
        ("MIN-CONFIDENCE = 'likely'", "did you mean 'min-confidence'?"),
        ("no-cache = true", "did you mean 'cache'?"),
        ("diff = true", "'diff' is for the command line only: --diff"),
        ("stdin-filename = 'x'", "'stdin-filename' is for the command line only"),
        ("explain = 1", "'explain' must be a table with options of that command"),
        ("jobs = '2'", "'jobs' must be a whole number, not '2'"),
        ("jobs = true", "'jobs' must be a whole number, not true"),
        ("jobs = -1", "'jobs': -1 is not in the range x>=0."),
        ("cache = 1", "'cache' must be true or false, not 1"),
        ("statistics = 'yes'", "'statistics' must be true or false, not 'yes'"),
        ("select = 'CLB1'", "'select' must be a list of texts, not 'CLB1'"),
        ("select = [1]", "'select' must be a list of texts"),
        ("select = ['CLB109']", "'select': unknown rule 'CLB109'; did you mean "),
        ("select = ['CLB1,CLB2']", "'select': unknown rule 'CLB1,CLB2'"),
        ("ignore = ['endpiont']", "did you mean endpoint?"),
        ("ignore = ['']", "'ignore' has an empty entry"),
        ("exclude = ['!']", "'exclude': not a pattern in .gitignore syntax: '!'"),
        ("min-confidence = 'sure'", "'sure' is not one of 'certain', 'likely', 'possible'"),
        ("min-confidence = 3", "must be one of 'certain', 'likely', 'possible', not 3"),
        ("output-format = 'srif'", "'output-format': 'srif' is not one of "),
        ("output = ['srif=x']", "'output': 'srif' is not one of "),
        ("output = ['sarif=']", "a file name is missing behind 'sarif='"),
        ("output = ['text']\noutput-format = 'json'", "'output' and 'output-format' exclude each"),
        ("quiet = true\nverbose = true", "'quiet' and 'verbose' exclude each other"),
        ("cache-dir = ''", "'cache-dir' is empty"),
        ("rules = 'x.toml'", "'rules' must be a list of files and folders"),
        ("rules = ['gone.toml']", "'rules': no such file or folder: 'gone.toml'"),
        ("sources = 1", "'sources' must be a table"),
        ("[sources]\nx = ", "is not valid TOML"),
        ("[sources]\n'a.b()' = 'legacy cod'", "did you mean 'legacy code'?"),
        ("[sources]\n'a.b()' = 'banana'", "it can be one of 'legacy response'"),
        ("[sources]\n'a.b()' = 7", "'a.b()' cannot be 7"),
        ("[sources]\n'a b' = 'legacy code'", "'a b' is no qualified name"),
        ("[sources]\n'send()' = 'legacy response'", "names no module"),
        ("endpoint = 'https://clb.tencentcloudapi.com'", "'endpoint' must be a host"),
        ("endpoint = 3", "'endpoint' must be a host"),
        ("endpoint = 'clb'", "'endpoint' must be a host"),
        ("per-path = ['tests']", "'per-path' must be a table of patterns"),
        ("per-path.'tests/**' = ['CLB104']", '[per-path."tests/**"]: must be a table'),
        ("per-path.'!a'.ignore = ['CLB1']", "it cannot begin with ! or #"),
        ("per-path.' '.ignore = ['CLB1']", "a pattern says which paths are meant"),
        ("per-path.'a\\'.ignore = ['CLB1']", "not a pattern in .gitignore syntax: "),
        (
            "per-path.'a/'.ignores = ['CLB104']",
            "[per-path.\"a/\"]: unknown key 'ignores'; did you mean 'ignore'?",
        ),
        ("per-path.'a/'.ignore = 'CLB104'", '[per-path."a/"]: \'ignore\' must be a list'),
        ("per-path.'a/'.ignore = ['CLB99']", "'ignore': unknown rule 'CLB99'"),
        ("per-path.'a/'.min-confidence = 'high'", "'high' is not one of 'certain'"),
        ("per-path.a.jobs = 2", "[per-path.a]: unknown key 'jobs'; known are: select, ignore"),
        ("[fix]\nselct = ['CLB1']", "[fix]: unknown key 'selct'; did you mean 'select'?"),
        ("[fix]\nstatistics = true", "[fix]: unknown key 'statistics'"),
        ("[fix]\ndiff = true", "[fix]: 'diff' is for the command line only"),
        ("[trace]\noutput-format = 'sarif'", "[trace]: 'output-format': 'sarif' is not one of"),
    ],
)  # fmt: skip
def test_mistakes_are_one_line_that_names_the_way_out(tmp_path: Path, text: str, told: str) -> None:
    assert told in configured(tmp_path, text, "clb-migrate.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool]\nclb-migrate = 1\n", "pyproject.toml: [tool.clb-migrate]: must be a table"),
        ("[tool.clb-migrate]\njobs = 'x'", "[tool.clb-migrate]: 'jobs' must be a whole number"),
        ("[tool.clb-migrate.fix]\nx = 1", "[tool.clb-migrate.fix]: unknown key 'x'"),
        ("[tool.clb-migrate]\n=", "pyproject.toml is not valid TOML"),
        ("[tool.clb-migrate.per-path.'a b/']\nx = 1", '[tool.clb-migrate.per-path."a b/"]: unk'),
    ],
)
def test_a_shared_file_is_told_with_its_table(tmp_path: Path, text: str, told: str) -> None:
    assert told in configured(tmp_path, text)
