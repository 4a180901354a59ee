"""How distributions are called: one name has many spellings (PEP 503)."""

from __future__ import annotations

import re
from collections.abc import Iterable


def normalised(name: str) -> str:
    """Return the one spelling of a distribution's name that stands for all its spellings."""
    return re.sub(r"[-_.]+", "-", name).lower()


def holds_any(text: str, names: Iterable[str]) -> bool:
    """Tell whether `text` holds one of `names` in any spelling, be it in a longer word."""
    plain = normalised(text)
    return any(normalised(name) in plain for name in names)
