"""Which further files belong to the analysis: those that share names with the ones it needs.

Triage keeps the files that show something legacy themselves. A check may stand in another file,
which imports a function or an object of those, directly or through others; and constants may come
from a file that they import. Import statements are read from the bytes alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from clb_migrate.analysis.modules import ModuleIndex, member_name

_FROM = re.compile(
    rb"^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n#;]*(?:\\\r?\n[^\n#;]*)*)",
    re.MULTILINE,
)
_IMPORT = re.compile(rb"^[ \t]*import[ \t]+([^\n#;]+)", re.MULTILINE)
_NAME = re.compile(rb"([\w.]+)(?:\s+as\s+\w+)?")


def imported_modules(data: bytes) -> Iterator[str]:
    """Yield the dotted names that a file's import statements may mean, relative ones with dots."""
    for module, names in _FROM.findall(data):
        base = module.decode("utf-8", "replace")
        yield base
        for name in _NAME.findall(names.strip(b"()")):
            yield member_name(base, name.decode("utf-8", "replace"))
    for names in _IMPORT.findall(data):
        for name in _NAME.findall(names):
            yield name.decode("utf-8", "replace")


def connected(paths: Sequence[str], needed: Sequence[str], files: Mapping[str, bytes]) -> list[str]:
    """Return the paths, beyond those `needed`, that take part in the analysis.

    `paths` are all Python files; `files` maps them to their bytes. A file takes part that imports
    one that does, or that one of those imports.
    """
    index = ModuleIndex(paths)
    place = {path: at for at, path in enumerate(paths)}
    imports: dict[int, set[int]] = {}
    importers: dict[int, set[int]] = {}
    for path, data in files.items():
        at = place[path]
        for dotted in imported_modules(data):
            # A name inside a package also runs the package itself.
            target = index.resolve(at, dotted)
            if target is not None and target != at:
                imports.setdefault(at, set()).add(target)
                importers.setdefault(target, set()).add(at)
    taking_part = {place[path] for path in needed}
    waiting = sorted(taking_part)
    while waiting:
        for importer in sorted(importers.get(waiting.pop(), ())):
            if importer not in taking_part:
                taking_part.add(importer)
                waiting.append(importer)
    for at in sorted(taking_part):
        taking_part |= imports.get(at, set())
    # A folder is a package by its `__init__.py`, whatever that holds.
    folders = {PurePosixPath(paths[at]).parent for at in taking_part}
    folders |= {parent for folder in folders for parent in folder.parents}
    taking_part |= {place[p] for f in folders if (p := str(f / "__init__.py")) in place}
    known = set(needed)
    return [path for at, path in enumerate(paths) if at in taking_part and path not in known]
