"""What rows must be to each other: each 3.0 code has one owner, and names lead somewhere.

And what the keys of one row must be to each other, where one says what another denies.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from clb_migrate.table.convert import Place, suggest
from clb_migrate.table.rows import (
    Action,
    ErrorCode,
    Parameter,
    Pattern,
    ResponseField,
    Transform,
)


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
    """Raise RulesError where an action has no module, or a row of it does not agree with itself."""
    if not action.module:
        raise place.error("missing key 'module'")
    for key, said in (("by_hand", action.by_hand), ("reviews", action.reviews)):
        if said and action.replacement is None:
            raise place.inside(key).error("there is no replacement that it could be about")
    for parameter in action.parameters:
        at = place.inside(f"parameters {parameter.name}")
        _check_transform(parameter, transforms, at)
        _check_parameter(parameter, [other.name for other in action.parameters], at)
    for field in action.response_fields:
        at = place.inside(f"response_fields {field.name}")
        _check_transform(field, transforms, at)
        _check_field(field, at)


def check_transforms(transforms: Mapping[str, Transform], place: Place) -> None:
    """Raise RulesError where a transform has a shape and not what it needs, or more than that."""
    for row in transforms.values():
        at = place.inside(f"transform {row.name}")
        if row.shape == "values" and not row.values:
            raise at.inside("shape").error("'values' needs values")
        if row.omit and row.shape != "values":
            raise at.inside("omit").error(f"has no meaning for the shape {row.shape!r}")
        if both := [literal for literal in row.omit if literal in row.values]:
            raise at.inside("omit").error(f"{both[0]!r} has a value")
        if bool(row.prefixes) is not (row.shape == "prefixed"):
            problem = "has no meaning for" if row.prefixes else "missing for"
            raise at.inside("prefixes").error(f"{problem} the shape {row.shape!r}")


def _check_transform(
    row: Parameter | ResponseField, transforms: Mapping[str, Transform], place: Place
) -> None:
    if row.transform is not None and row.transform not in transforms:
        at = place.inside("transform")
        raise at.error(f"unknown {row.transform!r}{suggest(row.transform, transforms)}")
    if row.current_type and row.to is None:
        raise place.inside("current_type").error("there is no 'to' that could have a type")


def _check_parameter(row: Parameter, names: Collection[str], place: Place) -> None:
    if row.droppable and (row.to is not None or row.by_hand):
        other = "'to'" if row.to is not None else "'by_hand'"
        raise place.inside("droppable").error(f"has no meaning beside {other}")
    if row.left_out is not None and row.to is None:
        raise place.inside("left_out").error("there is no 'to' to send it to")
    if row.left_out is not None and row.needed:
        raise place.inside("left_out").error("has no meaning beside 'needed'")
    if row.review and row.left_out is None:
        raise place.inside("review").error("there is no 'left_out' that it could be about")
    if row.unless and not row.needed:
        raise place.inside("unless").error("there is no 'needed' that it could be about")
    for name in row.unless:
        if name not in names:
            raise place.inside("unless").error(f"unknown {name!r}{suggest(name, names)}")


def _check_field(row: ResponseField, place: Place) -> None:
    if row.wrapper and (row.to is not None or row.by_hand):
        other = "'to'" if row.to is not None else "'by_hand'"
        raise place.inside("wrapper").error(f"has no meaning beside {other}")
    if row.nullable and row.to is None:
        raise place.inside("nullable").error("there is no 'to' that could be null")
