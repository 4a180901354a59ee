"""Git repositories to commit in, with the hooks as they are shipped and the real pre-commit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import clb_migrate
from clb_migrate.cache import FOLDER_VARIABLE

ROOT = Path(clb_migrate.__file__).parent.parent

CLOUD = """\
import json
from QcloudApi.qcloudapi import QcloudApi

CONFIG = {"Region": "gz", "secretId": "id", "secretKey": "key"}


def listed():
    service = QcloudApi("lb", CONFIG)
    return json.loads(service.call("DescribeLoadBalancers", {"forward": -1}))
"""
VIEWS = """\
from cloud import listed


def denied():
    return listed()["code"] == 4104
"""
ALONE = """\
import json
from QcloudApi.qcloudapi import QcloudApi


def alive():
    config = {"Region": "gz", "secretId": "id", "secretKey": "key"}
    service = QcloudApi("lb", config)
    return json.loads(service.call("DescribeLoadBalancers", {"forward": -1}))["code"] == 0
"""


def hooks() -> list[dict[str, Any]]:
    """Return the hooks that the repository offers."""
    from ruamel.yaml import YAML

    found: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    return found


class Repository:
    """A git repository whose hooks are ours: no index is asked, the installed command is run."""

    def __init__(self, folder: Path, *names: str, **settings: object) -> None:
        from ruamel.yaml import YAML

        self.folder = folder
        self.folder.mkdir(parents=True)
        self.git("init", "--quiet")
        for key in ("user.name", "user.email"):
            self.git("config", key, "tester@example.com")
        local = [
            {**each, "language": "system", "verbose": True, **settings}
            for each in hooks()
            if each["id"] in names
        ]
        for each in local:
            command, _, rest = each["entry"].partition(" ")
            assert command == "clb-migrate"
            each["entry"] = f"{sys.executable} -m clb_migrate {rest}"
        with (folder / ".pre-commit-config.yaml").open("w") as file:
            YAML(typ="safe").dump({"repos": [{"repo": "local", "hooks": local}]}, file)

    def write(self, **files: str) -> None:
        """Write files; `a__b` stands for `a/b`, and all are Python."""
        for name, text in files.items():
            self.put(name.replace("__", "/") + ".py", text)

    def put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text()

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self._run("git", "-c", "core.hooksPath=.git/hooks", *arguments, check=check)

    def begin(self) -> None:
        """Commit all there is, and let commits run the hooks from now on."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "first")
        self._run(sys.executable, "-m", "pre_commit", "install", check=True)

    def commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.git("commit", "--message", "another", *arguments, check=False)

    def run_hooks(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run(sys.executable, "-m", "pre_commit", "run", *arguments, check=False)

    def check(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run(sys.executable, "-m", "clb_migrate", "check", *arguments, check=False)

    def _run(self, *command: str, check: bool) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=check,
            timeout=300,
        )

    def _environment(self) -> Mapping[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        return {
            **kept,
            "PYTHONPATH": str(ROOT),
            "PRE_COMMIT_HOME": str(self.folder.parent / "pre-commit"),
            "PRE_COMMIT_COLOR": "never",
            "HOME": str(self.folder.parent),
            FOLDER_VARIABLE: str(self.folder.parent / "facts"),
        }
