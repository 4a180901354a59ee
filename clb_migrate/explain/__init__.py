"""Everything the table knows about one thing: a code, a rule, an action, a host, a name.

A thing may be several at once (`AuthFailure` is a `codeDesc` and a family of 3.0 codes), so the
answer is a tuple of topics. How they are shown is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clb_migrate.errors import UserError
from clb_migrate.explain import actions, codes, modules, names
from clb_migrate.explain.topic import Topic, topic
from clb_migrate.table.rows import Rules

if TYPE_CHECKING:
    from clb_migrate.checks.base import Check

__all__ = ["Topic", "explain", "known_words"]

_SUBJECTS = (
    codes.legacy_codes,
    actions.legacy_actions,
    modules.hosts,
    modules.modules,
    modules.own_codes,
    codes.current_codes,
    actions.current_actions,
    names.sdk_names,
    modules.regions,
    codes.envelope_fields,
    actions.parameters_and_fields,
)


def explain(thing: str, rules: Rules, checks: Sequence[Check]) -> tuple[Topic, ...]:
    """Return what is known about `thing`, in any case of its letters.

    Raises `UserError` with the nearest known things when it is unknown.
    """
    thing = thing.strip()
    topics = (
        *_rules(thing.casefold(), checks),
        *(found for subject in _SUBJECTS for found in subject(thing, rules)),
    )
    if not topics:
        raise UserError(_unknown(thing, rules, checks))
    return topics


def _rules(key: str, checks: Sequence[Check]) -> Iterator[Topic]:
    for check in checks:
        rule = check.rule
        if key in (rule.id.casefold(), rule.name):
            facts = {
                "rule": rule.name,
                "summary": rule.summary,
                "on_by_default": rule.default,
                "documentation": check.documentation.strip(),
            }
            yield topic("rule", rule.id, facts)


def _unknown(thing: str, rules: Rules, checks: Sequence[Check]) -> str:
    from difflib import get_close_matches

    known = {word.casefold(): word for word in known_words(rules, checks)}
    nearest = get_close_matches(thing.casefold(), known, n=3, cutoff=0.6)
    hint = " or ".join(known[word] for word in nearest)
    what = f"did you mean {hint}?" if hint else "ask for a code, rule, action, module or host"
    return f"nothing is known about {thing!r}; {what}"


def known_words(rules: Rules, checks: Sequence[Check]) -> Iterator[str]:
    """Yield what can be asked for, as the table spells it; some of it more than once."""
    codes, sdk = rules.error_codes, rules.sdk
    for check in checks:
        yield from (check.rule.id, check.rule.name)
    yield from codes.published
    for rows in (codes.common, *codes.overrides.values()):
        for row in rows.values():
            yield from (str(row.code), *row.names, *(pattern.root for pattern in row.patterns))
    for action in actions.all_actions(rules):
        yield from (action.name, (action.replacement or action.name).rpartition(":")[2])
        yield from (row.name for row in actions.rows_of(action))
    for module in rules.modules.values():
        yield from (module.module, module.host, module.current_host or module.host)
    yield from (*sdk.legacy_imports, *sdk.legacy_distributions, *sdk.legacy_commands)
    functions = (function.name for function in sdk.legacy_functions)
    clients = (client.name for client in sdk.legacy_clients)
    for name in (*sdk.legacy_exceptions, *clients, *functions):
        yield from (name, name.rpartition(".")[2])
    yield from (*rules.endpoints.regions, *rules.endpoints.regions.values())
    yield rules.envelope.description
