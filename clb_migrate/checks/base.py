"""What a check is, and how checks are found.

A check is one module in this folder with two public names: `RULE`, and `check`, which turns what
the analysis observed into findings. Its docstring is its documentation page. A new file here is a
new rule; nothing else has to be told.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from clb_migrate.findings import Finding

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.table.rows import Rules


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's stable id and name, one sentence on what it reports, and whether it is on."""

    id: str
    name: str
    summary: str
    default: bool = True


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the function that finds its findings and its documentation text."""

    rule: Rule
    run: Callable[[Observations, Rules], Iterator[Finding]]
    documentation: str


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check of this folder, ordered by rule id."""
    package = importlib.import_module("clb_migrate.checks")
    checks = []
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, "RULE"):
            checks.append(Check(module.RULE, module.check, module.__doc__ or ""))
    return tuple(sorted(checks, key=lambda check: check.rule.id))
