"""Modules and products, and the hosts they answer on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clb_migrate.explain.topic import CONFIDENCE, Topic, topic
from clb_migrate.table.rows import Module, Rules


def modules(thing: str, rules: Rules) -> Iterator[Topic]:
    """By the name of a legacy module, or of the 3.0 product that took its place."""
    key = thing.casefold()
    for module in rules.modules.values():
        if module.module.casefold() == key:
            yield _module(module, rules)
    served = tuple(each.module for each in rules.modules.values() if each.product == key)
    if served:
        yield topic("product of API 3.0", key, {"takes_the_place_of_modules": served})


def own_codes(thing: str, rules: Rules) -> Iterator[Topic]:
    """By a module that has error codes of its own, or means other things by the common ones."""
    rows = rules.error_codes.overrides.get(thing.casefold(), {})
    if rows:
        yield topic(
            "error codes of one module",
            thing.casefold(),
            {
                "codes": tuple(f"{code}: {row.meaning}" for code, row in sorted(rows.items())),
                "source": tuple(dict.fromkeys(s for row in rows.values() for s in row.source)),
            },
        )


def _module(module: Module, rules: Rules) -> Topic:
    return topic(
        "module of API 2.0",
        module.module,
        {
            "host": module.host,
            "replacement_product": module.product or "no counterpart",
            "version": module.version,
            "replacement_host": module.current_host,
            "package": module.package,
            "confidence": CONFIDENCE[module.confidence],
            "has_a_class_in_the_SDK": module.has_class,
            "in_the_command": module.in_cli,
            "versions_that_answer_as_API_3.0": module.current_versions,
            "actions": tuple(rules.actions.get(module.module, ())),
            "note": module.note,
            "source": module.source,
        },
    )


def hosts(thing: str, rules: Rules) -> Iterator[Topic]:
    """By a host, or by an address that holds one."""
    key = thing.casefold()
    endpoints = rules.endpoints
    host = re.sub(r"^\w+://", "", key).partition("/")[0].partition(":")[0]
    if key.endswith(endpoints.legacy_path) and not _below(host, endpoints.legacy_suffixes):
        yield topic("path of API 2.0", endpoints.legacy_path, {"source": endpoints.source})
    if _below(host, endpoints.legacy_suffixes):
        yield topic(
            "host of API 2.0",
            host,
            {
                "note": "Every host below this domain is API 2.0, which is no longer in service.",
                "source": endpoints.source,
            },
        )
        first = host.partition(".")[0]
        for module in rules.modules.values():
            if _is_host(host, module.host) or module.module.casefold() == first:
                yield _module(module, rules)
    elif _below(host, endpoints.current_suffixes):
        served = [m.module for m in rules.modules.values() if _is_host(host, m.current_host or "")]
        yield topic(
            "host of API 3.0",
            host,
            {
                "takes_the_place_of_modules": tuple(served),
                "note": "" if served else "No module of the table has moved to it.",
                "source": endpoints.source,
            },
        )


def _below(host: str, suffixes: Iterable[str]) -> bool:
    return any(host == suffix or host.endswith("." + suffix) for suffix in suffixes)


def _is_host(host: str, pattern: str) -> bool:
    """Compare with a host as rows write it, where `{region}` stands for any region."""
    parts = map(re.escape, pattern.casefold().split("{region}"))
    return re.fullmatch(r"[\w-]+".join(parts), host) is not None


def regions(thing: str, rules: Rules) -> Iterator[Topic]:
    """By the short or the full name of a region."""
    key = thing.casefold()
    for short, full in rules.endpoints.regions.items():
        if key in (short, full):
            yield topic("region", full, {"short_name": short, "source": rules.endpoints.source})
