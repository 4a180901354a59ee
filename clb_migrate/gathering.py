"""The files of a run: what each of them is, which need an analysis, and the bytes of those.

What triage proves clean is read again where an analysis asks for it: most files never are.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from clb_migrate.source.discover import Candidate
from clb_migrate.source.read import Source, Unreadable, decode, read_bytes
from clb_migrate.source.screening import screen
from clb_migrate.source.sharing import available_processors
from clb_migrate.source.triage import Triage, plainly_readable, suppresses
from clb_migrate.sources import DeclaredSource
from clb_migrate.watch import Watch

if TYPE_CHECKING:
    from clb_migrate.analysis.facts import FactsOf
    from clb_migrate.analysis.project import Project
    from clb_migrate.unchanged import Unchanged

_MANY = 200
"""Files for which it pays to remember what they were."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file's bytes, with what its name makes of it."""

    file: Candidate
    data: bytes

    @property
    def place(self) -> str:
        """Where the file is: absolute, with slashes."""
        return place_of(self.file.path)


def place_of(path: str) -> str:
    """Return a path as an analysis knows it: absolute, with slashes."""
    return os.path.abspath(path).replace(os.sep, "/")


def load(file: Candidate | Unreadable) -> Input | Unreadable:
    """Read a file that was found."""
    if isinstance(file, Unreadable):
        return file
    data = read_bytes(file.path, file.shown)
    return data if isinstance(data, Unreadable) else Input(file, data)


class Keep(Enum):
    """Which bytes stay in memory, beside those of files that need an analysis."""

    NO_OTHERS = auto()
    WHAT_IS_ASKED_FOR = auto()
    """So that all who ask during one run are told the same."""
    ALL = auto()
    """There is no other place to have them from."""


class Gathered:
    """The Python files of a run: where they are, and the bytes of those that are needed."""

    def __init__(self, keep: Keep = Keep.NO_OTHERS, jobs: int = 1) -> None:
        """Up to `jobs` processes may read many files at a time."""
        self.needed: set[str] = set()
        self._keep = keep
        self._jobs = jobs
        self._data: dict[str, bytes] = {}
        self._candidates: dict[str, Candidate] = {}
        self._by_shown: dict[str, str] = {}
        self._clean: Sequence[Candidate] = ()
        self._unchanged: Unchanged | None = None

    @property
    def places(self) -> Iterable[str]:
        """Where the files are."""
        return self._files().keys()

    def take(self, file: Input, triage: Triage, *, parse_all: bool) -> Unreadable | None:
        """Take a file in as triage sees it, or return why that cannot be."""
        survivor = _survivor(file, triage, parse_all=parse_all)
        if isinstance(survivor, Unreadable):
            return survivor
        self.add(file, needed=survivor is not None)
        return None

    def find(self, path: str) -> str | None:
        """Return the place of the file at `path`, under whatever name it was taken in."""
        place = place_of(path)
        files = self._files()
        if place in files:
            return place
        real = os.path.realpath(path)
        return next((each for each in files if os.path.realpath(each) == real), None)

    def shown(self, place: str) -> str:
        """Return what reports call the file at a place."""
        return self._files()[place].shown

    def place_shown(self, shown: str) -> str | None:
        """Return the place of the file that reports call `shown`; None for no Python file."""
        self._files()
        return self._by_shown.get(shown)

    def add(self, file: Input, *, needed: bool) -> None:
        """Take a file in; only what is needed is kept in memory."""
        place = file.place
        self._name(place, file.file)
        if needed:
            self.needed.add(place)
        if needed or self._keep is Keep.ALL:
            self._data[place] = file.data

    def add_clean(self, files: Sequence[Candidate], unchanged: Unchanged | None = None) -> None:
        """Take in files that were met in a folder and are proven clean.

        `unchanged` knows of files that were it in an earlier run, and is told of these.
        """
        self._clean = files
        if unchanged is not None:
            self._unchanged = unchanged
            unchanged.keep(files)

    def remember(self) -> None:
        """Keep for other runs what this one found out about clean files."""
        if self._unchanged is not None:
            self._unchanged.save()

    def _files(self) -> dict[str, Candidate]:
        """All files by their places; the clean ones come in when somebody first asks for any."""
        for file in self._clean:
            self._name(file.path.replace(os.sep, "/"), file)
        self._clean = ()
        return self._candidates

    def _name(self, place: str, file: Candidate) -> None:
        self._candidates[place] = file
        self._by_shown[file.shown] = place

    def need(self, file: Input, place: str | None) -> str:
        """Let a file be needed, at the place it was taken in if it was; return its place."""
        if place is None:
            self.add(file, needed=True)
            return file.place
        self.needed.add(place)
        self._data[place] = file.data
        return place

    def changed(self, changes: Mapping[str, bytes], *, needed: bool = True) -> Gathered:
        """Return the same files with other bytes at some places, which are `needed` from now on."""
        after = Gathered(self._keep, self._jobs)
        after._candidates, after._by_shown = self._files(), self._by_shown
        after.needed = self.needed | changes.keys() if needed else self.needed
        after._data = {**self._data, **changes}
        return after

    def project(
        self, declared: Sequence[DeclaredSource] = (), facts: FactsOf | None = None
    ) -> Project:
        """Return the files as an analysis asks for them."""
        from clb_migrate.analysis.facts import lowered_here
        from clb_migrate.analysis.project import File, Project

        candidates = self._files()
        places = sorted(candidates)
        files = [File(candidates[place].shown, place) for place in places]
        needed = [index for index, place in enumerate(places) if place in self.needed]
        return Project(
            files,
            needed,
            lambda index: self.data(places[index]),
            declared,
            facts or lowered_here,
            lambda: self._import_texts(places),
        )

    def _import_texts(self, places: Sequence[str]) -> list[bytes]:
        """Return the import statements of files, each as one text."""
        from clb_migrate.analysis.project import read_import_texts

        unchanged, files = self._unchanged, self._files()
        if unchanged is None:
            return read_import_texts(places, self.data, self._jobs)
        known = [unchanged.import_text(files[place].path) for place in places]
        asked = [place for place, text in zip(places, known, strict=True) if text is None]
        read = dict(zip(asked, read_import_texts(asked, self.data, self._jobs), strict=True))
        for place, text in read.items():
            if place not in self.needed:
                unchanged.keep_import_text(files[place].path, text)
        return [
            read[place] if text is None else text for place, text in zip(places, known, strict=True)
        ]

    def text(self, shown: str) -> str | None:
        """Return the text of a file, if it can be read."""
        place = self.place_shown(shown)
        data = None if place is None else self.data(place)
        source = None if data is None else decode(data, shown)
        return source.text if isinstance(source, Source) else None

    def data(self, place: str) -> bytes | None:
        """Return the bytes of a file; None where it cannot be read any more."""
        if place in self._data:
            return self._data[place]
        file = self._files()[place]
        data = read_bytes(file.path, file.shown)
        if isinstance(data, Unreadable):
            return None
        if self._keep is not Keep.NO_OTHERS:
            self._data[place] = data
        return data


@dataclass(slots=True)
class Taken:
    """All files of a run, sorted by what can be done with them."""

    gathered: Gathered
    dependencies: list[Input] = field(default_factory=list)
    """Those that declare dependencies; a `setup.py` is among the Python files as well."""
    unreadable: list[Unreadable] = field(default_factory=list)
    suppressing: list[str] = field(default_factory=list)
    """What reports call the files whose comments may say what not to report."""
    scanned: int = 0
    asked: int | None = None
    """How many of them the run is asked about, if not about all."""

    def file_shown(self, shown: str) -> tuple[str, bytes | None]:
        """Return where the file is that reports call `shown`, and its bytes if it can be read."""
        for file in self.dependencies:
            if file.file.shown == shown:
                return file.place, file.data
        place = self.gathered.place_shown(shown)
        return place or place_of(shown), None if place is None else self.gathered.data(place)

    def changed(self, changes: Mapping[str, bytes]) -> Taken:
        """Return the same files with other bytes at some places, as needed as before."""
        python = {place: data for place, data in changes.items() if place in self.gathered.places}
        dependencies = [
            replace(file, data=changes.get(file.place, file.data)) for file in self.dependencies
        ]
        return replace(
            self,
            gathered=self.gathered.changed(python, needed=False),
            dependencies=dependencies,
        )


def take(
    files: Iterable[Input | Unreadable],
    triage: Triage,
    watch: Watch,
    *,
    parse_all: bool,
    keep: Keep = Keep.NO_OTHERS,
    jobs: int = 1,
) -> Taken:
    """Take files in as they come; later up to `jobs` processes may read them again."""
    taken = Taken(Gathered(keep, jobs))
    for file in files:
        taken.scanned += 1
        watch.look_at()
        if isinstance(file, Unreadable):
            taken.unreadable.append(file)
            continue
        if suppresses(file.data):
            taken.suppressing.append(file.file.shown)
        if file.file.dependency:
            taken.dependencies.append(file)
        if file.file.python:
            failure = taken.gathered.take(file, triage, parse_all=parse_all)
            if failure is not None:
                taken.unreadable.append(failure)
    return taken


def take_found(
    found: Sequence[Candidate | Unreadable],
    triage: Triage,
    watch: Watch,
    *,
    parse_all: bool,
    keep: Keep = Keep.NO_OTHERS,
    jobs: int = 0,
    unchanged: Unchanged | None = None,
) -> Taken:
    """Take in what a walk found; up to `jobs` processes read (0: as many as can run at a time).

    Only files that deserve a closer look are read here; what is proven clean is not kept. Nor is
    it read, if `unchanged` knows that it is clean.
    """
    plain: list[Candidate] = []
    others: list[Candidate | Unreadable] = []
    for file in found:
        if isinstance(file, Candidate) and file.is_plain and not (parse_all or triage.is_wide):
            plain.append(file)
        else:
            others.append(file)
    jobs = jobs or available_processors()
    asked = plain
    if len(plain) < _MANY:
        unchanged = None
    if unchanged is not None:
        known = unchanged.clean(plain)
        asked = [file for file, is_clean in zip(plain, known, strict=True) if not is_clean]
    kept = [
        asked[position]
        for position in screen(asked, triage, jobs, lambda count: watch.screen(count, len(asked)))
    ]
    others += kept
    if kept:
        paths = {file.path for file in kept}
        plain = [file for file in plain if file.path not in paths]
    watch.looked_at += len(plain)
    taken = take(map(load, others), triage, watch, parse_all=parse_all, keep=keep, jobs=jobs)
    taken.scanned += len(plain)
    taken.gathered.add_clean(plain, unchanged)
    return taken


def _survivor(file: Input, triage: Triage, *, parse_all: bool) -> Source | Unreadable | None:
    """Return what triage lets through, or why it cannot; None for a file proven clean."""
    name, data = file.file, file.data
    needed = triage.needs_analysis(data) or ((name.named or parse_all) and _is_broken(data))
    if not needed and plainly_readable(data):
        return None
    source = decode(data, name.shown)
    return source if needed or isinstance(source, Unreadable) else None


def _is_broken(data: bytes) -> bool:
    from clb_migrate.source.syntax import parsing_error

    return parsing_error(data) is not None
