"""The words of the rules that triage needs, from the rules or, much faster, from their files.

Checking all tables row by row takes longer than proving a file clean. Who only wants to know
whether there is anything to check reads the few words directly; a file that is not as expected
gives None, and the rules, once they are loaded, tell what is wrong with it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from clb_migrate.table.rows import Rules


class Words(NamedTuple):
    """What the rules say of hosts, names and keys, as far as it tells a file from a clean one."""

    suffixes: tuple[str, ...]
    """Of the hosts of both APIs."""
    path: str
    parameters: tuple[str, ...]
    """Of a request that is signed by hand."""
    roots: tuple[str, ...]
    """Of imports of both SDKs, and commands."""
    names: tuple[str, ...]
    """Dotted names of clients and exceptions."""
    current_code_path: tuple[str, ...]
    signers: tuple[str, ...]
    """Dotted names of functions that make an HMAC."""
    distributions: tuple[str, ...]
    """What dependency files call the legacy SDKs."""


def words_of(rules: Rules) -> Words:
    """Return the words of rules that were loaded."""
    sdk, endpoints = rules.sdk, rules.endpoints
    clients = (*sdk.legacy_clients, *sdk.current_clients)
    return Words(
        (*endpoints.legacy_suffixes, *endpoints.current_suffixes),
        endpoints.legacy_path,
        (*endpoints.signature_parameters, endpoints.action_parameter),
        (*sdk.legacy_imports, *sdk.legacy_commands, *sdk.current_imports),
        (
            *(client.name for client in clients),
            *(function.name for function in sdk.legacy_functions),
            *sdk.legacy_exceptions,
            *sdk.current_exceptions,
        ),
        rules.envelope.current_code_path,
        rules.libraries.signers,
        rules.sdk.legacy_distributions,
    )


def words_in(folder: str) -> Words | None:
    """Return the words of the rule files in a folder; None where they are not as expected."""
    import tomllib

    try:
        sdk, endpoints, envelope = (
            tomllib.loads(_text(folder, name)) for name in ("sdk", "endpoints", "envelope")
        )
        signers = tomllib.loads(_assignment(_text(folder, "libraries"), "signers"))
        return _checked(
            Words(
                (*endpoints["legacy_suffixes"], *endpoints["current_suffixes"]),
                endpoints["legacy_path"],
                (*endpoints["signature_parameters"], endpoints["action_parameter"]),
                (*sdk["legacy_imports"], *sdk["legacy_commands"], *sdk["current_imports"]),
                (
                    *_client_names(sdk),
                    *sdk["legacy_exceptions"],
                    *sdk["current_exceptions"],
                ),
                tuple(envelope["current_code_path"]),
                tuple(signers["signers"]),
                tuple(sdk["legacy_distributions"]),
            )
        )
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _client_names(sdk: Mapping[str, Any]) -> tuple[str, ...]:
    tables = ("legacy_clients", "legacy_functions", "current_clients")
    rows = [row for table in tables for row in sdk.get(table, ())]
    return tuple(row["name"] for row in rows)


def _checked(words: Words) -> Words:
    """Return the words; raises TypeError where something else than text stands among them."""
    for field in words:
        texts = (field,) if isinstance(field, str) else field
        if not all(isinstance(text, str) for text in texts):
            raise TypeError(f"not all text: {field!r}")
    return words


def _text(folder: str, name: str) -> str:
    with open(os.path.join(folder, f"{name}.toml"), encoding="utf-8") as file:
        return file.read()


def _assignment(text: str, key: str) -> str:
    """Return the lines of a TOML document, most of which is not needed, that give a key its list.

    The list stands at the top level, and ends with a bracket on a line of its own, as the rule
    files are laid out. Raises ValueError where it does not.
    """
    start = text.index(f"\n{key} = [\n") + 1
    return text[start : text.index("\n]\n", start) + 3]
