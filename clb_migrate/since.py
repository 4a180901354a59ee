"""What changed since a revision: git tells which lines, and the rest is not reported.

A finding counts if a line of it was changed or added since the revision, in a commit or not. A file
that git does not track is new altogether; a renamed one is what it was before. `REV...` means what
changed since the branch left REV, as it does to `git diff`. A repository within another one is
asked about what is in it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from clb_migrate.errors import UserError
from clb_migrate.findings import Finding, Span
from clb_migrate.git import GitError, git, top_of
from clb_migrate.withholding import Origin, TextOf, Withholding

OPTION = "--since"
_BRANCHED = "..."
_RANGE = ".."
_MARK = ".git"
_LONE_RETURN = re.compile(r"\r(?!\n)")
"""It ends a line for Python, and none for git."""
_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_DIFF = (
    "diff",
    "-M",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--text",
    "--inter-hunk-context=0",
    "--ignore-submodules=all",
    "-O/dev/null",
)
"""Nothing of what somebody's settings say of how differences are shown, or that they are not."""


@dataclass(frozen=True, slots=True)
class _Repository:
    """A working tree, and what is not in it as it was at the revision."""

    top: str
    commit: str
    changed: Mapping[str, str]
    """Where a changed file is, and where it was then; both from the top."""
    tracked: frozenset[str]
    """The files that git knows."""

    def lines(self, inside: str, text: str | None) -> Sequence[tuple[int, int]] | None:
        """Return the first and last line of each change in a file; None for all of it."""
        before = self.changed.get(inside)
        if before is None:
            return () if inside in self.tracked else None
        if text is not None and _LONE_RETURN.search(text):
            return None
        return _changed_lines(self.top, self.commit, dict.fromkeys((before, inside)))


@dataclass(frozen=True, slots=True)
class Since:
    """A revision, and what changed since then in the repositories of a run, by their tops."""

    revision: str
    repositories: Mapping[str, _Repository]

    def withholder(self, findings: Sequence[Finding], text_of: TextOf) -> Mapping[int, Withholding]:
        """Withhold what no change since then touched.

        Raises `UserError` where a repository within those of the run does not know the revision.
        """
        old = Withholding(Origin.NOT_ASKED, f"not changed since {OPTION}")
        known = dict(self.repositories)
        changed: dict[str, Sequence[tuple[int, int]] | None] = {}
        with _errors_told():
            for path in {finding.location.path: None for finding in findings}:
                place = os.path.realpath(path)
                top = _top_around(place, known)
                if top is None:
                    changed[path] = None
                    continue
                if top not in known:
                    known[top] = _repository(top, self.revision)
                inside = os.path.relpath(place, top).replace(os.sep, "/")
                changed[path] = known[top].lines(inside, text_of(path))
        return {
            position: old
            for position, finding in enumerate(findings)
            if not _touched(changed[finding.location.path], finding.location.span)
        }


def since(revision: str, paths: Sequence[str]) -> Since:
    """Return what changed since `revision` in the repositories that `paths` are in.

    Raises `UserError` where git is missing, a path is in no repository, or the revision in none.
    """
    repositories: dict[str, _Repository] = {}
    with _errors_told():
        for folder in dict.fromkeys(map(_folder_of, paths)):
            top = top_of(folder)
            if top is None:
                raise UserError(
                    f"{OPTION}: {folder} is in no git repository; give PATHs that are in one, or "
                    "leave the option out"
                )
            if top not in repositories:
                repositories[top] = _repository(top, revision)
    return Since(revision, repositories)


@contextmanager
def _errors_told() -> Iterator[None]:
    """Turn what git cannot do into a `UserError`."""
    try:
        yield
    except FileNotFoundError:
        told = "asks git, which is not installed; install it, or leave the option out"
        raise UserError(f"{OPTION} {told}") from None
    except GitError as error:
        raise UserError(f"{OPTION}: git cannot tell what changed: {error}") from None


def _folder_of(path: str) -> str:
    """Return the nearest folder there is: the check itself tells of what there is not."""
    folder = os.path.realpath(path)
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder


def _top_around(place: str, known: Collection[str]) -> str | None:
    """Return the innermost repository that a file is in; None if it is in none of the run's."""
    if not any(place.startswith(os.path.join(top, "")) for top in known):
        return None
    folder = os.path.dirname(place)
    while folder not in known:
        # Only git knows whether this is one.
        if os.path.lexists(os.path.join(folder, _MARK)) and top_of(folder) == folder:
            break
        folder = os.path.dirname(folder)
    return folder


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
    tracked = map(os.fsdecode, _told(top, "ls-files", "-z").split(b"\0"))
    return _Repository(top, commit, changed, frozenset(tracked))


def _commit(top: str, revision: str) -> str:
    """Return the name of the commit meant."""
    name = revision.removesuffix(_BRANCHED)
    # A word that begins like an option is one to `rev-parse` even where it means a revision.
    found = git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = found.stdout.decode("ascii", "replace").strip()
    if (found.returncode or not commit) and _RANGE in name:
        raise UserError(
            f"{OPTION} takes one revision, not {revision!r}; `main...` means since the branch left "
            "main"
        )
    if found.returncode or not commit:
        raise UserError(
            f"{OPTION}: git knows no revision {name!r} in {top}; fetch it (a shallow clone has "
            "only the last commits), name another one, or leave out (--exclude) what is in there"
        )
    if name == revision:
        return commit
    base = git(top, "merge-base", commit, "HEAD")
    if base.returncode:
        raise UserError(f"{OPTION}: HEAD and {name!r} have no commit in common in {top}")
    return base.stdout.decode("ascii", "replace").strip()


def _changed_lines(top: str, commit: str, paths: Iterable[str]) -> Sequence[tuple[int, int]]:
    found = []
    for first, count in _HUNK.findall(_told(top, *_DIFF, "-U0", commit, "--", *paths)):
        length = int(count) if count else 1
        if length:
            found.append((int(first), int(first) + length - 1))
    return found


def _told(top: str, *arguments: str) -> bytes:
    result = git(top, *arguments)
    if result.returncode:
        raise GitError(result)
    return result.stdout


def _touched(changed: Sequence[tuple[int, int]] | None, span: Span) -> bool:
    return changed is None or any(
        first <= span.end_line and span.line <= last for first, last in changed
    )
