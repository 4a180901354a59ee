"""Facts, and what else is expensive to find out, kept from run to run by what it is made of.

An entry is named by the bytes of a file and by everything that makes facts of them: this tool's
own code, LibCST and Python. So nothing in here is ever out of date, whatever else changes. Rules
and settings are no part of facts. An entry that cannot be read is made anew.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
import tempfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from clb_migrate.errors import UserError

if TYPE_CHECKING:
    from clb_migrate.analysis.facts import Facts, FactsOf
    from clb_migrate.analysis.program import Program

FOLDER_VARIABLE = "CLB_MIGRATE_CACHE_DIR"
_TAG = "CACHEDIR.TAG"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55"
_TAG_TEXT = f"{_SIGNATURE}\n# Facts about Python files, kept by clb-migrate; may be deleted.\n"
_LEVEL = 1
_DIGEST = 16
"""Bytes of the checksum in front of an entry."""

_MODULES = (".py", ".so", ".pyd")

_Entry = tuple[str, bytes]


def default_folder() -> str:
    """Return where facts are kept unless something else is asked for."""
    if chosen := os.environ.get(FOLDER_VARIABLE):
        return chosen
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "clb-migrate")


@dataclass(slots=False)
class Cache:
    """The facts kept in one folder. What cannot be kept there is made each time."""

    folder: str
    hits: int = field(default=0, init=False)
    _writable: bool = field(default=True, init=False)

    def facts(self, files: Sequence[_Entry], make: FactsOf) -> list[Facts]:
        """Return the facts of files, in their order; `make` makes those that are not kept."""
        from clb_migrate.analysis.program import Program

        found: dict[int, Facts] = {}
        names = [self.name(data) for _, data in files]
        for place, name in enumerate(names):
            kept = self._read(name)
            if kept is not None:
                found[place] = replace(kept, path=files[place][0])
        self.hits += len(found)
        missing = [place for place in range(len(files)) if place not in found]
        if missing:
            made = make([files[place] for place in missing])
            for place, facts in zip(missing, made, strict=True):
                found[place] = facts
                if isinstance(facts, Program):
                    # Why there are none may be of this run alone.
                    self._write(names[place], facts)
        return [found[place] for place in range(len(files))]

    def name(self, data: bytes) -> str:
        """Return where that is kept which is made of `data` by this code."""
        digest = blake2b(data, digest_size=20, key=self._maker).hexdigest()
        return os.path.join(self.folder, digest[:2], digest[2:])

    @cached_property
    def _maker(self) -> bytes:
        """What facts are made by, in a few bytes."""
        made_by = blake2b(digest_size=32)
        for name in (sys.version, *_parser(), *_own_code()):
            made_by.update(name.encode("utf-8", "surrogateescape") + b"\0")
        return made_by.digest()

    def _read(self, name: str) -> Program | None:
        from clb_migrate.analysis.program import Program

        packed = self.load(name)
        if packed is None:
            return None
        try:
            facts = pickle.loads(zlib.decompress(packed))
        except Exception:  # whatever a broken entry does, it is made anew
            return None
        return facts if isinstance(facts, Program) else None

    def _write(self, name: str, facts: Program) -> None:
        if self._writable:
            packed = pickle.dumps(replace(facts, path=""), protocol=5)
            self.store(name, zlib.compress(packed, _LEVEL))

    def load(self, name: str) -> bytes | None:
        """Return what is kept in one place; None for nothing, or something that was spoilt."""
        try:
            with open(name, "rb") as file:
                checksum, data = file.read(_DIGEST), file.read()
        except OSError:
            return None
        return data if blake2b(data, digest_size=_DIGEST).digest() == checksum else None

    def store(self, name: str, data: bytes) -> None:
        """Keep something in one place, if it can be."""
        if not self._writable:
            return
        folder = os.path.dirname(name)
        try:
            if not os.path.isdir(folder):
                self._make_folder(folder)
            handle, temporary = tempfile.mkstemp(dir=folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(blake2b(data, digest_size=_DIGEST).digest() + data)
                os.replace(temporary, name)
            except BaseException:
                with suppress(OSError):
                    os.unlink(temporary)
                raise
        except OSError:
            self._writable = False  # No room, or no right: a run does without.

    def _make_folder(self, folder: str) -> None:
        os.makedirs(folder, exist_ok=True)
        tag = os.path.join(self.folder, _TAG)
        if not os.path.exists(tag):
            with open(tag, "w", encoding="ascii") as file:
                file.write(_TAG_TEXT)

    def clean(self) -> int:
        """Delete everything that is kept, and return how many entries that were.

        Raises `UserError` for a folder that is no cache, or cannot be deleted.
        """
        if not os.path.isdir(self.folder):
            return 0
        try:
            with open(os.path.join(self.folder, _TAG), encoding="ascii") as file:
                is_cache = file.read().startswith(_SIGNATURE)
        except (OSError, UnicodeError):
            is_cache = False
        if not is_cache:
            raise UserError(f"{self.folder} has no {_TAG}, so it is not deleted; is it a cache?")
        count = sum(
            len(names) for folder, _, names in os.walk(self.folder) if folder != self.folder
        )
        try:
            shutil.rmtree(self.folder)
        except OSError as error:
            raise UserError(f"cannot delete {self.folder}: {error.strerror}") from error
        return count


def _own_code() -> list[str]:
    """Return what identifies the code of this package."""
    root = os.path.dirname(os.path.abspath(__file__))
    folders = (root, os.path.join(root, "analysis"), os.path.join(root, "source"))
    return [line for folder in folders for line in _files_in(folder)]


def _parser() -> list[str]:
    """Return what identifies the code of LibCST, which is not imported for that."""
    from importlib.util import find_spec

    found = find_spec("libcst")
    folders = found.submodule_search_locations if found else None
    return [line for folder in folders or () for line in (folder, *_files_in(folder))]


def _files_in(folder: str) -> list[str]:
    """Return what identifies the modules in a folder: their names, sizes and times."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_MODULES):
                status = entry.stat()
                found.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
    return sorted(found)
