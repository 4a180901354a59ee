"""What an earlier run found out about files that have not changed since, so that it need not be
found out again: that they are clean, and what they import.

A file has not changed if its size, its inode and the times of its last change are the same; the
later of those times is set by the system alone. What was changed so shortly before it was read that
a later change might have the same time is not kept. Nothing is kept where systems have no such
time. What is kept holds for the same code of this tool and the same words looked for, and for the
same paths given.
"""

from __future__ import annotations

import os
import pickle
import struct
import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from clb_migrate.cache import Cache
from clb_migrate.source.triage import SUPPRESSING

if TYPE_CHECKING:
    from clb_migrate.source.discover import Candidate
    from clb_migrate.source.triage import Triage

_MARGIN = 2_000_000_000
"""Nanoseconds: more than the steps in which any file system counts."""
_STAMP = struct.Struct("<qqqQ")
_Entry = tuple[bytes, "bytes | None"]
"""The stamp of a clean file, and its import statements, if they were ever asked for."""
_NOTHING: _Entry = (b"", None)


class Unchanged:
    """The clean files of one project, as they were when they were looked at."""

    def __init__(self, cache: Cache, paths: Sequence[str], triage: Triage) -> None:
        """Of the files in and below `paths`, as far as `cache` keeps anything of them."""
        self._cache = cache
        self._paths = paths
        self._triage = triage
        self._begin = time.time_ns()
        self._stamps: dict[str, bytes] = {}
        self._clean: dict[str, bytes] = {}
        self._texts: dict[str, bytes] = {}
        self._is_new = False

    def clean(self, files: Sequence[Candidate]) -> Iterator[bool]:
        """Tell of each file whether it is known to be clean; from then on it can be kept."""
        known = self._known
        for file in files:
            stamp = self._stamps[file.path] = _stamp(file.path)
            yield bool(stamp) and known.get(file.path, _NOTHING)[0] == stamp

    def import_text(self, path: str) -> bytes | None:
        """Return the import statements of a clean file, if they are known."""
        text = self._texts.get(path)
        if text is None:
            stamp, kept = self._known.get(path, _NOTHING)
            if stamp and stamp == self._stamps.get(path):
                text = kept
        return text

    def keep(self, files: Sequence[Candidate]) -> None:
        """Let these be clean."""
        before = self._begin - _MARGIN
        for file in files:
            stamp = self._stamps.get(file.path)
            if stamp and max(_STAMP.unpack(stamp)[:2]) < before:
                self._clean[file.path] = stamp

    def keep_import_text(self, path: str, text: bytes) -> None:
        """Let these be the import statements of a file."""
        self._texts[path] = text
        self._is_new = True

    def save(self) -> None:
        """Keep what is known now, if it is more or less than it was."""
        stamps = {path: stamp for path, (stamp, _) in self._known.items()}
        if not self._is_new and stamps == self._clean:
            return
        entries = {path: (stamp, self.import_text(path)) for path, stamp in self._clean.items()}
        self._cache.store(self._name, pickle.dumps((self._key, entries), protocol=5))

    @cached_property
    def _known(self) -> dict[str, _Entry]:
        """What was kept of each file that was clean then."""
        if os.name != "posix":
            return {}
        found: Any = self._cache.load(self._name)
        if found is None:
            return {}
        key, entries = pickle.loads(found)
        known: dict[str, _Entry] = entries if key == self._key else {}
        return known

    @cached_property
    def _name(self) -> str:
        text = "\0".join(sorted(map(os.path.abspath, self._paths)))
        return self._cache.name(b"unchanged\0" + os.fsencode(text))

    @cached_property
    def _key(self) -> bytes:
        triage = self._triage
        parts: list[object] = [triage.markers, triage.is_wide]
        for clue in (*triage.clues, SUPPRESSING):
            patterns = [each.pattern for each in clue.others]
            unless = clue.unless and clue.unless.pattern
            parts.append((clue.rare, clue.any_case, patterns, clue.least, unless))
        return blake2b(repr(parts).encode(), digest_size=20).digest()


def _stamp(path: str) -> bytes:
    """Return what changes whenever a file does; nothing where it cannot be told."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return b""
    return _STAMP.pack(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
