"""Which rules `--select` and `--ignore` mean.

A selector is `ALL`, an id (`CLB101`), the beginning of ids (`CLB1`) or a name (`endpoint`). As with
ruff, the closer selector wins, and of two equally close ones the one that ignores. Without any
selection the rules that are on by default are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from clb_migrate.errors import UserError

if TYPE_CHECKING:
    from clb_migrate.checks.base import Rule

EVERY = "ALL"
_PREFIX = re.compile(r"[A-Z]{3}\d*")
_EXACT = 100


def chosen_rules(
    rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]
) -> frozenset[str]:
    """Return the ids of the rules that are meant; raises `UserError` for a selector of none."""
    selectors, ignored = [*select], [*ignore]
    for selector in (*selectors, *ignored):
        if not rules_meant(selector, rules):
            raise UserError(unknown(selector, rules))
    return frozenset(
        rule.id
        for rule in rules
        if (_closest(selectors, rule) if selectors else rule.default) > _closest(ignored, rule)
    )


def rules_meant(selector: str, rules: Iterable[Rule]) -> frozenset[str]:
    """Return the ids of the rules that one selector means, closely or not."""
    return frozenset(rule.id for rule in rules if _closeness(selector, rule))


def unknown(selector: str, rules: Sequence[Rule]) -> str:
    """Say that a selector means no rule, and which one may have been meant."""
    from difflib import get_close_matches

    known = {word.lower(): word for rule in rules for word in (rule.id, rule.name)}
    nearest = get_close_matches(selector.lower(), known, n=1, cutoff=0.5)
    hint = f"did you mean {known[nearest[0]]}?" if nearest else "see `clb-migrate rules`"
    return f"unknown rule {selector!r}; {hint}"


def names_exactly(selectors: Iterable[str], rule: str, name: str) -> bool:
    """Tell whether one of `selectors` is just that rule, by its id or its name."""
    return any(selector.upper() == rule or selector.lower() == name for selector in selectors)


def _closest(selectors: Iterable[str], rule: Rule) -> int:
    return max((_closeness(selector, rule) for selector in selectors), default=0)


def _closeness(selector: str, rule: Rule) -> int:
    """Return how closely a selector means a rule; 0 when it does not."""
    if names_exactly([selector], rule.id, rule.name):
        return _EXACT
    text = selector.upper()
    if text == EVERY:
        return 1
    return len(text) if _PREFIX.fullmatch(text) and rule.id.startswith(text) else 0
