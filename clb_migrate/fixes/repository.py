"""Whether git could give back what a file holds: it is tracked, and nothing in it is uncommitted.

Only then may it be changed without being asked. What is staged git has, too: where a commit is
being made, that is enough. Untracked files, ignored ones and those outside
any repository are none of git's business; without the git program nothing can be asked.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clb_migrate.errors import UserError
from clb_migrate.fixes.results import FileChange
from clb_migrate.git import INDEX, GitError, git, reason_of, top_of

WAY_OUT = "--allow-dirty"
_AT_ONCE = 200
"""Files asked for in one call: command lines are not endless."""
_SHOWN_AT_MOST = 5


def require_clean(changes: Sequence[FileChange], *, allow_staged: bool = False) -> None:
    """Raise `UserError` if a tracked file among these has uncommitted changes.

    With `allow_staged`, those that are staged do not count.
    """
    files = {change.place: change.shown for change in changes}
    dirty = uncommitted(files, allow_staged=allow_staged)
    if not dirty:
        return
    names = ", ".join(dirty[:_SHOWN_AT_MOST])
    more = len(dirty) - _SHOWN_AT_MOST
    if more > 0:
        names += f" and {more} more"
    kind, ways = ("unstaged", "stage") if allow_staged else ("uncommitted", "commit")
    raise UserError(
        f"{kind} changes in {names}; {ways} or stash them, or give {WAY_OUT}; nothing was changed"
    )


def uncommitted(files: Mapping[str, str], *, allow_staged: bool = False) -> list[str]:
    """Return the tracked files with changes that are in no commit, staged ones included.

    With `allow_staged`, only those with changes that are not staged either.
    `files` are paths with what reports call them; the latter are returned, in order.
    """
    targets = {os.path.realpath(path): shown for path, shown in files.items()}
    by_top: dict[str, list[str]] = {}
    tops: dict[str, str | None] = {}
    try:
        for target in sorted(targets):
            folder = os.path.dirname(target)
            if folder not in tops:
                tops[folder] = _top(folder)
            top = tops[folder]
            if top is not None:
                by_top.setdefault(top, []).append(target)
        found = {
            each
            for top, paths in by_top.items()
            for each in _changed(top, paths, allow_staged=allow_staged)
        }
    except FileNotFoundError:  # there is no git here
        return []
    return sorted(shown for target, shown in targets.items() if target in found)


def _top(folder: str) -> str | None:
    try:
        return top_of(folder)
    except GitError as error:
        raise _failed(folder, error.result) from None


def _changed(top: str, paths: Sequence[str], *, allow_staged: bool) -> Iterator[str]:
    index = _index_of_the_commit(top) if allow_staged else None
    for start in range(0, len(paths), _AT_ONCE):
        inside = [os.path.relpath(path, top) for path in paths[start : start + _AT_ONCE]]
        result = git(
            top,
            "status",
            "--porcelain=v1",
            "-z",
            "--no-renames",
            "--untracked-files=no",
            "--ignore-submodules=all",
            "--",
            *inside,
            index=index,
        )
        if result.returncode:
            raise _failed(top, result)
        for entry in _entries(result.stdout):
            # ` M path`: the first letter is of what is staged, the second of what is not.
            if not allow_staged or entry[1:2] != b" ":
                yield os.path.join(top, os.fsdecode(entry[3:]))


def _entries(output: bytes) -> Iterable[bytes]:
    return (entry for entry in output.split(b"\0") if entry)


def _index_of_the_commit(top: str) -> str | None:
    """Return what a commit that is being made in this repository is made of.

    `git commit --all` and `git commit FILE` stage in an index of their own, which hooks are told.
    """
    told = os.environ.get(INDEX)
    if not told:
        return None
    result = git(top, "rev-parse", "--absolute-git-dir")
    if result.returncode:
        raise _failed(top, result)
    own = os.path.realpath(os.fsdecode(result.stdout.removesuffix(b"\n")))
    index = os.path.realpath(os.path.join(top, told))
    return index if os.path.dirname(index) == own else None


def _failed(folder: str, result: subprocess.CompletedProcess[bytes]) -> UserError:
    return UserError(
        f"git cannot tell what is uncommitted in {folder}: {reason_of(result)}; with {WAY_OUT} it "
        "is not asked; nothing was changed"
    )
