"""Which files of a project a run is asked about: the others take part, and nothing is said of them.

A hook is given some files of a project, in as many pieces as it takes. What an answer becomes in
one of them depends on all files, so the whole project is analysed each time, and what is said of a
file is what a check of the project says of it. So a file that such a check passes over (it is
excluded, ignored, gone or no Python) is passed over although it was named.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clb_migrate.errors import UserError
from clb_migrate.findings import Finding
from clb_migrate.source.discover import candidate_for, shown_below
from clb_migrate.withholding import Origin, TextOf, Withholding

OPTION = "--project"
_SCRIPT = re.compile(rb"#![^\n]*python")
_SHOWN_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """The files that a run reports on and may change, by the paths that reports show."""

    files: frozenset[str]
    folders: tuple[str, ...] = ()
    """Everything below these; each ends in a slash, or is empty for the whole project."""
    notices: tuple[str, ...] = ()
    """What was named and cannot be reported on, a line for each kind."""

    def holds(self, shown: str) -> bool:
        """Tell whether the run is asked about the file that reports call `shown`."""
        return shown in self.files or shown.startswith(self.folders)

    def withholder(
        self, findings: Sequence[Finding], _text_of: TextOf
    ) -> Mapping[int, Withholding]:
        """Withhold what is found in other files."""
        other = Withholding(Origin.NOT_ASKED, "the file is not among those given")
        return {
            position: other
            for position, finding in enumerate(findings)
            if not self.holds(finding.location.path)
        }


def asked_about(project: str, paths: Sequence[str]) -> Asked:
    """Return what `paths` are in the folder `project`; without any, all of it.

    A path that does not exist is told as a notice: lists of what was touched name what is gone,
    too. Raises `UserError` if there is no such folder, or if a path is not in it.
    """
    if not os.path.isdir(project):
        raise UserError(f"{OPTION}: no such folder: {project!r}")
    if not paths:
        return Asked(frozenset(), ("",))
    files: set[str] = set()
    folders: list[str] = []
    for path in paths:
        shown = shown_below(project, path)
        if not shown:
            raise UserError(
                f"{path!r} is not in the folder of {OPTION}, {project!r}; name one that holds all "
                "files, or give only files that are in it"
            )
        if os.path.isdir(path):
            folders += shown
        else:
            files.update(shown)
    return Asked(frozenset(files), tuple(dict.fromkeys(folders)), tuple(_notices(paths)))


def _notices(paths: Sequence[str]) -> Iterator[str]:
    gone = [path for path in paths if not os.path.lexists(path)]
    if gone:
        yield f"nothing to report on, since no such file exists: {_listed(gone)}"
    scripts = [path for path in paths if _is_script_by_its_first_line(path)]
    if scripts:
        yield (
            f"not looked at, since only their first lines say that they are Python: "
            f"{_listed(scripts)}; check them without {OPTION}"
        )


def _is_script_by_its_first_line(path: str) -> bool:
    candidate = candidate_for(path, path, named=False)
    if candidate.python or candidate.dependency or not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return _SCRIPT.match(file.read(200)) is not None
    except OSError:
        return False


def _listed(paths: Sequence[str]) -> str:
    more = len(paths) - _SHOWN_AT_MOST
    named = ", ".join(map(repr, paths[:_SHOWN_AT_MOST]))
    return f"{named} and {more} more" if more > 0 else named
