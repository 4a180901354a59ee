"""`setup.cfg`: the requirements of setuptools (and of pbr), with their places.

Read line by line, because `configparser` forgets where a value stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clb_migrate.source.dependencies import requirements
from clb_migrate.source.dependencies.mentions import Mention, Names

_SECTION: Final = re.compile(r"\[(?P<name>[^\]]+)\]")
_OPTION: Final = re.compile(r"(?P<name>[^\s:=#;\[][^:=]*)[:=]")
_OPTIONS: Final = frozenset(
    {
        ("metadata", "requires_dist"),
        ("options", "install_requires"),
        ("options", "setup_requires"),
        ("options", "tests_require"),
    }
)
_SECTIONS_OF_EXTRAS: Final = frozenset({"extras", "options.extras_require"})


def mentions(text: str, names: Names) -> Iterator[Mention]:
    """Yield what the file `text` asks for."""
    section = ""
    wanted = False
    offset = 0
    for line in text.split("\n"):
        start = 0
        if heading := _SECTION.match(line):
            section, wanted, start = heading["name"].strip(), False, len(line)
        elif option := _OPTION.match(line):
            name = option["name"].strip().lower().replace("-", "_")
            wanted = (section, name) in _OPTIONS or section in _SECTIONS_OF_EXTRAS
            start = option.end()
        if wanted and not line.lstrip().startswith((";", "#")):
            # A list on one line is separated by semicolons, which also begin a marker.
            for piece in re.finditer(r"[^;]+", line[start:]):
                if mention := requirements.in_line(piece[0], names):
                    yield mention.moved(offset + start + piece.start())
        offset += len(line) + 1
