"""Reading many files: which of them deserve a closer look, for any number of processes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clb_migrate.findings import Certainty
from clb_migrate.source import screening
from clb_migrate.source.discover import Candidate
from clb_migrate.source.triage import Triage
from clb_migrate.source.words import words_in, words_of
from clb_migrate.table.folder import folder_of_rules
from clb_migrate.table.load import load_rules

RULES = load_rules()
TRIAGE = Triage.of(RULES, Certainty.LIKELY)
HOST = b"host = 'lb.api.qcloud.com'\n"


def tree(folder: Path, contents: dict[str, bytes]) -> list[Candidate]:
    """Write files, and return them as a walk gives them."""
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [
        Candidate(str(folder / name), name, python=True, dependency=False, named=False)
        for name in contents
    ]


def names(files: list[Candidate], positions: list[int]) -> list[str]:
    """Return what reports call the files at these positions."""
    return [files[position].shown for position in positions]


def test_what_deserves_a_closer_look(tmp_path: Path) -> None:
    files = tree(
        tmp_path,
        {
            "empty.py": b"",
            "clean.py": b"print('hello')\n",
            "host.py": HOST,
            "nul.py": b"x = 1\0\n",
            "not_utf_8.py": b"x = '\xff'\n",
            "utf_8.py": "x = 'größer'\n".encode(),
            "declared.py": b"# coding: latin-1\nx = '\xff'\n",
            "unknown.py": b"# coding: klingon\n",
            "large.py": b"x = 1\n" * 200_000,
            "large_host.py": b"x = 1\n" * 200_000 + HOST,
            "cut.py": b"host = 'lb.api.qclo",
            "off.py": b"ud.com'",
        },
    )
    found = names(files, screening.screen(files, TRIAGE))
    assert found == ["host.py", "nul.py", "not_utf_8.py", "unknown.py", "large_host.py"]


def test_what_went_away_or_became_something_else_deserves_one(tmp_path: Path) -> None:
    files = tree(tmp_path, {"gone.py": b"", "folder.py": b"", "pipe.py": b"", "here.py": b""})
    for name in ("gone.py", "folder.py", "pipe.py"):
        (tmp_path / name).unlink()
    (tmp_path / "folder.py").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.py")
    found = names(files, screening.screen(files, TRIAGE))
    assert found[:2] == ["gone.py", "folder.py"]
    assert "here.py" not in found


def many(folder: Path) -> tuple[list[Candidate], list[str]]:
    """Write more files than one process takes, and return which of them name a host."""
    contents = {
        f"file_{number:04}.py": HOST if number % 97 == 0 else b"x = 1\n" for number in range(1200)
    }
    hosts = [name for name, data in contents.items() if data == HOST]
    return tree(folder, contents), hosts


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_any_number_of_processes_finds_the_same(tmp_path: Path, jobs: int) -> None:
    files, hosts = many(tmp_path)
    assert names(files, screening.screen(files, TRIAGE, jobs)) == hosts
    assert not screening.all_clean(files, TRIAGE, jobs)
    clean = [file for file in files if file.shown not in hosts]
    assert screening.all_clean(clean, TRIAGE, jobs)


class TestWords:
    def test_the_rule_files_and_the_loaded_rules_give_the_same(self) -> None:
        folder = folder_of_rules()
        assert folder is not None
        assert words_in(folder) == words_of(RULES)

    def test_a_folder_that_is_not_as_expected_gives_none(self, tmp_path: Path) -> None:
        assert words_in(str(tmp_path)) is None
        for name in ("sdk", "endpoints", "envelope", "libraries"):
            (tmp_path / f"{name}.toml").write_text("legacy_path = 5\n")
        assert words_in(str(tmp_path)) is None


@pytest.mark.parametrize("jobs", [1, 3])
def test_how_far_it_got_is_told(tmp_path: Path, jobs: int) -> None:
    files = tree(tmp_path, {f"{number}.py": b"x = 1\n" for number in range(1000)})
    told: list[int] = []
    screening.screen(files, TRIAGE, jobs, told.append)
    # Other processes may have taken any part in hand.
    assert told == sorted(told)
    assert {*told} <= {0, 256, 512, 768}
    assert jobs > 1 or len(told) == 4
