"""Settings as lines of TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def assignment(key: str, value: Any) -> str:
    """Return the line that gives a key a value; a comment where there is no value."""
    return f"# {_name(key)} is not set" if value is None else f"{_name(key)} = {_value(value)}"


def heading(table: Iterable[str]) -> str:
    """Return the line in front of what stands in a table."""
    return f"[{'.'.join(map(_name, table))}]"


def _name(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    # A text of JSON in which only ASCII is escaped is one of TOML, and so are numbers and truths.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
