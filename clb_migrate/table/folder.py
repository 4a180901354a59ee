"""Where the rule files are; asked by whoever reads them, and by who only needs a few words."""

from __future__ import annotations

import os

_MARK = "endpoints.toml"
"""A file that is always among them."""


def folder_of_rules() -> str | None:
    """Return the folder of the rules that came with the tool, None if there is none."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    for place in (package, os.path.dirname(package)):
        folder = os.path.join(place, "rules")
        if os.path.isfile(os.path.join(folder, _MARK)):
            return folder
    return None
