"""Error codes: legacy ones by number or `codeDesc`, 3.0 ones by themselves or by their family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clb_migrate.explain.topic import Topic, topic
from clb_migrate.table.rows import ErrorCode, ErrorCodes, Rules

_KINDS: Mapping[str, str] = {
    "success": "the call succeeded",
    "exact": "one 3.0 code says the same",
    "one_to_many": "API 3.0 tells its causes apart",
    "approximate": "the nearest 3.0 codes say something less or else",
    "none": "no counterpart in API 3.0",
}


def legacy_codes(thing: str, rules: Rules) -> Iterator[Topic]:
    """By number, or by the name that `codeDesc` has for it."""
    key = thing.casefold()
    codes = rules.error_codes
    for row in codes.common.values():
        if key in _code_keys(row):
            yield _error_code("error code of API 2.0", row, rules)
    own: dict[ErrorCode, list[str]] = {}
    for module, overrides in codes.overrides.items():
        for row in overrides.values():
            if key in _code_keys(row):
                own.setdefault(row, []).append(module)
    for row, modules in own.items():
        yield _error_code(f"error code of API 2.0, module {', '.join(modules)}", row, rules)


def _code_keys(row: ErrorCode) -> tuple[str, ...]:
    return (str(row.code), *(name.casefold() for name in row.names))


def _error_code(kind: str, row: ErrorCode, rules: Rules) -> Topic:
    envelope, codes = rules.envelope, rules.error_codes
    common = codes.common.get(row.code) is row
    numbers = sorted((row.code, *row.shares_with))
    families = any(pattern.family for pattern in row.patterns)
    current_check = _current_check_of(numbers, codes) if common else ""
    return topic(
        kind,
        str(row.code),
        {
            "meaning": row.meaning,
            "action": row.action,
            envelope.description: row.names,
            "replacement": tuple(map(str, row.patterns)),
            "how_well": _KINDS[row.kind],
            "same_codes_as": tuple(map(str, row.shares_with)),
            "published_codes": _owned(row, codes) if families else (),
            "mentioned_for_it": row.mentions,
            "mentioned_for_others": _mentioned_for_others(row, codes) if common else (),
            "checked_in_API_2.0": _check_of(numbers) if current_check else "",
            "checked_in_API_3.0": current_check,
            "lost": row.lost,
            "steps": row.steps,
            "note": row.note,
            "source": row.source,
        },
    )


def _owned(row: ErrorCode, codes: ErrorCodes) -> tuple[str, ...]:
    return tuple(code for code in codes.published if row.code in codes.owners_of(code))


def _mentioned_for_others(row: ErrorCode, codes: ErrorCodes) -> tuple[str, ...]:
    """Return which other rows list what this one owns."""
    return tuple(
        f"{other.code}: {code}"
        for other in codes.common.values()
        if other.code not in (row.code, *row.shares_with)
        for code in other.mentions
        if row.code in codes.owners_of(code)
    )


def _check_of(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"code == {numbers[0]}"
    return f"code in ({', '.join(map(str, numbers))})"


def _current_check_of(numbers: Sequence[int], codes: ErrorCodes) -> str:
    """Return what `fix` makes of the check; empty where it leaves that to a person."""
    from clb_migrate.fixes.conditions import asked, condition

    written = condition(asked(numbers, codes, None), "code", negated=False, repeatable=True)
    return written.text if written is not None else ""


def current_codes(thing: str, rules: Rules) -> Iterator[Topic]:
    """By a 3.0 code, published or only in the family of one, or by a family as a row writes it."""
    key = thing.casefold()
    codes = rules.error_codes
    rows = codes.common.values()
    root = key.removesuffix(".*")
    published = {code.casefold(): code for code in codes.published}
    patterns = {pattern.root.casefold(): pattern.root for row in rows for pattern in row.patterns}
    known = published.get(root) or patterns.get(root)
    name = known or _in_family(thing, patterns)
    if name is None:
        return
    owners = codes.owners_of(name)
    yield topic(
        "error code of API 3.0",
        name,
        {
            "published": root in published,
            "similar": _similar(name, published) if root not in published else (),
            "stands_for": tuple(f"{row.code}: {row.meaning}" for row in rows if row.code in owners),
            "also_mentioned_for": tuple(str(row.code) for row in rows if name in row.mentions),
            "below_it": tuple(code for code in codes.published if code.startswith(name + ".")),
        },
    )


def _similar(code: str, published: Mapping[str, str]) -> tuple[str, ...]:
    """An unpublished code may well be a misspelt one."""
    from difflib import get_close_matches

    return tuple(
        published[key] for key in get_close_matches(code.casefold(), published, cutoff=0.8)
    )


def _in_family(code: str, patterns: Mapping[str, str]) -> str | None:
    """Spell the known beginning of an unpublished code as the table does, to find its owner."""
    family, _, rest = code.partition(".")
    known = patterns.get(family.casefold())
    return f"{known}.{rest}" if rest and known else None


def envelope_fields(thing: str, rules: Rules) -> Iterator[Topic]:
    """By the name of the field that holds the code, or its description."""
    key = thing.casefold()
    envelope = rules.envelope
    for field, success in (
        (envelope.code, str(envelope.success_code)),
        (envelope.description, envelope.success_name),
    ):
        if field.casefold() == key:
            facts = {
                "success": success,
                "replacement": ".".join(envelope.current_code_path),
                "source": envelope.source,
            }
            yield topic("field of every API 2.0 response", field, facts)
