"""Facts that are kept: never old, never trusted when broken, and easy to be rid of."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from clb_migrate.analysis.facts import Facts, lowered_here
from clb_migrate.analysis.program import Unparsable
from clb_migrate.cache import Cache
from clb_migrate.errors import UserError

FILES = [(f"m{n}.py", f"x = {n}\n".encode()) for n in range(5)]


class Counting:
    """Makes facts and counts for how many files."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, files: Sequence[tuple[str, bytes]]) -> list[Facts]:
        self.made += len(files)
        return lowered_here(files)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/*") if path.is_file())


def test_facts_are_made_once(folder: Path) -> None:
    make = Counting()
    first = Cache(str(folder)).facts(FILES, make)
    assert Cache(str(folder)).facts(FILES, make) == first == lowered_here(FILES)
    assert make.made == len(FILES)


def test_only_what_is_new_is_made(folder: Path) -> None:
    make = Counting()
    Cache(str(folder)).facts(FILES, make)
    changed = [("m0.py", b"x = 0 \n"), *FILES[1:]]
    assert Cache(str(folder)).facts(changed, make) == lowered_here(changed)
    assert make.made == len(FILES) + 1


def test_a_file_that_moved_has_its_new_name(folder: Path) -> None:
    make = Counting()
    Cache(str(folder)).facts(FILES, make)
    (facts,) = Cache(str(folder)).facts([("other.py", FILES[0][1])], make)
    assert facts.path == "other.py"
    assert make.made == len(FILES)


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 400])
def test_a_broken_entry_is_made_anew(folder: Path, damage: bytes) -> None:
    make = Counting()
    Cache(str(folder)).facts(FILES, make)
    for entry in entries(folder):
        entry.write_bytes(damage + entry.read_bytes()[:40])
    assert Cache(str(folder)).facts(FILES, make) == lowered_here(FILES)
    assert make.made == 2 * len(FILES)
    Cache(str(folder)).facts(FILES, make)
    assert make.made == 2 * len(FILES)


def test_another_tool_version_makes_them_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Counting()
    Cache(str(folder)).facts(FILES, make)
    monkeypatch.setattr("clb_migrate.cache._own_code", lambda: ["changed"])
    Cache(str(folder)).facts(FILES, make)
    assert make.made == 2 * len(FILES)


def test_why_a_file_has_no_facts_is_not_kept(folder: Path) -> None:
    make = Counting()
    for _ in range(2):
        (facts,) = Cache(str(folder)).facts([("bad.py", b"def (:\n")], make)
        assert isinstance(facts, Unparsable)
    assert make.made == 2


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert Cache(str(blocked / "kept")).facts(FILES, lowered_here) == lowered_here(FILES)


def test_several_runs_at_once(folder: Path) -> None:
    results: list[list[Facts]] = []

    def run() -> None:
        results.append(Cache(str(folder)).facts(FILES, lowered_here))

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [lowered_here(FILES)] * 6
    assert len(entries(folder)) == len(FILES)


def test_it_says_what_it_is_and_can_be_deleted(folder: Path) -> None:
    cache = Cache(str(folder))
    cache.facts(FILES, lowered_here)
    tag = (folder / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert cache.clean() == len(FILES)
    assert not folder.exists()
    assert cache.clean() == 0


def test_no_other_folder_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("")
    with pytest.raises(UserError, match=r"CACHEDIR\.TAG"):
        Cache(str(tmp_path)).clean()
    assert (tmp_path / "precious").exists()
