"""Proves the files of a plain `check` clean before anything else is loaded.

Most runs of a hook look at one or a few clean files, and take less time than the command line
takes to load. Only paths can be told here, and before them `--project FOLDER`. Whatever
is not surely clean, an error, a configuration or a terminal to be coloured, is left to the command.
"""

from __future__ import annotations

import gc
import os
import sys

from clb_migrate.cli.colour import forces_colour

TYPE_CHECKING = False  # typing takes a tenth of the time of such a run
if TYPE_CHECKING:
    from collections.abc import Sequence

    from clb_migrate.source.discover import Candidate
    from clb_migrate.source.read import Unreadable
    from clb_migrate.source.triage import Triage
    from clb_migrate.source.words import Words

_PROJECT = "--project"
_OWN_CONFIGURATION = "clb-migrate.toml"
_CONFIGURATION = "pyproject.toml"
_BASELINE = ".clb-migrate-baseline.json"
_MARK = b"clb-migrate"
"""Without it a file of all tools says nothing to this one."""


def passes(arguments: Sequence[str]) -> bool:
    """Run the command line `arguments` if that can be done here, and tell whether it was.

    It was when all files are clean, and said to be on standard output. Nothing happened otherwise.
    """
    if not arguments or arguments[0] != "check" or sys.stdout is None or sys.stdout.isatty():
        return False
    if forces_colour(os.environ):
        return False
    asked = arguments[1:]
    project = None
    if asked[:1] == [_PROJECT]:
        project, asked = "".join(asked[1:2]), asked[2:]
    paths = asked or ["."] if project is None else [project]
    if any(not path or path.startswith("-") for path in (*paths, *asked)):
        return False
    # Nothing that is made here goes round in circles, and all of it lasts to the end.
    gc.disable()
    try:
        found = clean_files(paths)
        if found is None:
            return False
        told = "1 file checked" if len(found) == 1 else f"{len(found)} files checked"
        if project is not None:
            from clb_migrate.asking import asked_about
            from clb_migrate.source.discover import shown_as

            about = asked_about(project, asked)
            if about.notices:
                return False
            meant = sum(about.holds(shown_as(file)) for file in found)
            told += f", {meant or 'none'} of them reported on"
        sys.stdout.write(f"All checks passed ({told}).\n")
        sys.stdout.flush()
    except Exception:
        # The command meets the same, and knows how to tell it.
        return False
    finally:
        gc.enable()
    return True


def clean_files(paths: Sequence[str]) -> Sequence[Candidate | Unreadable] | None:
    """Return the files in and below `paths`; None if one of them may not be clean.

    Raises `UserError` for a path that does not exist.
    """
    from clb_migrate.source.words import words_in
    from clb_migrate.table.folder import folder_of_rules

    folder = folder_of_rules()
    words = None if folder is None else words_in(folder)
    if words is None or _may_be_configured(paths):
        return None

    from clb_migrate.source.discover import Candidate, discover
    from clb_migrate.source.screening import all_clean
    from clb_migrate.source.sharing import available_processors
    from clb_migrate.source.triage import Triage

    triage = Triage.of_words(words)
    plain = []
    found = discover(paths)
    for file in found:
        if not isinstance(file, Candidate):
            return None
        if file.named or file.dependency:
            if not _is_clean(file, triage, words):
                return None
        else:
            plain.append(file)
    return found if all_clean(plain, triage, available_processors()) else None


def _may_be_configured(paths: Sequence[str]) -> bool:
    folder = os.path.commonpath([os.path.abspath(path) for path in paths])
    while True:
        if os.path.lexists(os.path.join(folder, _OWN_CONFIGURATION)):
            return True
        try:
            with open(os.path.join(folder, _CONFIGURATION), "rb") as file:
                if _MARK in file.read():
                    return True
        except OSError:
            pass
        if os.path.lexists(os.path.join(folder, _BASELINE)):
            return True
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above


def _is_clean(file: Candidate, triage: Triage, words: Words) -> bool:
    """Tell whether a file that was named, or declares dependencies, has nothing to report."""
    from clb_migrate.source.read import Unreadable, decode, read_bytes
    from clb_migrate.source.syntax import parsing_error
    from clb_migrate.source.triage import plainly_readable, suppresses

    data = read_bytes(file.path, file.shown)
    if isinstance(data, Unreadable):
        return False
    if file.dependency:
        from clb_migrate.source.dependencies import text_of
        from clb_migrate.source.dependencies.names import holds_any

        if holds_any(text_of(data), words.distributions) or suppresses(data):
            return False
    if not file.python:
        return True
    if triage.needs_a_look(data) or (file.named and parsing_error(data) is not None):
        return False
    return plainly_readable(data) or not isinstance(decode(data, file.shown), Unreadable)
