"""Every way to install the project brings its rules along."""

from __future__ import annotations

import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from clb_migrate.table.load import load_rules
from tests.packaging.installing import CHECKOUT, Environment, build

RULE_FILES = sorted(
    path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / "rules").rglob("*.toml")
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel made of the checkout."""
    (built,) = build(tmp_path_factory.mktemp("wheel"), "--wheel")
    return built


@pytest.fixture(scope="module")
def sdist_and_wheel(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A source distribution, and the wheel that was made of that."""
    sdist, built = sorted(
        build(tmp_path_factory.mktemp("sdist")), key=lambda path: path.suffix == ".whl"
    )
    return sdist, built


def explanation(environment: Environment) -> str:
    return environment.run("clb-migrate", "explain", "4100")


def place(environment: Environment) -> Path:
    """Return where the environment imports the project from."""
    program = "import clb_migrate; print(clb_migrate.__file__)"
    return Path(environment.run("python", "-c", program).strip()).parent


def meaning() -> str:
    row = load_rules().error_codes.get(4100)
    assert row is not None
    return row.meaning


def test_wheel_finds_its_rules(wheel: Path, tmp_path: Path) -> None:
    environment = Environment.create(tmp_path / "environment")
    environment.install(str(wheel))
    assert meaning() in explanation(environment)
    assert place(environment) == environment.packages / "clb_migrate"


def test_wheel_brings_its_pages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for page in ("index.md", "rules/CLB101.md", "codes/4100.md"):
        assert f"clb_migrate/docs/{page}" in names


def test_wheel_made_of_the_source_distribution_finds_its_rules(
    sdist_and_wheel: tuple[Path, Path], tmp_path: Path
) -> None:
    environment = Environment.create(tmp_path / "environment")
    environment.install(str(sdist_and_wheel[1]))
    assert meaning() in explanation(environment)
    assert place(environment) == environment.packages / "clb_migrate"


def test_source_distribution_itself_can_be_installed(
    sdist_and_wheel: tuple[Path, Path], tmp_path: Path
) -> None:
    environment = Environment.create(tmp_path / "environment")
    environment.install(str(sdist_and_wheel[0]))
    assert meaning() in explanation(environment)
    assert place(environment) == environment.packages / "clb_migrate"


def test_editable_install_finds_the_rules_of_the_checkout(tmp_path: Path) -> None:
    environment = Environment.create(tmp_path / "environment")
    environment.install("--editable", str(CHECKOUT))
    assert meaning() in explanation(environment)
    assert place(environment) == CHECKOUT / "clb_migrate"
    program = "from clb_migrate.table.load import rules_folder; print(rules_folder())"
    assert Path(environment.run("python", "-c", program).strip()) == CHECKOUT / "rules"
    assert list(environment.packages.rglob("*.toml")) == [], "no copy that could grow old"


def test_python_dash_m_is_the_same_command(wheel: Path, tmp_path: Path) -> None:
    environment = Environment.create(tmp_path / "environment")
    environment.install(str(wheel))
    assert environment.run("python", "-m", "clb_migrate", "explain", "4100") == explanation(
        environment
    )


def test_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    assert RULE_FILES
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        for name in RULE_FILES:
            assert archive.read(f"clb_migrate/{name}") == (CHECKOUT / name).read_bytes()
    assert "clb_migrate/py.typed" in names
    assert {name.split("/")[0] for name in names} == {"clb_migrate", "clb_migrate-0.1.0.dist-info"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_wheel_of_the_source_distribution_is_the_same(
    wheel: Path, sdist_and_wheel: tuple[Path, Path]
) -> None:
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(sdist_and_wheel[1]) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())


def test_source_distribution_holds_what_a_contributor_needs(
    sdist_and_wheel: tuple[Path, Path],
) -> None:
    with tarfile.open(sdist_and_wheel[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert set(RULE_FILES) <= names
    assert {"LICENSE", "README.md", "pyproject.toml", ".pre-commit-hooks.yaml"} <= names
    assert {"tests/packaging/test_installing.py", "tests/sample/requirements.txt"} <= names
    assert not [name for name in names if "__pycache__" in name or "_cache/" in name]


def test_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = Parser().parsestr(
            archive.read("clb_migrate-0.1.0.dist-info/METADATA").decode("utf-8")
        )
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    required = {
        text.split(";")[0].rstrip(".0123456789<>=!~ ")
        for text in metadata.get_all("Requires-Dist", [])
        if "extra ==" not in text
    }
    assert required == {"click", "libcst", "pathspec"}
