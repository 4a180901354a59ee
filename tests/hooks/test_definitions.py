"""What `.pre-commit-hooks.yaml` promises, and that README shows it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from typing import Any

import pytest

from clb_migrate.source.discover import candidate_for
from tests.hooks.repositories import ROOT, hooks


def shown_configuration() -> dict[str, Any]:
    from ruamel.yaml import YAML

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"^```yaml\n(repos:\n.+?)^```$", text, re.MULTILINE | re.DOTALL)
    assert shown is not None
    found: dict[str, Any] = YAML(typ="safe").load(shown[1])
    return found


def test_pre_commit_understands_the_file() -> None:
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        check=True,
    )


def test_readme_names_the_hooks_there_are() -> None:
    (repository,) = shown_configuration()["repos"]
    assert [each["id"] for each in repository["hooks"]] == [each["id"] for each in hooks()]


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: str(hook["id"]))
def test_hooks_analyse_the_project_once_at_a_time(hook: dict[str, Any]) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert hook["entry"].partition(" ")[0] in scripts["scripts"]
    assert " --project ." in hook["entry"]
    assert hook["require_serial"] is True
    assert hook["language"] == "python"


@pytest.mark.parametrize(
    "name",
    [
        *("a.py", "app/a.pyw", "setup.py", "app/setup.cfg", "pyproject.toml", "app/Pipfile"),
        *("requirements.txt", "dev-requirements.txt", "app/constraints.txt", "requirements/a.txt"),
        *("requirements.in", "app/base.in", "environment.yml", "my-environment.yaml", "conda.yml"),
        *("app/environment-dev.yml", "app/conda_env.yaml"),
        *("README.md", "a.pyi", "a.ipynb", "happy", "apy", "a.py.orig", "py", "deploy"),
        *("poetry.lock", "Pipfile.lock", "my.toml", "pyproject.toml.bak", "MANIFEST.in"),
        *("notes.txt", "requirements/sub/a.txt", "requirements/a.md", "xrequirements/a.txt"),
        *("a.b.in", ".in", "environments.yml", "action.yml", "environment/a.yml", "setup.cfg.in"),
    ],
)
@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: str(hook["id"]))
def test_hooks_are_given_what_a_check_looks_at(hook: dict[str, Any], name: str) -> None:
    candidate = candidate_for(name, name, named=False)
    given = re.search(hook["files"], name) is not None
    assert given == (candidate.python or candidate.dependency)
