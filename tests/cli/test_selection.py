"""Which rules selectors mean, apart from the rules there are."""

from __future__ import annotations

import pytest

from clb_migrate.checks.base import Rule
from clb_migrate.errors import UserError
from clb_migrate.selection import chosen_rules, names_exactly

RULES = (
    Rule("CLB101", "one", ""),
    Rule("CLB102", "two", ""),
    Rule("CLB201", "three", ""),
    Rule("CLB301", "off", "", default=False),
)


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        ("", "", "CLB101 CLB102 CLB201"),
        ("ALL", "", "CLB101 CLB102 CLB201 CLB301"),
        ("CLB", "", "CLB101 CLB102 CLB201 CLB301"),
        ("CLB3", "", "CLB301"),
        ("off", "", "CLB301"),
        ("CLB10", "", "CLB101 CLB102"),
        ("", "CLB1", "CLB201"),
        ("", "one two", "CLB201"),
        ("ALL", "CLB1", "CLB201 CLB301"),
        ("CLB101", "CLB1", "CLB101"),
        ("CLB1", "ALL", "CLB101 CLB102"),
        ("CLB1", "two", "CLB101"),
        ("one", "CLB101", ""),
        ("", "ALL", ""),
    ],
)
def test_the_closer_selector_wins(select: str, ignore: str, chosen: str) -> None:
    assert chosen_rules(RULES, select.split(), ignore.split()) == frozenset(chosen.split())


@pytest.mark.parametrize("selector", ["CLB4", "CLB1011", "CL", "B101", "1", "tow", "CLB1*"])
def test_a_selector_of_nothing_is_the_users_error(selector: str) -> None:
    for select, ignore in (([selector], []), ([], [selector])):
        with pytest.raises(UserError, match="unknown rule "):
            chosen_rules(RULES, select, ignore)


def test_a_rule_by_itself() -> None:
    assert names_exactly(["clb101"], "CLB101", "one")
    assert names_exactly(["two", "ONE"], "CLB101", "one")
    assert not names_exactly(["CLB1", "ALL"], "CLB101", "one")
