"""Legacy files to seed a corpus with, made from the sample and the examples of this project.

Each of them can be had in any number of variants, in which modules, classes and functions bear
other names, so that no two files are the same and none can be had from a cache of another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path

TESTS = Path(__file__).parents[1]
SAMPLE = TESTS / "sample"
EXAMPLES = TESTS / "examples" / "fires"

PROJECT_SUFFIX = "_project"
UNSURE = b"min-confidence"
"""Examples that say this hold nothing that is reported by default."""

# Bytes and not text: some of the examples are there for their encoding.
_MARKER = re.compile(rb"[ \t]*# (?:expect|here):[^\r\n]*")
_DEFINED = re.compile(rb"^(?:class|def)[ ]+(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Group:
    """Files that belong together: a folder, or a file alone. Their bytes by their relative path."""

    name: str
    files: Mapping[str, bytes]

    def variant(self, number: int) -> Group:
        """Return the same program with other names; `number` is part of each."""
        names = _free_names(self.files.values())
        if len(self.files) > 1:
            names.add(self.name.encode())
        words = re.compile(rb"\b(?:%s)\b" % b"|".join(sorted(names)))
        suffix = b"_%d" % number
        name = f"{self.name}_{number}"
        files = {}
        for path, data in self.files.items():
            new_path = path.replace(self.name, name, 1)
            files[new_path] = words.sub(lambda match: match[0] + suffix, data) if names else data
        return Group(name, files)


def _free_names(files: Collection[bytes]) -> set[bytes]:
    """Names of top-level classes and functions that are not used as an attribute or in a text.

    Those may have a meaning elsewhere: a method of the SDK, an action, a key.
    """
    defined = {name for data in files for name in _DEFINED.findall(data)}
    return {
        name
        for name in defined
        if not any(re.search(rb"[.'\"]%s\b|\b%s[ ]*=" % (name, name), data) for data in files)
    }


@cache
def groups() -> tuple[Group, ...]:
    """Return what can be seeded: the sample, then all examples, mixed but always in one order."""
    examples = [_folder(path) for path in EXAMPLES.rglob(f"*{PROJECT_SUFFIX}")]
    for path in EXAMPLES.rglob("*.py"):
        parts = path.relative_to(EXAMPLES).with_suffix("").parts
        data = path.read_bytes()
        if UNSURE not in data and not any(part.endswith(PROJECT_SUFFIX) for part in parts):
            name = "_".join(parts)
            examples.append(Group(name, {f"{name}.py": _MARKER.sub(b"", data)}))
    examples.sort(key=lambda group: sha256(group.name.encode()).digest())
    return (_folder(SAMPLE / "lbkeeper"), *examples)


def _folder(folder: Path) -> Group:
    files = {
        path.relative_to(folder.parent).as_posix(): _MARKER.sub(b"", path.read_bytes())
        for path in sorted(folder.rglob("*.py"))
    }
    return Group(folder.name, files)


def seeds(number: int) -> Iterator[Group]:
    """Yield groups that have exactly `number` files together, as varied as they can be."""
    left = number
    for variant in count(1):
        for group in groups():
            if len(group.files) <= left:
                left -= len(group.files)
                yield group.variant(variant)
            if not left:
                return
