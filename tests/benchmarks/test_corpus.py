"""A corpus is made of wheels, without what names Tencent Cloud, and of legacy files of ours."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

from clb_migrate.analysis import analyse
from clb_migrate.checks.base import all_checks
from clb_migrate.source.read import Source, decode
from clb_migrate.table.load import load_rules
from tests.benchmarks.errors import BenchmarkError
from tests.benchmarks.legacy import Group, groups, seeds
from tests.benchmarks.pins import read_pins
from tests.benchmarks.trees import PART, build, choose
from tests.benchmarks.wheels import unpack

CONTENTS = {
    "shop/__init__.py": "",
    "shop/basket.py": "total = 4100\n",
    "shop/notes.txt": "no Python",
    "shop/cloud.py": "HOST = 'cvm.api.QCloud.com'\n",
    "shop/tencent/__init__.py": "",
    "shop/node_modules/tool.py": "passed = 'over'\n",
    "../outside.py": "escaped = True\n",
}


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "shop-1.0-py3-none-any.whl"
    with ZipFile(path, "w") as archive:
        for name, text in CONTENTS.items():
            archive.writestr(name, text)
    return path


def test_a_wheel_is_unpacked_without_what_is_not_wanted(tmp_path: Path, wheel: Path) -> None:
    folder = tmp_path / "shop"
    assert unpack(wheel, folder) == 2
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {"shop/__init__.py", "shop/basket.py"}
    assert not (tmp_path / "outside.py").exists()


def packages(folder: Path) -> list[Path]:
    """Make two packages of 60 and 6 files."""
    for name, files in (("large-1", 60), ("small-2", 6)):
        (folder / name).mkdir(parents=True)
        for number in range(files):
            (folder / name / f"part{number:02}.py").write_text(f"number = {number}\n")
    return [folder / "large-1", folder / "small-2"]


def test_a_large_tree_holds_the_small_ones(tmp_path: Path) -> None:
    files = [
        (package, PurePosixPath(path.name))
        for package in packages(tmp_path)
        for path in package.iterdir()
    ]
    large = choose(files, 60)
    assert choose(reversed(files), 20) == large[:20]
    assert len({path for package, path in large[:PART] if package is large[0][0]}) <= PART
    with pytest.raises(BenchmarkError, match="66 files and 67 are asked for"):
        choose(files, 67)


@pytest.mark.parametrize(("share", "legacy"), [(0.0, 0), (0.001, 1), (0.5, 20)])
def test_a_tree_has_its_share_of_legacy_files(tmp_path: Path, share: float, legacy: int) -> None:
    tree = build(packages(tmp_path / "packages"), 40, share, tmp_path / "trees")
    assert (tree.files, tree.legacy) == (40, legacy)
    clean = [path for path in tree.path.rglob("*.py") if path.read_text().startswith("number = ")]
    assert len([*tree.path.rglob("*.py")]) == 40
    assert len(clean) == 40 - legacy


def test_a_private_tree_can_be_changed(tmp_path: Path) -> None:
    made = packages(tmp_path / "packages")
    private = build(made, 40, 0.0, tmp_path / "trees", private=True)
    for path in private.path.rglob("*.py"):
        path.write_text("changed = True\n")
    shared = build(made, 40, 0.0, tmp_path / "trees")
    assert all(path.read_text().startswith("number") for path in shared.path.rglob("*.py"))


def test_a_tree_is_made_once(tmp_path: Path) -> None:
    made = packages(tmp_path / "packages")
    first = build(made, 40, 0.0, tmp_path / "trees")
    (first.path / "mark.py").touch()
    build(made, 40, 0.0, tmp_path / "trees")
    assert (first.path / "mark.py").exists()
    build(made[:1], 40, 0.0, tmp_path / "trees")
    assert not (first.path / "mark.py").exists()


def test_seeds_differ_and_have_the_number_asked_for() -> None:
    number = 2 * sum(len(group.files) for group in groups())
    made = [item for group in seeds(number) for item in group.files.items()]
    assert len(made) == len(dict(made)) == number
    assert [*seeds(0)] == []


def findings(group: Group) -> list[tuple[str, int]]:
    """Return what a check reports in a group: rules and lines, in order."""
    rules = load_rules()
    read = (decode(data, path) for path, data in group.files.items())
    seen = analyse([source for source in read if isinstance(source, Source)], rules)
    found = (finding for check in all_checks() for finding in check.run(seen, rules))
    return sorted((finding.rule, finding.location.span.line) for finding in found)


@pytest.mark.parametrize("group", groups()[:12], ids=lambda group: group.name)
def test_a_variant_is_as_legacy_as_the_example(group: Group) -> None:
    assert findings(group) == findings(group.variant(7)) != []


def test_names_with_a_meaning_elsewhere_stay() -> None:
    group = Group(
        "shop",
        {
            "shop/cloud.py": b"class Cloud:\n    pass\ndef call(): pass\ndef Run(): pass\n",
            "shop/use.py": b"from shop.cloud import Cloud\nCloud().call('Run')\n",
        },
    )
    assert group.variant(3).files == {
        "shop_3/cloud.py": b"class Cloud_3:\n    pass\ndef call(): pass\ndef Run(): pass\n",
        "shop_3/use.py": b"from shop_3.cloud import Cloud_3\nCloud_3().call('Run')\n",
    }


def test_everything_is_pinned() -> None:
    pins = read_pins()
    assert pins.packages
    assert {"ripgrep", "ruff", "semgrep", "fixit", "flake8", "pyupgrade"} == {*pins.peers}
