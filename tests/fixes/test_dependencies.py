"""What files that declare dependencies become: the new beside the old, the old gone in time."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Mapping
from functools import cache

import pytest

from clb_migrate.fixes.dependencies import (
    Declaring,
    DependencyChanges,
    dependency_changes,
    imports_legacy,
)
from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Rules

PACKAGE = "tencentcloud-sdk-python-common"
OLD = "qcloudapi-sdk-python"


@cache
def rules() -> Rules:
    return load_rules()


def new() -> str:
    """The requirement as it is written, with the version the table was proven against."""
    version = next(each.split()[1] for each in rules().sdk.source if each.startswith(f"{PACKAGE} "))
    return f"{PACKAGE}>={version}"


def changed(
    files: Mapping[str, str | bytes],
    *,
    migrated: Collection[str] = ("a.py",),
    left: Collection[str] = (),
    elsewhere: Mapping[str, Collection[str]] | None = None,
    remove: bool = True,
) -> DependencyChanges:
    made = {
        f"/p/{name}": Declaring(name, text if isinstance(text, bytes) else text.encode())
        for name, text in files.items()
    }
    beyond = elsewhere or {}
    return dependency_changes(
        made,
        [f"/p/{each}" for each in migrated],
        [f"/p/{each}" for each in left],
        (PACKAGE,) if migrated else (),
        rules(),
        elsewhere=lambda folder: [f"/p/{each}" for each in beyond.get(folder, ())],
        remove=remove,
    )


def texts(changes: DependencyChanges) -> dict[str, str]:
    return {place.removeprefix("/p/"): data.decode() for place, data in changes.changes.items()}


PROJECT = '[project]\nname = "x"\ndependencies = [\n    "a",  # c\n    # of old\n'
SETUP = "from setuptools import setup\nsetup(\n    install_requires=[\n"

CASES = {
    "requirements": (
        "requirements.txt",
        "a==1\n{old}==2.0.15\nb\n",
        "a==1\n{old}==2.0.15\n{new}\nb\n",
        "a==1\n{new}\nb\n",
    ),
    "crlf_and_no_newline": (
        "requirements.txt",
        "a==1\r\n{old}",
        "a==1\r\n{old}\r\n{new}",
        "a==1\r\n{new}",
    ),
    "another_spelling": (
        "requirements.txt",
        "QcloudApi_SDK.python>=2\n",
        "QcloudApi_SDK.python>=2\n{new}\n",
        "{new}\n",
    ),
    "comments": (
        "requirements.txt",
        "# the cloud\n{old}==2  # do not touch\n# the end\n",
        "# the cloud\n{old}==2  # do not touch\n{new}\n# the end\n",
        "# the cloud\n{new}\n# the end\n",
    ),
    "marker_and_extras": (
        "requirements.txt",
        "{old}[x] ==2.0.15 ; python_version > '3'\n",
        "{old}[x] ==2.0.15 ; python_version > '3'\n{new} ; python_version > '3'\n",
        "{new} ; python_version > '3'\n",
    ),
    "loose_style": (
        "requirements.txt",
        "  {old} == 2.0.15\n",
        "  {old} == 2.0.15\n  {loose}\n",
        "  {loose}\n",
    ),
    "continued": (
        "requirements.txt",
        "{old}==2.0.15 \\\n    ; python_version > '3'\nb\n",
        "{old}==2.0.15 \\\n    ; python_version > '3'\n{new}     ; python_version > '3'\nb\n",
        "{new}     ; python_version > '3'\nb\n",
    ),
    "address": (
        "requirements.txt",
        "-e git+https://example.com/x/{old}.git@v2#egg={old}\n",
        "-e git+https://example.com/x/{old}.git@v2#egg={old}\n{new}\n",
        "{new}\n",
    ),
    "twice": (
        "requirements.txt",
        "{old}\nqcloudapi3\n",
        "{old}\n{new}\nqcloudapi3\n",
        "{new}\n",
    ),
    "constraints": ("constraints.txt", "a==1\n{old}==2\n", None, "a==1\n"),
    "project": (
        "pyproject.toml",
        PROJECT + '    "{old}==2",  # d\n]\n',
        PROJECT + '    "{old}==2",  # d\n'
        '    "{new}",\n]\n',
        PROJECT + '    "{new}",\n]\n',
    ),
    "project_last_without_comma": (
        "pyproject.toml",
        "[project]\ndependencies = [\n  'a',\n  '{old}==2' # d\n]\n",
        "[project]\ndependencies = [\n  'a',\n  '{old}==2', # d\n  '{new}'\n]\n",
        "[project]\ndependencies = [\n  'a',\n  '{new}'\n]\n",
    ),
    "project_in_one_line": (
        "pyproject.toml",
        '[project]\ndependencies = ["a", "{old}==2", "b"]\n',
        '[project]\ndependencies = ["a", "{old}==2", "{new}", "b"]\n',
        '[project]\ndependencies = ["a", "{new}", "b"]\n',
    ),
    "extras_and_groups": (
        "pyproject.toml",
        '[project.optional-dependencies]\nq = ["{old}"]\n[dependency-groups]\nd = ["{old}", "x"]\n',
        '[project.optional-dependencies]\nq = ["{old}", "{new}"]\n'
        '[dependency-groups]\nd = ["{old}", "{new}", "x"]\n',
        '[project.optional-dependencies]\nq = ["{new}"]\n[dependency-groups]\nd = ["{new}", "x"]\n',
    ),
    "a_marker_in_quotes": (
        "pyproject.toml",
        "[project]\ndependencies = [\"{old}; python_version > '3'\"]\n",
        "[project]\ndependencies = [\"{old}; python_version > '3'\", "
        "\"{new}; python_version > '3'\"]\n",
        "[project]\ndependencies = [\"{new}; python_version > '3'\"]\n",
    ),
    "poetry": (
        "pyproject.toml",
        '[tool.poetry.dependencies]\npython = "^3.8" # p\n{old} = "^2"  # old\nz = "1"\n',
        '[tool.poetry.dependencies]\npython = "^3.8" # p\n{old} = "^2"  # old\n'
        '{name} = ">={version}"\nz = "1"\n',
        '[tool.poetry.dependencies]\npython = "^3.8" # p\n{name} = ">={version}"\nz = "1"\n',
    ),
    "poetry_extra": (
        "pyproject.toml",
        '[tool.poetry.dependencies]\n{old} = {{version = "^2", optional = true}}\n'
        '[tool.poetry.extras]\nq = ["{old}"]\n',
        '[tool.poetry.dependencies]\n{old} = {{version = "^2", optional = true}}\n'
        '{name} = {{version = ">={version}", optional = true}}\n'
        '[tool.poetry.extras]\nq = ["{old}", "{name}"]\n',
        '[tool.poetry.dependencies]\n{name} = {{version = ">={version}", optional = true}}\n'
        '[tool.poetry.extras]\nq = ["{name}"]\n',
    ),
    "uv_sources": (
        "pyproject.toml",
        '[project]\ndependencies = ["{old}"]\n[tool.uv.sources]\n{old} = {{git = "https://x/y"}}\n',
        '[project]\ndependencies = ["{old}", "{new}"]\n'
        '[tool.uv.sources]\n{old} = {{git = "https://x/y"}}\n',
        '[project]\ndependencies = ["{new}"]\n[tool.uv.sources]\n',
    ),
    "pipfile": (
        "Pipfile",
        '[packages]\n{old} = "*"\nb = "*"\n',
        '[packages]\n{old} = "*"\n{name} = ">={version}"\nb = "*"\n',
        '[packages]\n{name} = ">={version}"\nb = "*"\n',
    ),
    "setup_cfg": (
        "setup.cfg",
        "[options]\ninstall_requires =\n    a\n    # c\n    {old}==2\nzip_safe = no\n",
        "[options]\ninstall_requires =\n    a\n    # c\n    {old}==2\n    {new}\nzip_safe = no\n",
        "[options]\ninstall_requires =\n    a\n    # c\n    {new}\nzip_safe = no\n",
    ),
    "setup_cfg_in_one_line": (
        "setup.cfg",
        "[options]\ninstall_requires = {old}==2; b\n",
        "[options]\ninstall_requires = {old}==2; {new}; b\n",
        "[options]\ninstall_requires = {new}; b\n",
    ),
    "setup_cfg_begun_behind_the_name": (
        "setup.cfg",
        "[options]\ninstall_requires = {old}\n    b\n",
        "[options]\ninstall_requires = {old}\n    {new}\n    b\n",
        "[options]\ninstall_requires =\n    {new}\n    b\n",
    ),
    "setup_py": (
        "setup.py",
        SETUP + "        '{old}==2',\n    ],\n)\n",
        SETUP + "        '{old}==2',\n"
        "        '{new}',\n    ],\n)\n",
        SETUP + "        '{new}',\n    ],\n)\n",
    ),
    "conda": (
        "environment.yml",
        "dependencies:\n  - python\n  - pip:\n    - '{old}==2'  # c\n    - b\n",
        "dependencies:\n  - python\n  - pip:\n    - '{old}==2'  # c\n    - '{new}'\n    - b\n",
        "dependencies:\n  - python\n  - pip:\n    - '{new}'\n    - b\n",
    ),
}  # fmt: skip


def written(template: str) -> str:
    version = new().partition(">=")[2]
    return template.format(
        old=OLD, new=new(), name=PACKAGE, version=version, loose=f"{PACKAGE} >= {version}"
    )


@pytest.mark.parametrize("case", CASES)
def test_each_format(case: str) -> None:
    name, before, with_both, after = CASES[case]
    text = written(before)
    both = texts(changed({name: text}, left=["b.py"]))
    assert both == ({} if with_both is None else {name: written(with_both)})
    alone = texts(changed({name: text}))
    assert alone == {name: written(after)}
    # Once more changes nothing.
    assert texts(changed({name: both.get(name, text)}, left=["b.py"])) == {}
    assert texts(changed({name: alone[name]})) == {}
    # What had to stay goes as soon as the rest is migrated, by hand maybe.
    if both:
        assert OLD not in texts(changed({name: both[name]}, migrated=()))[name]


PROVIDERS = [PACKAGE, "tencentcloud-sdk-python", "tencentcloud-sdk-python-clb"]


@pytest.mark.parametrize("present", PROVIDERS)
def test_what_is_there_is_not_added(present: str) -> None:
    found = texts(changed({"requirements.txt": f"{present}==3.0.1\n{OLD}\n"}))
    assert found == {"requirements.txt": f"{present}==3.0.1\n"}


def test_names_that_only_look_alike_are_not_there() -> None:
    found = texts(changed({"requirements.txt": f"my-{PACKAGE}\n{OLD}\n"}, left=["b.py"]))
    assert new() in found["requirements.txt"]


class TestWhatServesWhat:
    def test_the_nearest_decides(self) -> None:
        files = {"requirements.txt": f"{OLD}\n", "app/requirements.txt": f"{OLD}\n"}
        assert texts(changed(files, migrated=["app/x/a.py"])) == {
            "app/requirements.txt": f"{new()}\n"
        }
        assert texts(changed(files, migrated=["a.py"], left=["app/b.py"])) == {
            "requirements.txt": f"{new()}\n"
        }

    def test_one_that_asks_for_nothing_old_does_not(self) -> None:
        files = {"requirements.txt": f"{OLD}\n", "app/pyproject.toml": "[tool.black]\n"}
        found = texts(changed(files, migrated=["app/a.py"], left=["app/b.py"]))
        assert found == {"requirements.txt": f"{OLD}\n{new()}\n"}

    def test_all_in_one_folder_do(self) -> None:
        files = {
            "requirements.txt": f"{OLD}\n",
            "setup.cfg": f"[options]\ninstall_requires =\n    {OLD}\n",
        }
        assert [*texts(changed(files))] == ["requirements.txt", "setup.cfg"]

    def test_a_folder_of_requirements_serves_the_one_above(self) -> None:
        files = {"requirements/base.txt": f"{OLD}\n"}
        assert texts(changed(files, left=["x/b.py"])) == {
            "requirements/base.txt": f"{OLD}\n{new()}\n"
        }

    def test_an_included_one_serves_what_the_others_serve(self) -> None:
        files = {
            "app/requirements.txt": "-r ../common/base-requirements.txt\nb\n",
            "common/base-requirements.txt": f"{OLD}\n",
        }
        found = texts(changed(files, migrated=["app/a.py"]))
        assert found == {"common/base-requirements.txt": f"{new()}\n"}
        found = texts(changed(files, migrated=["app/a.py"], left=["app/b.py"]))
        assert found == {"common/base-requirements.txt": f"{OLD}\n{new()}\n"}

    def test_what_an_included_one_has_is_not_added(self) -> None:
        files = {
            "dev-requirements.txt": f"-r requirements.txt\n{OLD}\n",
            "requirements.txt": f"{OLD}\n",
        }
        assert texts(changed(files, left=["b.py"])) == {"requirements.txt": f"{OLD}\n{new()}\n"}

    def test_a_circle_of_files(self) -> None:
        files = {
            "a-requirements.txt": f"-r b-requirements.txt\n{OLD}\n",
            "b-requirements.txt": "-r a-requirements.txt\n",
        }
        assert new() in texts(changed(files))["a-requirements.txt"]

    def test_files_that_were_not_looked_at_count(self) -> None:
        found = changed({"requirements.txt": f"{OLD}\n"}, elsewhere={"/p": ["scripts/c.py"]})
        assert texts(found) == {"requirements.txt": f"{OLD}\n{new()}\n"}
        assert "scripts/c.py" in found.reasons[0].text

    def test_nothing_that_serves_is_told(self) -> None:
        found = changed({"app/requirements.txt": f"{OLD}\n"}, left=["app/b.py"])
        assert texts(found) == {}
        assert PACKAGE in found.notices[0]
        assert not changed({"requirements.txt": f"{PACKAGE}\n"}).notices


class TestWhatStays:
    def test_the_reason_names_who_needs_it(self) -> None:
        found = changed({"requirements.txt": f"a\n{OLD}\n"}, left=["jobs/b.py"])
        (reason,) = found.reasons
        assert (reason.location.path, reason.location.span.line) == ("requirements.txt", 2)
        assert reason.text == f"{OLD}: code that needs it is left in jobs/b.py"
        assert reason.step

    def test_nothing_goes_where_nothing_took_its_place(self) -> None:
        found = changed({"requirements.txt": f"{OLD}\n"}, migrated=())
        assert texts(found) == {}
        assert "nothing was seen that uses it" in found.reasons[0].text

    def test_nothing_goes_unless_it_is_meant(self) -> None:
        found = changed({"requirements.txt": f"{OLD}\n"}, remove=False)
        assert texts(found) == {"requirements.txt": f"{OLD}\n{new()}\n"}
        assert found.reasons == ()

    def test_a_command_stays(self) -> None:
        found = changed({"requirements.txt": f"qcloudcli\n{OLD}\n"})
        assert texts(found) == {"requirements.txt": f"qcloudcli\n{new()}\n"}
        assert "scripts of any kind" in found.reasons[0].text

    @pytest.mark.parametrize(
        ("name", "text", "reason"),
        [
            ("requirements.txt", f"{OLD}==2 --hash=sha256:aa\n", "pins hashes"),
            ("requirements.txt", f"{OLD}==2 \\\n    --hash=sha256:aa\n", "pins hashes"),
            ("requirements.txt", f"--require-hashes\n{OLD}==2\n", "pins hashes"),
            (
                "requirements.txt",
                f"#\n# This file is autogenerated by pip-compile\n#\n{OLD}==2\n",
                "generated from another one",
            ),
            ("requirements.txt", f"{OLD}\n# \xe9\n".encode("latin-1"), "not valid utf-8"),
            ("setup.py", f"setup(install_requires='{OLD}')\n", "not stand in a plain list"),
            ("setup.py", f"setup(install_requires=['a' '{OLD}'])\n", "not stand in a plain list"),
            ("setup.py", f"setup(install_requires='''\n{OLD}\nb'''.split())\n", "plain list"),
            (
                "pyproject.toml",
                f"[tool.poetry.dependencies.{OLD}]\nversion = '2'\n",
                "a table of its own",
            ),
            (
                "pyproject.toml",
                f"[project]\ndependencies = ['''{OLD}''']\n",
                "text of several lines",
            ),
            ("environment.yml", f"dependencies:\n  - {OLD}=2\n", "installed by conda"),
        ],
    )
    def test_what_cannot_be_edited_is_told(self, name: str, text: str | bytes, reason: str) -> None:
        found = changed({name: text})
        assert texts(found) == {}
        assert reason in found.reasons[0].text
        assert f"add {new()} and remove the old one" in found.reasons[0].step


def test_marks_and_encodings_are_kept() -> None:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")):
        text = f"# \xe9\n{OLD}\n"
        found = changed({"requirements.txt": mark + text.encode(encoding)})
        assert found.changes["/p/requirements.txt"] == mark + f"# \xe9\n{new()}\n".encode(encoding)
    text = f"# -*- coding: latin-1 -*- \xe9\n{OLD}\n"
    found = changed({"requirements.txt": text.encode("latin-1")})
    assert "\xe9" in found.changes["/p/requirements.txt"].decode("latin-1")


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("import QcloudApi", True),
        ("from QcloudApi.qcloudapi import QcloudApi", True),
        ("import os, json as j, qcloudapi3", True),
        ("if x: from QcloudApi import y", True),
        ("patch('QcloudApi.qcloudapi.QcloudApi')", True),
        ("importlib.import_module('QcloudApi')", True),
        ("# from QcloudApi import y", False),
        ("from vendor.QcloudApi import y", False),
        ("QcloudApi = 1", False),
        ("log('QcloudApi')", False),
        ("from mine import QcloudApi", False),
        ("import QcloudApiOfMine", False),
    ],
)
def test_imports(code: str, answer: bool) -> None:
    assert imports_legacy(textwrap.dedent(code).encode(), rules()) is answer
