"""Trees of a given number of files, some of them legacy, out of unpacked packages.

A tree takes parts of the folders of all packages in the order of a hash, so that small trees and
large ones are the same mixture, and a large one holds the small ones. Its files are linked and not
copied where the disk can do that: no tool of the benchmark changes them. Those that do change
files get a tree of their own (`private`).
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from tests.benchmarks.errors import BenchmarkError
from tests.benchmarks.legacy import Group, groups, seeds

LEGACY_FOLDER = "legacy"
PART = 16
"""Files of a folder that are taken together: not so many that one large folder weighs much."""

Member = tuple[Path, PurePosixPath]
"""A file of a package: the package's folder, and the path in it."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder to run tools on, and what is in it."""

    path: Path
    files: int
    legacy: int
    size: int
    """Bytes of all files together."""

    @property
    def megabytes(self) -> float:
        """The size in units of a million bytes."""
        return self.size / 1e6


def build(
    packages: Sequence[Path],
    files: int,
    share: float,
    folder: Path,
    *,
    private: bool = False,
) -> Tree:
    """Return a tree of `files` files of which the `share` (0 to 1) is legacy; made only once.

    Where the share is not 0, at least one file is.
    Raises `BenchmarkError` if the packages have too few files.
    """
    legacy = max(1, round(files * share)) if share else 0
    fingerprint = _fingerprint(packages, legacy)
    name = f"{files}-{share:.4f}{'-private' if private else ''}"
    path = folder / name
    mark = folder / f"{name}.fingerprint"
    if not mark.exists() or mark.read_text(encoding="ascii") != fingerprint:
        shutil.rmtree(path, ignore_errors=True)
        chosen = choose(_files_of(packages), files - legacy)
        for package, relative in chosen:
            _link(package / relative, path / package.name / relative, copy=private)
        _seed(path, legacy, [f"{package.name}/{relative}" for package, relative in chosen])
        mark.write_text(fingerprint, encoding="ascii")
    return Tree(path, files, legacy, sum(each.stat().st_size for each in path.rglob("*.py")))


def choose(files: Iterable[Member], number: int) -> list[Member]:
    """Choose `number` of the files, part by part of a folder.

    Raises `BenchmarkError` if there are too few.
    """
    by_folder = defaultdict(list)
    for package, path in files:
        by_folder[f"{package.name}/{path.parent}"].append((package, path))
    parts = {}
    for name, members in by_folder.items():
        for number_of_part, part in enumerate(_batched(sorted(members))):
            parts[sha256(f"{name} {number_of_part}".encode()).digest()] = part
    chosen = [each for key in sorted(parts) for each in parts[key]]
    if len(chosen) < number:
        raise BenchmarkError(
            f"the packages have {len(chosen)} files and {number} are asked for; "
            "add packages to tests/benchmarks/corpus.toml"
        )
    return chosen[:number]


def _batched(members: list[Member]) -> Iterable[list[Member]]:
    for start in range(0, len(members), PART):
        yield members[start : start + PART]


def _files_of(packages: Iterable[Path]) -> Iterable[Member]:
    for package in packages:
        for path in package.rglob("*.py"):
            yield package, PurePosixPath(path.relative_to(package).as_posix())


def _seed(path: Path, number: int, clean: Sequence[str]) -> None:
    """Write legacy files: those alone beside clean ones, those of a project in its own folder."""
    for group in seeds(number):
        if len(group.files) == 1:
            hashed = int.from_bytes(sha256(group.name.encode()).digest()[:8])
            place = (path / clean[hashed % len(clean)]).parent if clean else path
        else:
            place = path / LEGACY_FOLDER / group.name
        write(group, place)


def write(group: Group, folder: Path) -> None:
    """Write the files of a group below a folder."""
    for relative, data in group.files.items():
        target = folder / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _link(source: Path, target: Path, *, copy: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not copy:
        try:
            os.link(source, target)
        except OSError:
            copy = True
    if copy:
        shutil.copyfile(source, target)


def _fingerprint(packages: Sequence[Path], legacy: int) -> str:
    """Tell trees apart that were made of other things."""
    digest = sha256("\n".join(package.name for package in packages).encode())
    if legacy:
        for group in groups():
            for path, data in group.files.items():
                digest.update(path.encode() + data)
    return digest.hexdigest()
