"""The folder of pages: what should be in it, and what is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from clb_migrate.checks.base import all_checks
from clb_migrate.cli.keys import vocabulary
from clb_migrate.configuration.schema import schema
from clb_migrate.manual import FOLDERS, INDEX, pages
from clb_migrate.manual.keys import with_keys
from clb_migrate.table.load import load_rules

CONFIGURATION = "configuration.md"
SCHEMA = "configuration.schema.json"

FOLDER = Path(__file__).resolve().parent.parent / "docs"


def current() -> Mapping[str, str]:
    """Return the generated pages, and those that are so in part, as they should be now."""
    guides = {
        path.name: path.read_text(encoding="utf-8")
        for path in FOLDER.glob("*.md")
        if path.name != INDEX
    }
    made = dict(pages(load_rules(), all_checks(), guides))
    made[CONFIGURATION] = with_keys(guides[CONFIGURATION], vocabulary())
    named = [(check.rule.id, check.rule.name) for check in all_checks()]
    made[SCHEMA] = json.dumps(schema(vocabulary(), named), indent=2) + "\n"
    return made


def stale() -> list[str]:
    """Return the generated pages that are there and should not be."""
    made = current()
    there = (path for folder in FOLDERS for path in (FOLDER / folder).glob("*"))
    return sorted(
        name for path in there if (name := path.relative_to(FOLDER).as_posix()) not in made
    )
