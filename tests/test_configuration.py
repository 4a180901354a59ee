"""`[tool.clb-migrate]`: where it is looked for, and what is said of mistakes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clb_migrate.configuration import configuration_for
from clb_migrate.errors import UserError

SOURCES = '[tool.clb-migrate.sources]\n"vendor.cloud.send()" = "legacy response"\n'


def configured(folder: Path, text: str) -> str:
    (folder / "pyproject.toml").write_text(text)
    with pytest.raises(UserError) as caught:
        configuration_for([str(folder)])
    message = str(caught.value)
    assert "pyproject.toml" in message
    assert "\n" not in message
    return message


def test_it_holds_for_what_lies_below_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
    assert configuration_for([str(tmp_path.parent)]).sources == ()


def test_several_paths_have_the_one_above_all_of_them(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pyproject.toml").write_text(SOURCES.replace("vendor", name))
    assert configuration_for([str(tmp_path / "a"), str(tmp_path / "b")]).sources == ()
    (tmp_path / "pyproject.toml").write_text(SOURCES)
    found = configuration_for([str(tmp_path / "a"), str(tmp_path / "b")]).sources
    assert [each.text for each in found] == ["vendor.cloud.send()"]


def test_a_file_that_says_nothing_to_this_tool_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(SOURCES)
    inner = tmp_path / "inner"
    inner.mkdir()
    for text in ("[project]\nname = 'x'\n", "this is no TOML at all", "# clb-migrate\n"):
        (inner / "pyproject.toml").write_text(text)
        assert configuration_for([str(inner)]).sources


def test_names_may_be_written_without_quotes(tmp_path: Path) -> None:
    text = '[tool.clb-migrate.sources]\nvendor.cloud.last_code = "legacy code"\n'
    (tmp_path / "pyproject.toml").write_text(text)
    (found,) = configuration_for([str(tmp_path)]).sources
    assert found.name == ("vendor", "cloud", "last_code")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool.clb-migrate]\nsource = {}\n", "did you mean 'sources'?"),
        ("[tool.clb-migrate]\ncolour = 1\n", "unknown key 'colour'"),
        ("[tool.clb-migrate]\nsources = 1\n", "'sources' must be a table"),
        ("[tool]\nclb-migrate = 1\n", "must be a table"),
        ("[tool.clb-migrate.sources]\nx = ", "is not valid TOML"),
        ("[tool.clb-migrate.sources]\n'a.b()' = 'legacy cod'\n", "did you mean 'legacy code'?"),
        ("[tool.clb-migrate.sources]\n'a.b()' = 'banana'\n", "it can be one of 'legacy response'"),
        ("[tool.clb-migrate.sources]\n'a.b()' = 7\n", "'a.b()' cannot be 7"),
        ("[tool.clb-migrate.sources]\n'a b' = 'legacy code'\n", "'a b' is no qualified name"),
        ("[tool.clb-migrate.sources]\n'send()' = 'legacy response'\n", "names no module"),
    ],
)  # fmt: skip
def test_mistakes_are_one_line_that_names_the_way_out(tmp_path: Path, text: str, told: str) -> None:
    assert told in configured(tmp_path, text)


def test_the_host_of_migrated_clients_can_be_said(tmp_path: Path) -> None:
    said = '[tool.clb-migrate]\nendpoint = "clb.intl.tencentcloudapi.com"\n'
    (tmp_path / "pyproject.toml").write_text(said)
    assert configuration_for([str(tmp_path)]).endpoint == "clb.intl.tencentcloudapi.com"


@pytest.mark.parametrize("value", ['"https://clb.tencentcloudapi.com"', "3", '"a\\"b.c"', '"clb"'])
def test_an_endpoint_is_a_host(tmp_path: Path, value: str) -> None:
    assert "'endpoint' must be a host" in configured(
        tmp_path, f"[tool.clb-migrate]\nendpoint = {value}\n"
    )
