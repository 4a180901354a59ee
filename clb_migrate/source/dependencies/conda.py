"""conda environment files: the block under `dependencies:`, with the list under `- pip:` in it.

Read line by line, which is all that such files need; a list in flow style (`[python, pip]`) is not
understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clb_migrate.source.dependencies import requirements
from clb_migrate.source.dependencies.mentions import Mention, Names

_TOP_LEVEL_KEY: Final = re.compile(r"(?P<name>[^\s#-][^:]*):")
_ITEM: Final = re.compile(r"\s*-\s+(?P<quote>['\"]?)(?:[\w./-]+::)?(?P<text>[^'\"\r\n].*)")


def mentions(text: str, names: Names) -> Iterator[Mention]:
    """Yield what the file `text` asks for."""
    wanted = False
    offset = 0
    for line in text.split("\n"):
        if key := _TOP_LEVEL_KEY.match(line):
            wanted = key["name"] == "dependencies"
        elif wanted and (item := _ITEM.match(line)):
            value, _, _ = (
                item["text"].partition(item["quote"]) if item["quote"] else (item["text"], "", "")
            )
            if mention := requirements.in_line(value, names):
                yield mention.moved(offset + item.start("text"))
        offset += len(line) + 1
