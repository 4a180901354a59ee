"""The table of keys in the page about configuration, made of the options of the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from clb_migrate.configuration.keys import Key, Vocabulary
from clb_migrate.manual.markdown import code, prose, table

BEGIN = "<!-- keys: begin (made by `python -m clb_migrate.manual` of the options) -->"
END = "<!-- keys: end -->"


def with_keys(page: str, vocabulary: Vocabulary) -> str:
    """Return a page with the tables of all keys between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + "\n".join([BEGIN, "", *_tables(vocabulary), "", END]) + after


def _tables(vocabulary: Vocabulary) -> Iterator[str]:
    keys = sorted(vocabulary.keys.items())
    yield from table(("key", "value", "default", "commands", "what it says"), map(_row, keys))
    yield ""
    yield "For one command alone, in a table with its name:"
    yield ""
    rows = [
        (code(f"{name}.{key.name}"), *_row((key.name, key))[1:3], _prose(key))
        for name, own in vocabulary.commands.items()
        for _, key in sorted(own.items())
        if name not in vocabulary.keys[key.name].commands
    ]
    yield from table(("key", "value", "default", "what it says"), rows)


def _row(item: tuple[str, Key]) -> tuple[str, ...]:
    name, key = item
    default = "" if key.default is None else code(json.dumps(key.default))
    return code(name), _value(key), default, prose(", ".join(key.commands)), _prose(key)


def _value(key: Key) -> str:
    if key.choices:
        return ", ".join(code(f'"{each}"') for each in key.choices)
    words = {bool: "`true` or `false`", int: "a number", str: "text"}
    one = prose(key.placeholder) if key.kind is str and key.placeholder else words[key.kind]
    return f"a list: {one}" if key.is_list else one


def _prose(key: Key) -> str:
    return prose(key.help)
