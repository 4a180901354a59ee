"""What changed since a revision: git tells which lines, and the rest is not reported.

A finding counts if a line of it was changed or added since the revision, in a commit or not. A file
that git does not track is new altogether; a renamed one is what it was before. `REV...` means what
changed since the branch left REV, as it does to `git diff`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clb_migrate.errors import UserError
from clb_migrate.findings import Finding, Span
from clb_migrate.git import GitError, git, reason_of, top_of
from clb_migrate.withholding import Origin, TextOf, Withholding

OPTION = "--since"
_BRANCHED = "..."
_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_DIFF = (
    "diff",
    "-M",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
    "-O/dev/null",
)
"""Nothing that somebody's settings say of how differences are shown."""


@dataclass(frozen=True, slots=True)
class _Repository:
    """A working tree, and what is not in it as it was at the revision."""

    top: str
    commit: str
    changed: Mapping[str, str]
    """Where a changed file is, and where it was then; both from the top."""


@dataclass(frozen=True, slots=True)
class Since:
    """The repositories of a run, asked about lines."""

    repositories: tuple[_Repository, ...]

    def withholder(
        self, findings: Sequence[Finding], _text_of: TextOf
    ) -> Mapping[int, Withholding]:
        """Withhold what no change since then touched."""
        old = Withholding(Origin.NOT_ASKED, f"not changed since {OPTION}")
        changed: dict[str, Sequence[tuple[int, int]] | None] = {}
        found = {}
        for position, finding in enumerate(findings):
            path, span = finding.location.path, finding.location.span
            if path not in changed:
                changed[path] = self._changed_lines(path)
            if not _touched(changed[path], span):
                found[position] = old
        return found

    def _changed_lines(self, path: str) -> Sequence[tuple[int, int]] | None:
        """Return the first and last line of each change in a file; None for all of it."""
        place = os.path.realpath(path)
        for repository in self.repositories:
            inside = os.path.relpath(place, repository.top)
            if inside.split(os.sep, 1)[0] != os.pardir:
                return _lines(repository, inside.replace(os.sep, "/"))
        return None


def since(revision: str, paths: Sequence[str]) -> Since:
    """Return what changed since `revision` in the repositories that `paths` are in.

    Raises `UserError` where git is missing, a path is in no repository, or the revision in none.
    """
    folders = {
        os.path.realpath(each if os.path.isdir(each) else os.path.dirname(each) or ".")
        for each in paths
    }
    tops: set[str] = set()
    try:
        for folder in sorted(folders):
            top = top_of(folder)
            if top is None:
                raise UserError(f"{OPTION}: {folder} is in no git repository; leave the option out")
            tops.add(top)
        # The innermost repository first.
        ordered = sorted(tops, key=len, reverse=True)
        return Since(tuple(_repository(top, revision) for top in ordered))
    except FileNotFoundError:
        raise UserError(f"{OPTION} asks git, which is not installed") from None
    except GitError as error:
        raise UserError(f"{OPTION}: git cannot tell what changed: {error}") from None


def _repository(top: str, revision: str) -> _Repository:
    commit = _commit(top, revision)
    names = _told(top, *_DIFF, "--name-status", "-z", commit, "--").split(b"\0")
    changed: dict[str, str] = {}
    place = 0
    while place + 1 < len(names):
        kind = names[place][:1]
        step = 3 if kind in (b"R", b"C") else 2
        changed[os.fsdecode(names[place + step - 1])] = os.fsdecode(names[place + 1])
        place += step
    return _Repository(top, commit, changed)


def _commit(top: str, revision: str) -> str:
    """Return the name of the commit meant."""
    name = revision.removesuffix(_BRANCHED)
    # A word that begins like an option is one to `rev-parse` even where it means a revision.
    found = git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = found.stdout.decode("ascii", "replace").strip()
    if found.returncode or not commit:
        raise UserError(
            f"{OPTION}: git knows no revision {name!r} in {top}; was it fetched? A shallow clone "
            "has only the last commits"
        )
    if name == revision:
        return commit
    base = git(top, "merge-base", commit, "HEAD")
    if base.returncode:
        raise UserError(f"{OPTION}: HEAD and {name!r} have no commit in common in {top}")
    return base.stdout.decode("ascii", "replace").strip()


def _lines(repository: _Repository, path: str) -> Sequence[tuple[int, int]] | None:
    before = repository.changed.get(path)
    if before is None:
        is_tracked = _told(repository.top, "ls-files", "-z", "--", path)
        return () if is_tracked else None
    paths = dict.fromkeys((before, path))
    told = _told(repository.top, *_DIFF, "-U0", repository.commit, "--", *paths)
    found = []
    for first, count in _HUNK.findall(told):
        length = int(count) if count else 1
        if length:
            found.append((int(first), int(first) + length - 1))
    return found


def _told(top: str, *arguments: str) -> bytes:
    result = git(top, *arguments)
    if result.returncode:
        raise UserError(f"{OPTION}: git cannot tell what changed: {reason_of(result)}")
    return result.stdout


def _touched(changed: Sequence[tuple[int, int]] | None, span: Span) -> bool:
    return changed is None or any(
        first <= span.end_line and span.line <= last for first, last in changed
    )
