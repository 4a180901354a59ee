"""Packages from PyPI: downloading their wheels, and unpacking the Python files in them.

Files and folders that name Tencent Cloud are left out, so that what is unpacked is clean; so are
folders that linters pass over, so that every tool has the same files to look at.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from clb_migrate.source.discover import PRUNED
from tests.benchmarks.errors import BenchmarkError

TENCENT_CLOUD = re.compile(rb"qcloud|tencent", re.IGNORECASE)
COMPLETE = ".complete"

# Wheels that are the same on every machine, whatever its Python.
ANY_MACHINE = (
    "--only-binary=:all:",
    "--python-version=3.14",
    "--implementation=py",
    "--abi=none",
    "--platform=any",
)


def obtain(packages: Mapping[str, str], folder: Path) -> list[Path]:
    """Return the folders of the unpacked packages, by name; only new ones are downloaded.

    Raises `BenchmarkError` when one cannot be downloaded.
    """
    return [_obtained(name, packages[name], folder) for name in sorted(packages)]


def _obtained(name: str, version: str, folder: Path) -> Path:
    unpacked = folder / f"{name}-{version}"
    mark = unpacked / COMPLETE
    if not mark.exists():
        wheels = folder / "wheels" / unpacked.name
        print(f"downloading {name} {version}", file=sys.stderr)
        download(f"{name}=={version}", wheels)
        for wheel in sorted(wheels.glob("*.whl")):
            unpack(wheel, unpacked)
            wheel.unlink()
        mark.touch()
    return unpacked


def download(requirement: str, folder: Path) -> None:
    """Put the wheel of a requirement into `folder`; raises `BenchmarkError` without one."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *ANY_MACHINE]
    done = subprocess.run(
        [*command, "--dest", str(folder), requirement],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["pip does not say why"]
        raise BenchmarkError(
            f"cannot download {requirement} ({reason[0]}); "
            "change its version in tests/benchmarks/corpus.toml, or leave it out there"
        )


def unpack(wheel: Path, folder: Path) -> int:
    """Write the Python files of a wheel below `folder` and return how many there were."""
    count = 0
    with ZipFile(wheel) as archive:
        for entry in archive.infolist():
            path = PurePosixPath(entry.filename)
            if not is_wanted(path):
                continue
            data = archive.read(entry)
            if TENCENT_CLOUD.search(data):
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            count += 1
    return count


def is_wanted(path: PurePosixPath) -> bool:
    """Tell whether a file of a wheel is a Python file to unpack, going by its name."""
    return (
        path.suffix == ".py"
        and not path.is_absolute()
        and not any(part in PRUNED or part.startswith(".") for part in path.parts)
        and not TENCENT_CLOUD.search(str(path).encode())
    )
