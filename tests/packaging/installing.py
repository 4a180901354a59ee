"""Builds and installs this project for real, without the network and outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment that borrows its dependencies, but not this project."""

    folder: Path

    @classmethod
    def create(cls, folder: Path) -> Environment:
        """Make the environment; it holds nothing, and finds what the running one has installed."""
        venv.create(folder, with_pip=False)
        environment = cls(folder)
        # A path file's own folder is searched for modules, but its path files are not read: so an
        # editable install of this project in the running environment stays out.
        (environment.packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
        return environment

    @property
    def scripts(self) -> Path:
        """Where programs are."""
        return Path(sysconfig.get_path("scripts", "venv", vars={"base": str(self.folder)}))

    @property
    def packages(self) -> Path:
        """Where modules are."""
        return Path(sysconfig.get_path("purelib", "venv", vars={"base": str(self.folder)}))

    def install(self, *what: str) -> None:
        """Install `what` with pip, which gets no chance to fetch anything."""
        run(
            *(sys.executable, "-m", "pip", "--python", str(self.scripts / "python")),
            *("--disable-pip-version-check", "--no-cache-dir", "install", "--quiet"),
            *("--no-index", "--no-deps", "--no-build-isolation", "--ignore-installed", *what),
            folder=self.folder,
        )

    def run(self, program: str, *arguments: str) -> str:
        """Run a program of the environment, from outside the checkout; return what it prints."""
        return run(str(self.scripts / program), *arguments, folder=self.folder)


def build(folder: Path, *options: str) -> list[Path]:
    """Build the project with the installed hatchling; return what is then in `folder`."""
    run(
        *(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)),
        *(*options, str(CHECKOUT)),
        folder=folder,
    )
    return sorted(folder.iterdir())


def run(*command: str, folder: Path) -> str:
    """Run a command in `folder`, which must succeed, and return its output."""
    result = subprocess.run(
        command,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout
