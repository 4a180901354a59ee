"""Which file an import means."""

from __future__ import annotations

import pytest

from clb_migrate.analysis.modules import ModuleIndex

PATHS = [
    "a/src/shop/__init__.py",
    "a/src/shop/cloud.py",
    "a/src/shop/codes.py",
    "a/src/shop/jobs/__init__.py",
    "a/src/shop/jobs/night.py",
    "b/cloud.py",
    "b/main.py",
]


@pytest.mark.parametrize(
    ("importer", "dotted", "found"),
    [
        ("a/src/shop/jobs/night.py", "shop.cloud", "a/src/shop/cloud.py"),
        ("a/src/shop/jobs/night.py", "..cloud", "a/src/shop/cloud.py"),
        ("a/src/shop/jobs/__init__.py", ".night", "a/src/shop/jobs/night.py"),
        ("a/src/shop/cloud.py", ".", "a/src/shop/__init__.py"),
        ("b/main.py", "cloud", "b/cloud.py"),
        ("b/main.py", "shop", "a/src/shop/__init__.py"),
        ("b/cloud.py", "json", None),
        ("b/main.py", "..cloud", None),
    ],
)
def test_imports_are_resolved(importer: str, dotted: str, found: str | None) -> None:
    index = ModuleIndex(PATHS)
    place = index.resolve(PATHS.index(importer), dotted)
    assert (None if place is None else PATHS[place]) == found


def test_an_absolute_import_never_means_its_own_file() -> None:
    assert ModuleIndex(["lib/cloud.py"]).resolve(0, "cloud") is None


def test_a_library_is_not_a_file_deep_inside_a_package() -> None:
    paths = ["tool/__init__.py", "tool/requests.py", "tool/send.py", "scripts/run.py"]
    index = ModuleIndex(paths, {"requests"}.__contains__)
    assert index.resolve(2, "requests") is None
    assert index.resolve(3, "requests") is None
    assert index.resolve(3, "tool.requests") == 1
    assert index.resolve(2, ".requests") == 1


def test_a_file_beside_a_script_is_what_it_imports() -> None:
    index = ModuleIndex(["scripts/requests.py", "scripts/run.py"], {"requests"}.__contains__)
    assert index.resolve(1, "requests") == 0


def test_of_two_modules_equally_near_none_is_meant() -> None:
    paths = ["t1/utils.py", "t2/utils.py", "t3/main.py", "t1/main.py"]
    assert ModuleIndex(paths).resolve(2, "utils") is None
    assert ModuleIndex(paths).resolve(3, "utils") == 0
