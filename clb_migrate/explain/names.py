"""Names from the SDKs: imports, distributions, commands, exceptions, clients."""

from __future__ import annotations

from collections.abc import Iterator

from clb_migrate.explain.topic import Topic, topic
from clb_migrate.table.rows import ClientClass, Rules


def sdk_names(thing: str, rules: Rules) -> Iterator[Topic]:
    """By a name as it stands in code, or the last part of it."""
    key = thing.casefold()
    sdk = rules.sdk
    replacement = sdk.replacement_distributions
    for names, kind, instead in (
        (sdk.legacy_imports, "import of a legacy SDK", replacement),
        (sdk.legacy_distributions, "distribution of a legacy SDK", replacement),
        (sdk.legacy_commands, "legacy command", (sdk.replacement_command,)),
        (sdk.legacy_exceptions, "exception of a legacy SDK", sdk.current_exceptions),
        (sdk.current_imports, "import of the API 3.0 SDK", ()),
        (sdk.current_exceptions, "exception of the API 3.0 SDK", ()),
    ):
        for name in names:
            if _is_name(key, name):
                yield topic(kind, name, {"replacement": instead, "source": sdk.source})
    for clients, kind in (
        (sdk.legacy_clients, "client of a legacy SDK"),
        (sdk.current_clients, "client of the API 3.0 SDK"),
    ):
        for client in clients:
            if _is_name(key, client.name):
                yield _client(kind, client)
    for function in sdk.legacy_functions:
        if _is_name(key, function.name):
            facts = {"module": function.fixed_module, "returns": function.returns}
            told = {**facts, "source": function.source}
            yield topic("function that sends requests to API 2.0", function.name, told)


def _is_name(key: str, name: str) -> bool:
    """Compare with a dotted name: the whole of it, or its last part."""
    return "*" not in name and key in (name.casefold(), name.rpartition(".")[2].casefold())


def _client(kind: str, client: ClientClass) -> Topic:
    return topic(
        kind,
        client.name,
        {
            "module": client.fixed_module,
            "methods": tuple(f"{name}: returns {m.returns}" for name, m in client.methods.items()),
            "config_keys": tuple(f"{key} ({role})" for role, key in client.config_keys.items()),
            "source": client.source,
        },
    )
