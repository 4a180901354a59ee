"""The configuration file as a JSON schema, with which editors complete and check it.

The schema is of clb-migrate.toml, and so of the table [tool.clb-migrate] of a pyproject.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from clb_migrate.configuration.keys import GLOBS, RULES, Key, Vocabulary
from clb_migrate.configuration.reading import ENDPOINT, HOST, PATH, PATH_KEYS, PATHS, SOURCES
from clb_migrate.configuration.reading import RULES as RULE_FILES
from clb_migrate.sources import SourceKind

Schema = Mapping[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What editors of TOML know."""
_TYPES: Mapping[type, str] = {bool: "boolean", int: "integer", str: "string"}


def schema(vocabulary: Vocabulary, rules: Iterable[tuple[str, str]]) -> Schema:
    """Return the schema; `rules` are the ids and names of the rules that can be selected."""
    words = [word for rule in rules for word in rule]
    properties = {name: _key(key) for name, key in vocabulary.keys.items()}
    for name, own in vocabulary.commands.items():
        if not own:
            continue
        table = _table(
            own, vocabulary, f"For `clb-migrate {name}` alone, what differs from the rest."
        )
        known = properties.get(name)
        properties[name] = table if known is None else {"anyOf": [known, table]}
    paths = {name: vocabulary.keys[name] for name in PATH_KEYS if name in vocabulary.keys}
    properties |= {
        ENDPOINT: {
            "description": "The host of API 3.0 that migrated clients get, if not the usual one.",
            "type": "string",
            "anyOf": [{"maxLength": 0}, {"pattern": f"^{HOST}$"}],
        },
        RULE_FILES: {
            "description": "Files and folders with further rows of the table.",
            "type": "array",
            "items": {"type": "string", "minLength": 1},
        },
        SOURCES: {
            "description": "What code stands for that lies outside the files checked.",
            "type": "object",
            "additionalProperties": {"$ref": "#/definitions/source"},
        },
        PATHS: {
            "description": "What holds for files that match a pattern in .gitignore syntax.",
            "type": "object",
            "propertyNames": {"pattern": f"^{PATH}"},
            "additionalProperties": _table(paths, vocabulary, "What is otherwise there."),
        },
    }
    return {
        "$schema": DRAFT,
        "title": "Configuration of clb-migrate",
        "type": "object",
        "properties": dict(sorted(properties.items())),
        "additionalProperties": False,
        **_conflicts(vocabulary, vocabulary.keys),
        "definitions": {
            "rule": {
                "anyOf": [
                    {"enum": ["ALL", *words]},
                    {"pattern": "^[A-Z]{3}[0-9]{0,2}$", "type": "string"},
                ]
            },
            "source": {
                "anyOf": [
                    {"enum": [kind.value for kind in SourceKind]},
                    {
                        "type": "object",
                        "additionalProperties": {"$ref": "#/definitions/source"},
                    },
                ]
            },
        },
    }


def _table(keys: Mapping[str, Key], vocabulary: Vocabulary, description: str) -> Schema:
    return {
        "description": description,
        "type": "object",
        "properties": {name: _key(key) for name, key in sorted(keys.items())},
        "additionalProperties": False,
        **_conflicts(vocabulary, keys),
    }


def _key(key: Key) -> Schema:
    value: dict[str, Any] = {"type": _TYPES[key.kind]}
    if key.choices:
        value["enum"] = list(key.choices)
    if key.kind is str and not key.choices:
        value["minLength"] = 1
    if key.least is not None:
        value["minimum"] = key.least
    if key.placeholder == RULES:
        value = {"$ref": "#/definitions/rule"}
    elif key.placeholder == GLOBS:
        value["pattern"] = "\\S"
    found: dict[str, Any] = {"description": key.help}
    found |= {"type": "array", "items": value} if key.is_list else value
    if key.default is not None:
        found["default"] = key.default
    return found


def _conflicts(vocabulary: Vocabulary, keys: Mapping[str, Key]) -> Schema:
    pairs = [list(pair) for pair in vocabulary.conflicts if all(each in keys for each in pair)]
    return {"allOf": [{"not": {"required": pair}} for pair in pairs]} if pairs else {}
