"""What the files around the code promise, and that they agree with each other."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from clb_migrate import __version__
from clb_migrate.checks.base import all_checks
from clb_migrate.table.load import load_rules
from tests.packaging.installing import CHECKOUT

SEED_CODES = (
    *(4000, 4100, 4101, 4102, 4103, 4104, 4105, 4106, 4110, 4300, 4400),
    *(4500, 4600, 5000, 5100, 5200, 5300, 5400, 5500, 6000, 6100, 6200),
)


def text(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


def set_up_commands() -> list[str]:
    """Return the README's commands that start with a virtual environment."""
    return re.findall(r"^python3 -m venv .+$", text("README.md"), re.MULTILINE)


def test_readme_has_exactly_two_set_up_commands() -> None:
    first, second = set_up_commands()
    assert first.endswith("clb-migrate check tests/sample")
    assert second.endswith("pytest")


def test_ci_does_what_the_second_command_does() -> None:
    script = text(".ci/run").replace('"$venv"', ".venv").splitlines()
    steps = set_up_commands()[1].split(" && ")
    start = script.index(steps[0])
    assert script[start : start + len(steps)] == steps


def test_ci_script_can_be_run() -> None:
    assert (CHECKOUT / ".ci" / "run").stat().st_mode & 0o111


def test_sample_holds_every_code_of_the_seed_page() -> None:
    sample = "\n".join(
        path.read_text(encoding="utf-8") for path in (CHECKOUT / "tests/sample").rglob("*.py")
    )
    assert set(SEED_CODES) < set(load_rules().error_codes.common)
    for code in SEED_CODES:
        assert re.search(rf"\b{code}\b", sample), f"{code} is missing"


def test_sample_is_not_collected() -> None:
    settings = tomllib.loads(text("pyproject.toml"))["tool"]["pytest"]["ini_options"]
    assert "sample" in settings["norecursedirs"]
    assert not [path for path in Path(CHECKOUT, "tests/sample").rglob("*test*") if path.is_file()]


def test_readme_lists_every_rule() -> None:
    rows = re.findall(r"^\| (CLB\d+) \| `([\w-]+)` \|.*\|$", text("README.md"), re.MULTILINE)
    assert rows == [(each.rule.id, each.rule.name) for each in all_checks()]


def test_readme_shows_what_fix_makes_of_the_sample() -> None:
    shown = re.search(
        r"<!-- migrated: begin -->\n```diff\n(.+?)```\n<!-- migrated: end -->",
        text("README.md"),
        re.DOTALL,
    )
    assert shown is not None
    printed = subprocess.run(
        [sys.executable, "-m", "clb_migrate", "fix", "--diff", "tests/sample"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert printed.returncode == 1, printed.stderr
    assert printed.stdout == shown[1]


def test_readme_shows_true_output() -> None:
    """Each paragraph of the excerpt is a finding exactly as the first command prints it."""
    excerpt = re.search(
        r"<!-- excerpt: begin -->\n```text\n(.+?)```\n<!-- excerpt: end -->",
        text("README.md"),
        re.DOTALL,
    )
    assert excerpt is not None
    printed = subprocess.run(
        [sys.executable, "-m", "clb_migrate", "check", "tests/sample"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert printed.returncode == 1, printed.stderr
    paragraphs = printed.stdout.strip().split("\n\n")
    for shown in excerpt[1].strip().split("\n\n"):
        heading = shown.partition(" ")[0]
        assert shown in [each for each in paragraphs if each.startswith(heading)]


def test_version_is_the_same_everywhere() -> None:
    assert tomllib.loads(text("pyproject.toml"))["project"]["version"] == __version__
