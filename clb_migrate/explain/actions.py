"""Actions of both APIs, request parameters and response fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clb_migrate.explain.topic import CONFIDENCE, Topic, plain, topic
from clb_migrate.table.rows import Action, Parameter, ResponseField, Rules


def legacy_actions(thing: str, rules: Rules) -> Iterator[Topic]:
    """By the name of a legacy action, in whatever module."""
    key = thing.casefold()
    for action in all_actions(rules):
        if action.name.casefold() == key:
            yield _action(action, rules)


def all_actions(rules: Rules) -> Iterator[Action]:
    """Yield the legacy actions of all modules."""
    for actions in rules.actions.values():
        yield from actions.values()


def rows_of(action: Action) -> Iterator[Parameter | ResponseField]:
    """Yield the parameters of an action, then the fields of its answer."""
    yield from action.parameters
    yield from action.response_fields


def _action(action: Action, rules: Rules) -> Topic:
    used = {row.transform for row in rows_of(action) if row.transform}
    transforms = [rules.transforms[name] for name in sorted(used)]
    return topic(
        f"action of API 2.0, module {action.module}",
        action.name,
        {
            "replacement": action.replacement or "no counterpart",
            "why_none": action.why_none,
            "alternatives": action.alternatives,
            "confidence": CONFIDENCE[action.confidence],
            "group": action.group,
            "required_by_the_replacement": action.required,
            "required_but_without_legacy_parameter": action.missing,
            "parameters": action.parameters,
            "response_fields": action.response_fields,
            "values": tuple(
                {"name": row.name, **_values(row.values), "note": row.note} for row in transforms
            ),
            "asynchronous": action.asynchronous,
            "access_rights": action.access_rights,
            "note": action.note,
            "source": action.source,
        },
    )


def _values(values: Mapping[str, str | int | bool]) -> dict[str, str]:
    text = ", ".join(f"{old} -> {new}" for old, new in values.items())
    return {"values": text} if text else {}


def current_actions(thing: str, rules: Rules) -> Iterator[Topic]:
    """By the name of a 3.0 action, with or without its product."""
    key = thing.casefold()
    found: dict[str, list[str]] = {}
    for action in all_actions(rules):
        for name in filter(None, (action.replacement, *action.alternatives)):
            if key in (name.casefold(), name.rpartition(":")[2].casefold()):
                found.setdefault(name, []).append(action.name)
    for name, replaced in found.items():
        yield topic("action of API 3.0", name, {"takes_the_place_of": tuple(sorted(set(replaced)))})


def parameters_and_fields(thing: str, rules: Rules) -> Iterator[Topic]:
    """By the legacy name of a request parameter, or of a field of an answer."""
    key = thing.casefold()
    parameters: dict[str, list[dict[str, Any]]] = {}
    fields: dict[str, list[dict[str, Any]]] = {}
    for action in all_actions(rules):
        for row in rows_of(action):
            if row.name.casefold() == key:
                uses = parameters if isinstance(row, Parameter) else fields
                uses.setdefault(row.name, []).append({"action": action.name, **plain(row)})
    for kind, found in (("request parameter", parameters), ("response field", fields)):
        for name, rows in found.items():
            yield topic(f"{kind} of API 2.0", name, {"in": rows})
