"""Writing: all files or none, each whole, with what it had beside its bytes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from clb_migrate.errors import UserError
from clb_migrate.fixes import writing
from clb_migrate.fixes.results import FileChange
from clb_migrate.fixes.writing import write_changes


def change(path: Path, before: bytes = b"old\n", after: bytes = b"new\n") -> FileChange:
    return FileChange(path.as_posix(), path.name, before, after)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / name for name in ("a.py", "b.py", "c.py")]
    for path in found:
        path.write_bytes(b"old\n")
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """Everything there is, so that a temporary file would be seen."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


OLD = {"a.py": b"old\n", "b.py": b"old\n", "c.py": b"old\n"}


def test_all_are_written(files: list[Path], tmp_path: Path) -> None:
    write_changes([change(path) for path in files])
    assert contents(tmp_path) == dict.fromkeys(OLD, b"new\n")


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_is_kept(files: list[Path], mode: int) -> None:
    files[0].chmod(mode)
    write_changes([change(files[0])])
    assert stat.S_IMODE(files[0].stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs a superuser")
def test_the_owner_is_kept(files: list[Path]) -> None:
    os.chown(files[0], 12345, 12346)
    write_changes([change(files[0])])
    assert (files[0].stat().st_uid, files[0].stat().st_gid) == (12345, 12346)


def test_the_time_is_that_of_the_writing(files: list[Path]) -> None:
    os.utime(files[0], (1, 1))
    write_changes([change(files[0])])
    assert files[0].stat().st_mtime > 1


def test_a_link_stays_one(files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.py"
    link.symlink_to(files[0])
    write_changes([change(link)])
    assert link.is_symlink()
    assert files[0].read_bytes() == b"new\n"
    assert [*contents(link.parent)] == ["link.py"]


def test_a_long_name(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 252 + ".py")
    path.write_bytes(b"old\n")
    write_changes([change(path)])
    assert path.read_bytes() == b"new\n"


def test_one_that_changed_meanwhile_keeps_all(files: list[Path], tmp_path: Path) -> None:
    files[1].write_bytes(b"mine\n")
    with pytest.raises(UserError, match=r"^b\.py was changed by something else.*once more$"):
        write_changes([change(path) for path in files])
    assert contents(tmp_path) == {**OLD, "b.py": b"mine\n"}


def test_one_that_changes_while_others_are_staged(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = writing._stage

    def slow(target: str, data: bytes, made: list[str]) -> str:
        files[0].write_bytes(b"mine\n")
        return stage(target, data, made)

    monkeypatch.setattr(writing, "_stage", slow)
    with pytest.raises(UserError, match=r"^a\.py was changed by something else"):
        write_changes([change(path) for path in files])
    assert contents(tmp_path) == {**OLD, "a.py": b"mine\n"}


def test_one_that_is_gone(files: list[Path], tmp_path: Path) -> None:
    files[2].unlink()
    with pytest.raises(UserError, match=r"cannot write c\.py: no such file"):
        write_changes([change(path) for path in files])
    assert contents(tmp_path) == {"a.py": b"old\n", "b.py": b"old\n"}


def test_a_read_only_file(files: list[Path], tmp_path: Path) -> None:
    files[1].chmod(0o444)
    with pytest.raises(UserError, match=r"cannot write b\.py: it is read-only"):
        write_changes([change(path) for path in files])
    assert contents(tmp_path) == OLD


def test_a_read_only_folder(files: list[Path], tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(UserError, match=r"cannot write a\.py: its folder is read-only"):
            write_changes([change(path) for path in files])
    finally:
        tmp_path.chmod(0o755)
    assert contents(tmp_path) == OLD


def test_a_full_disk(files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match=r"cannot write a\.py: no space left on device"):
        write_changes([change(path) for path in files])
    assert contents(tmp_path) == OLD


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_an_interruption_among_replacements(
    moment: str,
    number: int,
    files: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replace, count = os.replace, iter(range(100))

    def interrupted(source: str, target: str) -> None:
        this = next(count) == number
        if this and moment == "before":
            raise KeyboardInterrupt
        replace(source, target)
        if this:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_changes([change(path) for path in files])
    assert contents(tmp_path) == OLD


@pytest.mark.parametrize("where", ["open", "fsync", "utime"])
def test_an_interruption_while_staging(
    where: str, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(os, where)
    count = iter(range(100))

    def interrupted(*arguments: object, **named: object) -> object:
        result = real(*arguments, **named)
        ours = where != "open" or ".clb-migrate-" in str(arguments[0])
        if ours and next(count) == 1:
            raise KeyboardInterrupt
        return result

    monkeypatch.setattr(os, where, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_changes([change(path) for path in files])
    assert contents(tmp_path) == OLD


def test_a_failure_among_replacements(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def failing(source: str, target: str) -> None:
        if target.endswith("b.py"):
            raise OSError(1, "Operation not permitted")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(UserError, match=r"cannot write b\.py: operation not permitted; nothing"):
        write_changes([change(path) for path in files])
    assert contents(tmp_path) == OLD
