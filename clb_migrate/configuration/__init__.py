"""What a project says for all runs: `[tool.clb-migrate]` in pyproject.toml, or clb-migrate.toml.

`places.py` finds and reads the file, `keys.py` says what a key may hold, `reading.py` makes values
of what the file says, and `schema.py` tells editors the same. Which keys there are is no matter of
this package: most of them are options of the command line, which hands them in.
"""

from __future__ import annotations

from clb_migrate.configuration.keys import Key, Vocabulary
from clb_migrate.configuration.places import document_for, document_in
from clb_migrate.configuration.reading import Configuration, configuration_of

__all__ = [
    "Configuration",
    "Key",
    "Vocabulary",
    "configuration_of",
    "document_for",
    "document_in",
]
