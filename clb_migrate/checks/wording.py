"""Sentences and lists that several checks share, made from table rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clb_migrate.findings import Applicability, Finding, Fix

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Seen
    from clb_migrate.checks.base import Rule
    from clb_migrate.table.rows import ErrorCode, Rules


_PYTHON_2 = "this file is Python 2: move it to Python 3 first, or edit it by hand"
_MOST_WORDS = 8
"""Words a sentence lists; the finding's own lists always have all."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What the table says of the codes in one condition."""

    legacy: tuple[str, ...]
    meaning: str
    action: str
    replacement: tuple[str, ...]
    steps: tuple[str, ...]
    """What a person has to do or know beyond writing the replacement."""
    unknown: tuple[str, ...]
    """Codes the table has no row for."""


def explained(
    codes: Sequence[int], names: Sequence[str], modules: Sequence[str], rules: Rules
) -> Explained:
    """Return what the table says of codes and `codeDesc` names, for the modules they come from."""
    table = rules.error_codes
    module = modules[0] if len(modules) == 1 else None
    rows: dict[str, ErrorCode | None] = {str(code): table.get(code, module) for code in codes}
    for name in names:
        number = table.names.get(name)
        rows[name] = table.get(number, module) if number is not None else None
    known = {text: row for text, row in rows.items() if row is not None}
    if len(known) == 1:
        row = next(iter(known.values()))
        meaning, action = row.meaning, row.action
    else:
        meaning = "; ".join(f"{text}: {row.meaning}" for text, row in known.items())
        action = " ".join(f"{text}: {row.action}" for text, row in known.items())
    steps = [step for row in known.values() for step in (row.lost, *row.steps) if step]
    return Explained(
        tuple(rows),
        meaning,
        action,
        tuple(dict.fromkeys(text for row in known.values() for text in row.replacement)),
        tuple(dict.fromkeys(steps)),
        tuple(text for text in rows if text not in known),
    )


def finding(  # a finding is told in full
    rule: Rule,
    seen: Seen,
    message: str,
    legacy: Sequence[str],
    meaning: str,
    action: str,
    replacement: Sequence[str],
    steps: str,
) -> Finding:
    """Return a finding about an observation; its fix is the steps a person takes."""
    if seen.python2:
        steps = sentences(_PYTHON_2, (steps,))
    return Finding(
        rule.id,
        rule.name,
        seen.location,
        message,
        seen.certainty,
        tuple(legacy),
        meaning,
        action,
        tuple(replacement),
        Fix(Applicability.MANUAL, steps),
        seen.trail,
    )


def sentences(first: str, more: Sequence[str]) -> str:
    """Return a first phrase and further sentences as one text."""
    return ". ".join(part.rstrip(". ") for part in (first, *more) if part)


def listed(words: Sequence[str], last: str = "or") -> str:
    """Return words as a sentence lists them: `a`, `a or b`, `a, b or c`; long lists cut short."""
    if len(words) > _MOST_WORDS:
        shown = ", ".join(words[: _MOST_WORDS - 1])
        return f"{shown} {last} {len(words) - _MOST_WORDS + 1} others"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def products(modules: Iterable[str], rules: Rules) -> tuple[str, ...]:
    """Return the 3.0 hosts that took the place of legacy modules, where there are any."""
    rows = [rules.modules.get(module) for module in modules]
    return tuple(
        dict.fromkeys(row.current_host for row in rows if row is not None and row.current_host)
    )
