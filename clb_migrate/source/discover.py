"""Which files a run looks at.

Folders are walked without following links to folders, so there are no loops. Left out are the
folders nobody means (`PRUNED`, which is ruff's list), what a `.gitignore` excludes, and what the
caller excludes. What is named by itself is always taken: a file whatever its name and whatever
excludes it, a folder even where it would be passed over inside another.

A `.gitignore` counts from the root of its repository downwards; outside a repository, from the
named folder downwards.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from clb_migrate.errors import UserError
from clb_migrate.source.ignore import Patterns, left_out, makes_sense
from clb_migrate.source.read import Unreadable, read_bytes, reason_of

PYTHON_SUFFIXES = (".py", ".pyw")
_TEXT_SUFFIX = (".txt", ".TXT")
"""Such a file may declare dependencies because of the folder it is in."""
IGNORE_FILE = ".gitignore"
REPOSITORY_MARK = ".git"

PRUNED = frozenset(
    {
        ".bzr",
        ".direnv",
        ".eggs",
        ".git",
        ".git-rewrite",
        ".hg",
        ".ipynb_checkpoints",
        ".mypy_cache",
        ".nox",
        ".pants.d",
        ".pyenv",
        ".pytest_cache",
        ".pytype",
        ".ruff_cache",
        ".svn",
        ".tox",
        ".venv",
        ".vscode",
        "__pycache__",
        "__pypackages__",
        "_build",
        "buck-out",
        "dist",
        "node_modules",
        "site-packages",
        "venv",
    }
)


class _Exclusion(NamedTuple):
    """Patterns of what to leave out, and the folder they speak of."""

    patterns: tuple[str, ...]
    folder: str


class Candidate(NamedTuple):
    """A file to look at: where it is, what reports call it, and what it may hold.

    A named tuple, because a run makes one for each file there is.
    """

    path: str
    shown: str
    python: bool
    dependency: bool
    named: bool
    """It was named by itself, not met in a folder; only then its path may be relative."""

    @property
    def is_plain(self) -> bool:
        """It is Python, nothing else, and nobody asked for it in particular."""
        return self.python and not (self.named or self.dependency)


def discover(
    paths: Sequence[str], exclude: Sequence[str] = (), exclude_from: str = ""
) -> tuple[Candidate | Unreadable, ...]:
    """Return the files in and below `paths`, each once, ordered by the path that reports show.

    `exclude` holds patterns in .gitignore syntax that speak of the folder `exclude_from`, the
    current one if that is empty. A folder that cannot be listed comes back as `Unreadable`. Raises
    `UserError` for a path that does not exist.
    """
    found: dict[str, Candidate | Unreadable] = {}
    exclusion = _Exclusion(tuple(exclude), os.path.abspath(exclude_from))
    for path in paths:
        for identity, item in _below(path, exclusion):
            present = found.get(identity)
            found[identity] = item if present is None else _preferred(present, item)
    if any(isinstance(item, Unreadable) for item in found.values()):
        return tuple(sorted(found.values(), key=shown_as))
    return tuple(sorted(found.values(), key=attrgetter("shown")))


def candidate_for(path: str, shown: str, *, named: bool) -> Candidate:
    """Return the candidate that a file's name makes it; it may be of no interest at all.

    A named file is Python unless it declares dependencies.
    """
    # The readers behind this predicate are not needed to tell a file by its name.
    from clb_migrate.source.dependencies import is_dependency_file

    dependency = is_dependency_file(shown)
    python = path.endswith(PYTHON_SUFFIXES) or (named and not dependency)
    return Candidate(path, shown, python, dependency, named)


def shown_path(path: str) -> str:
    """Return what reports call `path`: relative when it lies below the current folder."""
    absolute = os.path.abspath(path)
    current = _with_slash(os.getcwd())
    text = absolute[len(current) :] if absolute.startswith(current) else path
    if os.sep != "/":
        text = text.replace(os.sep, "/")
    return _as_text(text)


def shown_below(root: str, path: str) -> tuple[str, ...]:
    """Return what a walk of the folder `root` may call `path`, even if there is no such thing.

    Two names where links are on the way, none if it is not below `root`. That of a folder ends in a
    slash; that of the current folder itself is empty, since nothing stands before what is in it.
    """
    found: dict[str, None] = {}
    ending = "/" if os.path.isdir(path) else ""
    for name in (os.path.abspath, os.path.realpath):
        top, place = name(root), name(path)
        if place == top:
            found[_shown_root(root)] = None
        elif place.startswith(_with_slash(top)):
            below = place[len(_with_slash(top)) :].replace(os.sep, "/")
            found[_as_text(f"{_shown_root(root)}{below}{ending}")] = None
    return tuple(found)


def _as_text(name: str) -> str:
    """Return a name as text: it need not be valid, but a report must be."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def shown_as(item: Candidate | Unreadable) -> str:
    """Return what reports call something that was found."""
    return item.shown if isinstance(item, Candidate) else item.path


def _preferred(
    first: Candidate | Unreadable, second: Candidate | Unreadable
) -> Candidate | Unreadable:
    """Merge two ways to the same file, whatever their order."""
    if isinstance(first, Unreadable) or isinstance(second, Unreadable):
        return min(first, second, key=shown_as)
    return min(first, second, key=_standing)._replace(named=first.named or second.named)


def _standing(item: Candidate) -> tuple[bool, str]:
    """The order of several ways to one file: imports mean the one that no link leads to."""
    absolute = os.path.abspath(item.path)
    return os.path.realpath(absolute) != absolute, item.shown


def _below(path: str, exclude: _Exclusion) -> Iterator[tuple[str, Candidate | Unreadable]]:
    """Yield what `path` stands for, each with what tells it from every other file."""
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise UserError(f"no such file or folder: {path!r}") from None
    except OSError as error:
        yield path, Unreadable(shown_path(path), reason_of(error))
        return
    if is_folder:
        yield from _Walk(path, exclude).files()
    else:
        yield os.path.realpath(path), candidate_for(path, shown_path(path), named=True)


class _Walk:
    """The walk of one named folder."""

    def __init__(self, root: str, exclude: _Exclusion) -> None:
        self.root = os.path.abspath(root)
        self.real_root = os.path.realpath(root)
        self.shown_root = _shown_root(root)
        self.start = _patterns_above(self.root)
        self.exclude = self._exclusion(exclude)
        # The readers behind this predicate are not needed to tell a file by its name.
        from clb_migrate.source.dependencies import is_dependency_file

        self._is_dependency_file = is_dependency_file
        self._dependency_names: dict[str, bool] = {}

    def files(self) -> Iterator[tuple[str, Candidate | Unreadable]]:
        pending = [("", self.start)]
        while pending:
            below, patterns = pending.pop()
            folder = _with_slash(self.root) + below
            try:
                with os.scandir(folder) as listing:
                    entries = list(listing)
            except OSError as error:
                shown = self._shown(below).rstrip("/") or "."
                yield folder, Unreadable(shown, f"the folder: {reason_of(error)}")
                continue
            if any(entry.name == IGNORE_FILE for entry in entries):
                patterns = (*patterns, *_patterns_in(folder))
            yield from self._in_folder(below, folder, entries, patterns, pending)

    def _in_folder(
        self,
        below: str,
        folder: str,
        entries: Sequence[os.DirEntry[str]],
        patterns: tuple[Patterns, ...],
        pending: list[tuple[str, tuple[Patterns, ...]]],
    ) -> Iterator[tuple[str, Candidate | Unreadable]]:
        """Yield the files of one folder; what is below it goes to `pending`."""
        real_folder = _with_slash(self.real_root) + below
        shown_folder = self._shown(below)
        selects = bool(patterns or self.exclude)
        for entry in entries:
            name = entry.name
            if entry.is_dir(follow_symlinks=False):
                if name not in PRUNED and not (
                    selects and self._left_out(f"{folder}{name}/", name, patterns)
                ):
                    pending.append((f"{below}{name}/", patterns))
                continue
            python = name.endswith(PYTHON_SUFFIXES)
            dependency = self._declares_dependencies(below, name)
            if not (python or dependency):
                continue
            if selects and self._left_out(folder + name, name, patterns):
                continue
            shown = shown_folder + (name if name.isascii() else _as_text(name))
            candidate = Candidate(folder + name, shown, python, dependency, False)
            if not entry.is_symlink():
                yield real_folder + name, candidate
            elif os.path.isfile(entry.path):
                yield os.path.realpath(entry.path), candidate

    def _declares_dependencies(self, below: str, name: str) -> bool:
        """Tell whether a file declares dependencies; asked for every file, so remembered."""
        if name.endswith(_TEXT_SUFFIX):
            return self._is_dependency_file(self.shown_root + below + name)
        known = self._dependency_names.get(name)
        if known is None:
            known = self._dependency_names[name] = self._is_dependency_file(name)
        return known

    def _exclusion(self, exclude: _Exclusion) -> tuple[Patterns, ...]:
        """Excluding patterns speak of one folder, or of a root that lies elsewhere.

        Those that exclude the root itself are left out: naming it overrules them.
        """
        meant, root = _with_slash(exclude.folder), _with_slash(self.root)
        base = meant if root.startswith(meant) else root
        kept = []
        for pattern in exclude.patterns:
            line = _anchored(pattern, meant)
            if not makes_sense(line):
                raise UserError(f"not a pattern in .gitignore syntax: {pattern!r}")
            if root == base or not Patterns.of(base, [line]).all.match_file(root[len(base) :]):
                kept.append(line)
        return (Patterns.of(base, kept),) if kept else ()

    def _left_out(self, path: str, name: str, patterns: tuple[Patterns, ...]) -> bool:
        return left_out(path, name, self.exclude) or left_out(path, name, patterns)

    def _shown(self, path: str) -> str:
        text = self.shown_root + path
        return text if text.isascii() and os.sep == "/" else _as_text(text.replace(os.sep, "/"))


def _anchored(pattern: str, folder: str) -> str:
    """Understand paths as well: `./build` and the full path of a folder below `folder`."""
    for start in ("./", folder):
        if pattern.startswith(start):
            return "/" + pattern[len(start) :]
    return pattern


def _shown_root(root: str) -> str:
    """Return what stands before the paths below `root` in reports."""
    if os.path.abspath(root) == os.getcwd():
        return ""
    shown = shown_path(root)
    return shown if shown.endswith("/") else shown + "/"


def _with_slash(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep


def _patterns_above(root: str) -> tuple[Patterns, ...]:
    """Return the patterns of the folders above `root` in its repository.

    There are none where they ignore `root` itself: naming it overrules them.
    """
    folders = [root]
    while not os.path.lexists(os.path.join(folders[-1], REPOSITORY_MARK)):
        above = os.path.dirname(folders[-1])
        if above == folders[-1]:
            return ()
        folders.append(above)
    patterns: tuple[Patterns, ...] = ()
    for outer, inner in pairwise(reversed(folders)):
        patterns = (*patterns, *_patterns_in(_with_slash(outer)))
        if left_out(_with_slash(inner), os.path.basename(inner), patterns):
            return ()
    return patterns


def _patterns_in(folder: str) -> tuple[Patterns, ...]:
    """Return the patterns of the .gitignore in `folder`; none where it cannot be read."""
    data = read_bytes(folder + IGNORE_FILE, IGNORE_FILE)
    if isinstance(data, Unreadable):
        return ()
    lines = data.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n").split("\n")
    try:
        return (Patterns.of(folder, lines),)
    except ValueError:
        # Like git, pass over lines that make no sense.
        return (Patterns.of(folder, [line for line in lines if makes_sense(line)]),)
