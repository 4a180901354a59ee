"""What rows must be to each other: each 3.0 code has one owner, and names lead somewhere."""

from __future__ import annotations

from collections.abc import Mapping

from clb_migrate.table.convert import Place, suggest
from clb_migrate.table.rows import Action, ErrorCode, Pattern, Transform


def check_codes(codes: Mapping[int, ErrorCode], place: Place) -> None:
    """Raise RulesError where two rows own one 3.0 code without sharing it.

    Two different patterns never match one code with the same specificity, so that it is enough to
    compare the patterns themselves.
    """
    owners: dict[Pattern, ErrorCode] = {}
    for row in codes.values():
        at = place.inside(f"code {row.code}")
        if bool(row.patterns) is (row.kind in ("none", "success")):
            problem = "no patterns" if row.patterns else "at least one pattern"
            raise at.inside("patterns").error(f"a row of the kind {row.kind!r} has {problem}")
        for sibling in row.shares_with:
            _check_sibling(row, codes.get(sibling), sibling, at.inside("shares_with"))
        for pattern in row.patterns:
            owner = owners.setdefault(pattern, row)
            if owner is not row and owner.code not in row.shares_with:
                raise at.inside("patterns").error(f"{pattern} is {owner.code}'s already")


def _check_sibling(row: ErrorCode, sibling: ErrorCode | None, code: int, place: Place) -> None:
    if sibling is None or sibling is row:
        raise place.error(f"{code} is no other row of the table")
    if row.code not in sibling.shares_with:
        raise place.error(f"{code} does not name {row.code} in turn")
    if set(row.patterns) != set(sibling.patterns):
        raise place.error(f"{code} has other patterns than {row.code}")


def check_action(action: Action, transforms: Mapping[str, Transform], place: Place) -> None:
    """Raise RulesError where an action has no module or names a transform that is not there."""
    if not action.module:
        raise place.error("missing key 'module'")
    for key, rows in (
        ("parameters", action.parameters),
        ("response_fields", action.response_fields),
    ):
        for row in rows:
            if row.transform is not None and row.transform not in transforms:
                at = place.inside(f"{key} {row.name}").inside("transform")
                raise at.error(f"unknown {row.transform!r}{suggest(row.transform, transforms)}")
