"""The tools to measure: where they are, which versions, and what is said on their command lines.

Peers do what comes closest to looking for legacy code. Those that do something else (linting,
upgrading) do it at a setting that favours them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.commands import Command
from tests.benchmarks.errors import BenchmarkError
from tests.benchmarks.trees import Tree

OURS = "clb-migrate"
PROGRAMS = {"ripgrep": "rg"}
"""Where the program is not called what the package is called."""

CACHE_VARIABLE = "CLB_MIGRATE_CACHE_DIR"
"""Keeps the user's own cache out of it where an option would make the command another one."""

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
VERSION = re.compile(r"\d+(?:\.\d+)+")

# What ruff selects by default changes from version to version; this is what it was for years, and
# takes it a third of the time of what version 0.17 selects.
RUFF = ("check", "--isolated", "--exit-zero", "--silent", "--select=E4,E7,E9,F")


@dataclass(frozen=True, slots=True)
class Tool:
    """An installed program."""

    line: tuple[str, ...]
    version: str

    @property
    def python(self) -> str:
        """The interpreter it is installed for, as far as that can be told."""
        beside = Path(self.line[0]).with_name("python")
        return str(beside) if beside.exists() else sys.executable


@dataclass(frozen=True, slots=True)
class Ours:
    """The command line of clb-migrate, with what its version can do."""

    tool: Tool
    caches: Path | None
    """Where caches go; None if it has none."""

    def first(self, tree: Tree, label: str = OURS) -> Command:
        """A run on a tree that was never seen before."""
        if self.caches is None:
            return self._check(label, str(tree.path))
        cache = self.caches / f"ours-first-{tree.path.name}"
        return self._check(label, str(tree.path), cache=cache, emptied=cache)

    def second(self, tree: Tree, label: str = f"{OURS}, second run") -> list[Command]:
        """A run on a tree that was seen before; none without a cache."""
        if self.caches is None:
            return []
        return [self._check(label, str(tree.path), cache=self.caches / f"ours-{tree.path.name}")]

    def one(self, file: Path) -> Command:
        """A run on one file, as a hook starts it."""
        environment = {CACHE_VARIABLE: str(self.caches / "ours-one")} if self.caches else {}
        return Command(OURS, (*self.tool.line, "check", str(file)), environment=environment)

    def _check(
        self, label: str, path: str, *, cache: Path | None = None, emptied: Path | None = None
    ) -> Command:
        # An option would keep clean trees from the short way, which most runs take.
        environment = {CACHE_VARIABLE: str(cache)} if cache else {}
        line = (*self.tool.line, "check", path)
        return Command(label, line, environment=environment, emptied=emptied)


def find_ours(line: tuple[str, ...] | None, caches: Path) -> Ours:
    """Return the clb-migrate to measure; raises `BenchmarkError` when it does not start."""
    if line is None:
        script = Path(sys.executable).with_name(OURS)
        line = (str(script),) if script.exists() else (sys.executable, "-m", "clb_migrate")
    told = _output((*line, "check", "--help"))
    if told is None:
        raise BenchmarkError(f"cannot start {' '.join(line)}; name another with --command")
    return Ours(
        Tool(line, _version(line)),
        caches if "--cache-dir" in told else None,
    )


def find_peers(names: Mapping[str, str], folder: Path) -> dict[str, Tool]:
    """Return those peers that were installed below `folder`, or else are in PATH."""
    found = {}
    for name in names:
        program = PROGRAMS.get(name, name)
        installed = folder / name / "bin" / program
        path = str(installed) if installed.exists() else shutil.which(program)
        if path is not None:
            found[name] = Tool((path,), _version((path,), name))
    return found


def install_peers(versions: Mapping[str, str], folder: Path) -> list[str]:
    """Put each peer into an environment of its own below `folder`; return a line for each failure.

    Those that are there already stay as they are.
    """
    failures = []
    for name, version in versions.items():
        place = folder / name
        if (place / "bin" / PROGRAMS.get(name, name)).exists():
            continue
        print(f"installing {name} {version}", file=sys.stderr)
        venv.create(place, with_pip=True)
        line = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        # Without a wheel it would have to be compiled, which takes other tools and a long time.
        line += ["--only-binary=:all:", f"{name}=={version}"]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        if done.returncode:
            reason = done.stderr.strip().splitlines()[-1:] or ["pip does not say why"]
            failures.append(f"{name} {version} cannot be installed: {reason[0]}")
    return failures


def _version(line: tuple[str, ...], package: str = "") -> str:
    """Return what a program, or else the environment it is in, says of its version."""
    match = VERSION.search(_output((*line, "--version")) or "")
    if match is None and package:
        python = Path(line[0]).with_name("python")
        code = f"import importlib.metadata as m; print(m.version({package!r}))"
        match = VERSION.search(_output((str(python), "-c", code)) or "")
    return match[0] if match else "of unknown version"


def _output(line: tuple[str, ...]) -> str | None:
    try:
        done = subprocess.run(line, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def interpreter(ours: Ours) -> Command:
    """A bare start of the interpreter that clb-migrate runs in."""
    return Command("python -c pass", (ours.tool.python, "-c", "pass"))


def ripgrep(tool: Tool, tree: Tree) -> Command:
    """A search for what is in every use of the legacy SDK or of a legacy host."""
    line = (*tool.line, "--no-config", "-e", r"qcloud\.com|QcloudApi", str(tree.path))
    return Command("ripgrep", line)


def ruff_fresh(tool: Tool, tree: Tree, label: str = "ruff --no-cache") -> Command:
    """Ruff as if it had never run before, not even writing a cache."""
    return Command(label, (*tool.line, *RUFF, "--no-cache", str(tree.path)))


def ruff_warm(tool: Tool, tree: Tree, caches: Path) -> Command:
    """Ruff when it has run before."""
    cache = caches / f"ruff-{tree.path.name}"
    line = (*tool.line, *RUFF, "--cache-dir", str(cache), str(tree.path))
    return Command("ruff, warm cache", line)


def semgrep(tool: Tool, tree: Tree, folder: Path) -> Command:
    """Semgrep with rules for compared codes, hosts and the SDK."""
    programs = str(Path(tool.line[0]).parent)
    return Command(
        "semgrep",
        (
            *tool.line,
            "scan",
            "--metrics=off",
            "--disable-version-check",
            "--no-git-ignore",
            "--x-ignore-semgrepignore-files",
            "--max-target-bytes=0",
            "--quiet",
            f"--config={HERE / 'rules' / 'semgrep.yaml'}",
            str(tree.path),
        ),
        environment={
            "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
            "SEMGREP_SETTINGS_FILE": str(folder / "semgrep-settings.yaml"),
            "SEMGREP_VERSION_CACHE_PATH": str(folder / "semgrep-version"),
        },
        long=True,
    )


def fixit(tool: Tool, tree: Tree, folder: Path) -> Command:
    """Fixit with one rule that does the same, and none of its own."""
    # It has to be importable there, but not here, where fixit need not be installed.
    rules = folder / "fixit"
    rules.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HERE / "rules" / "fixit_rule.py.txt", rules / "legacy_rule.py")
    settings = rules / "fixit.toml"
    settings.write_text("[tool.fixit]\nroot = true\n", encoding="ascii")
    line = (*tool.line, "--config-file", str(settings), "--rules", "legacy_rule", "lint")
    return Command(
        "fixit",
        (*line, str(tree.path)),
        environment={"PYTHONPATH": str(rules)},
        long=True,
    )


def codemod(ours: Ours, tree: Tree) -> Command:
    """A plain codemod of LibCST's that does the same, with the LibCST that clb-migrate uses."""
    line = (ours.tool.python, "-m", "libcst.tool", "codemod", "--no-format", "--hide-progress")
    return Command(
        "libcst.tool codemod",
        (*line, "--external", "tests.benchmarks.codemod.FindLegacy", str(tree.path)),
        folder=CHECKOUT,
        environment={"PYTHONPATH": str(CHECKOUT)},
        long=True,
    )


def flake8(tool: Tool, tree: Tree) -> Command:
    """Flake8 with what ruff selects."""
    line = (*tool.line, "--isolated", "--select=E4,E7,E9,F", "--exit-zero", "--quiet")
    return Command("flake8", (*line, str(tree.path)), long=True)


def pyupgrade(tool: Tool, private: Tree) -> Command:
    """Pyupgrade with the least it can do; it changes files, so it takes a tree of its own."""
    files = sorted(each.relative_to(private.path).as_posix() for each in private.path.rglob("*.py"))
    line = (*tool.line, "--exit-zero-even-if-changed", *files)
    return Command("pyupgrade", line, folder=private.path, long=True)
