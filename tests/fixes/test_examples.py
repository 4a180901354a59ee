"""Short programs before and after, and programs that stay: each file in `examples` is a test.

`NAME_before.py` becomes `NAME_after.py`. A file in `examples/stays` is left as it is, and its first
line has words of the reason; that of a file without anything legacy says so.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

from clb_migrate import api

EXAMPLES = Path(__file__).parent / "examples"
PAIRS = sorted(EXAMPLES.glob("*_before.py"))
STAYING = sorted((EXAMPLES / "stays").glob("*.py"))
NOTHING = "nothing is legacy here"
UNSAFE = frozenset({"stale_check"})
"""What is migrated only if people agree."""

DEFECTS = MappingProxyType(
    {
        "create_listener": "the comment of one parameter moves to the top of all",
    }
)
"""Name of an example -> what is known to be wrong with what it becomes."""


def name_of(path: Path) -> str:
    return path.stem.removesuffix("_before")


def after(path: Path) -> bytes:
    return path.with_name(f"{name_of(path)}_after.py").read_bytes()


def test_the_examples_are_found() -> None:
    assert len(PAIRS) >= 20
    assert len(STAYING) >= 25


@pytest.mark.parametrize("path", PAIRS, ids=name_of)
def test_a_program_becomes_what_stands_beside_it(
    path: Path, request: pytest.FixtureRequest
) -> None:
    name = name_of(path)
    if name in DEFECTS:
        request.applymarker(pytest.mark.xfail(reason=DEFECTS[name], strict=True))
    before = path.read_bytes()
    migration = api.fix({"main.py": before}, unsafe=name in UNSAFE)

    (change,) = migration.changes
    assert change.before == before
    assert change.after.decode() == after(path).decode()
    assert migration.left == ()


@pytest.mark.parametrize("path", PAIRS, ids=name_of)
def test_what_has_been_migrated_stays(path: Path) -> None:
    assert api.fix({"main.py": after(path)}, unsafe=True).changes == ()


@pytest.mark.parametrize("name", sorted(UNSAFE))
def test_what_is_unsafe_waits_until_someone_agrees(name: str) -> None:
    migration = api.fix({"main.py": (EXAMPLES / f"{name}_before.py").read_bytes()})

    assert migration.changes == ()
    assert all(flow.reasons for flow in migration.flows)


@pytest.mark.parametrize("path", STAYING, ids=name_of)
def test_a_program_stays_and_the_reason_is_told(path: Path) -> None:
    before = path.read_bytes()
    words = before.decode().partition("\n")[0].removeprefix("# reason: ")
    migration = api.fix({"main.py": before})

    assert migration.changes == ()
    told = [reason.text for flow in migration.flows for reason in flow.reasons]
    if words == NOTHING:
        assert migration.flows == ()
    else:
        assert any(words in text for text in told), told
