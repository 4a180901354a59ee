"""What a condition on a legacy code becomes: from rows of the table to Python text.

In a migrated program the variable that held the legacy code holds the 3.0 code, a text that is
empty on success. `code == n` becomes "n owns the 3.0 code", `code == 0` becomes "no error". The
first half of this module finds out what a condition accepts (`asked`, `satisfying`), the second
writes that as an expression (`condition`, `chosen`) or as keys of a collection (`keyed`). Nothing
here knows a program or a syntax tree: a subject is source text, and so is the result.

    wanted = asked([4104], table, "lb")
    condition(wanted, "code", negated=False, repeatable=True)
    # code in ("AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId")
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Literal

from clb_migrate.table.rows import ErrorCode, ErrorCodes, Pattern

SUCCESS = 0
"""The number that every legacy answer gives on success."""

Outer = Literal["conditional", "or", "and", "not", "comparison", "atom", "always", "never"]
"""What binds last in an expression; `always` and `never` are the constants."""

_BINDING: Mapping[Outer, int] = {
    "conditional": 0,
    "or": 1,
    "and": 2,
    "not": 3,
    "comparison": 4,
    "atom": 5,
    "always": 5,
    "never": 5,
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why nothing can be written: a phrase without a full stop, and what a person does about it."""

    text: str
    step: str


@dataclass(frozen=True, slots=True)
class Branch:
    """The 3.0 codes of `pattern` without those of `but`, whose own `but` are in again."""

    pattern: Pattern
    but: tuple[Branch, ...] = ()

    def holds(self, code: str) -> bool:
        """Tell whether the 3.0 `code` is meant."""
        return self.pattern.matches(code) and not any(branch.holds(code) for branch in self.but)


@dataclass(frozen=True, slots=True)
class Group:
    """Legacy codes that own the same 3.0 codes together, and which of them are asked for."""

    members: frozenset[int]
    asked: frozenset[int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a condition on a legacy code accepts, in terms of API 3.0.

    `accepted` is as short as it can be: a nested code that another code owns is named only if that
    other one is not asked for. `owned` are all patterns of the codes asked for. With `any_error`
    every 3.0 code is accepted, whoever owns it, and `accepted` is empty. `lost` are phrases about
    distinctions that API 3.0 does not make; nothing can be written if `blocked` has a reason.
    """

    codes: frozenset[int]
    accepted: tuple[Branch, ...] = ()
    owned: tuple[Pattern, ...] = ()
    success: bool = False
    any_error: bool = False
    groups: tuple[Group, ...] = ()
    lost: tuple[str, ...] = ()
    blocked: tuple[Obstacle, ...] = ()

    @property
    def always(self) -> bool:
        """Every answer is accepted."""
        return self.success and self.any_error

    @property
    def never(self) -> bool:
        """No answer is accepted."""
        return not (self.success or self.any_error or self.accepted)

    def accepts(self, code: str) -> bool:
        """Tell whether the 3.0 `code` is accepted; the empty text is success."""
        if not code:
            return self.success
        return self.any_error or any(branch.holds(code) for branch in self.accepted)


@dataclass(frozen=True, slots=True)
class Written:
    """An expression as source text.

    `boolean` tells whether its value is a real bool; where it is not, only its truth is right.
    """

    text: str
    outer: Outer
    boolean: bool

    def inside(self, operator: Literal["or", "and", "not", "comparison", "atom"]) -> str:
        """Return the text as an operand of `operator`, in parentheses where it needs them."""
        needed = _BINDING[operator]
        chained = operator == self.outer == "comparison"
        return f"({self.text})" if chained or _BINDING[self.outer] < needed else self.text


@dataclass(frozen=True, slots=True)
class Layout:
    """Where an expression will stand: at `column` of a line that is indented by `indent`.

    If it would end beyond `width`, its tuples are written one element a line.
    """

    column: int
    indent: str
    width: int = 100
    step: str = "    "
    newline: str = "\n"


# --- What is accepted ---------------------------------------------------------------------------


def asked(codes: Iterable[int], table: ErrorCodes, module: str | None) -> Asked:
    """Return what a condition accepts that names its codes: `==`, `in`, a `match` value.

    0 may be among them. A number that the table does not know, and one that has no counterpart,
    are in the way.
    """
    wanted = frozenset(codes)
    rows = {code: table.get(code, module) for code in sorted(wanted)}
    blocked = [
        obstacle
        for code, row in rows.items()
        if (obstacle := _obstacle(code, row, wanted, table, module)) is not None
    ]
    return replace(_owned_by(wanted, table), blocked=tuple(blocked))


def satisfying(predicate: Callable[[int], bool], table: ErrorCodes, module: str | None) -> Asked:
    """Return what a condition accepts that is true for some codes: a range, a prefix.

    True for every error code of the table, it means any error, also those that nobody owns. Else it
    means the codes for which it is true; those without a counterpart add nothing then.
    """
    known = {*table.common, *table.overrides.get(module or "", {})}
    errors = known - {SUCCESS}
    success = bool(predicate(SUCCESS))
    met = frozenset(code for code in errors if predicate(code))
    codes = met | {SUCCESS} if success else met
    if met == errors:
        return Asked(codes, success=success, any_error=True)
    found = _owned_by(codes, table)
    rows = {code: table.get(code, module) for code in sorted(met)}
    # A range over nothing but codes without counterpart is no different from naming them.
    nothing = all(row is None or not row.patterns for row in rows.values())
    blocked = [
        obstacle
        for code, row in rows.items()
        if (nothing or _is_own(code, table, module))
        and (obstacle := _obstacle(code, row, met, table, module)) is not None
    ]
    return replace(found, blocked=tuple(blocked))


def collapses(conditions: Sequence[Asked]) -> tuple[Obstacle, ...]:
    """Return the reasons why conditions on one value can no longer be told apart.

    That is so where each asks for other members of a group that owns its 3.0 codes together. One
    of them beside a condition for the whole group loses a distinction, which `lost` tells.
    """
    found: dict[str, Obstacle] = {}
    parts = [
        (number, group)
        for number, wanted in enumerate(conditions)
        for group in wanted.groups
        if group.asked != group.members
    ]
    for (first, one), (second, other) in combinations(parts, 2):
        if first != second and one.members == other.members and one.asked != other.asked:
            together = _numbers(one.members)
            found[together] = Obstacle(
                f"{together} are treated differently here, and API 3.0 does not tell them apart",
                f"join the branches for {together}, or decide by the message",
            )
    return tuple(found.values())


def _obstacle(
    code: int,
    row: ErrorCode | None,
    wanted: frozenset[int],
    table: ErrorCodes,
    module: str | None,
) -> Obstacle | None:
    """Return what is in the way of a code that is asked for by its number."""
    if row is None:
        return Obstacle(
            f"{code} is no common legacy code",
            "find out what the service meant by it, and which code API 3.0 answers with instead",
        )
    if row.kind == "none":
        # With a single counterpart that someone else owns, the two are one in API 3.0.
        owners = table.owners_of(row.mentions[0]) if len(row.mentions) == 1 else ()
        if wanted.intersection(owners):
            return None
        return Obstacle(f"legacy code {code} has no counterpart in API 3.0", " ".join(row.steps))
    if _is_own(code, table, module):
        near = f"; {_listed(row.mentions, 'or')} comes near" if row.mentions else ""
        return Obstacle(
            f"{code} is a code of the module {module}, whose 3.0 codes are not known for sure",
            f"look up the error codes of the action that takes the place of the call{near}",
        )
    return None


def _is_own(code: int, table: ErrorCodes, module: str | None) -> bool:
    """Tell whether `module` means something of its own by `code`."""
    return code in table.overrides.get(module or "", {})


def _owned_by(codes: frozenset[int], table: ErrorCodes) -> Asked:
    """Return the part that the patterns of `codes` make up."""
    owners = _owners(table)
    groups = tuple(
        dict.fromkeys(
            Group(members, members & codes)
            for members in owners.values()
            if len(members) > 1 and members & codes
        )
    )
    lost = tuple(
        f"API 3.0 does not tell {_numbers(group.asked)} from {_numbers(others)}"
        for group in groups
        if (others := group.members - group.asked)
    )
    return Asked(
        codes,
        _branches(owners, codes),
        tuple(pattern for pattern, members in owners.items() if members & codes),
        SUCCESS in codes,
        groups=groups,
        lost=lost,
    )


def _owners(table: ErrorCodes) -> dict[Pattern, frozenset[int]]:
    """Return all patterns in the order of the table, and who owns them."""
    found: dict[Pattern, set[int]] = {}
    for row in table.common.values():
        for pattern in row.patterns:
            found.setdefault(pattern, set()).add(row.code)
    return {pattern: frozenset(members) for pattern, members in found.items()}


def _branches(
    owners: Mapping[Pattern, frozenset[int]], codes: frozenset[int]
) -> tuple[Branch, ...]:
    """Return what `codes` own, as patterns and the exceptions nested in them."""
    below: dict[Pattern | None, list[Pattern]] = {}
    for pattern in owners:
        around = [
            other
            for other in owners
            if other != pattern and other.family and other.matches(pattern.root)
        ]
        nearest = max(around, key=lambda other: other.specificity, default=None)
        below.setdefault(nearest, []).append(pattern)

    def changes(around: Pattern | None, accepted: bool) -> Iterator[Branch]:
        for pattern in below.get(around, []):
            here = bool(owners[pattern] & codes)
            nested = changes(pattern, here)
            if here == accepted:
                yield from nested
            else:
                yield Branch(pattern, tuple(nested))

    return tuple(changes(None, False))


# --- Conditions ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Test:
    """One look at the code: is it empty (`truth`), one of `values`, or in a family of them."""

    kind: Literal["truth", "exact", "family", "deep family", "ending"]
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class _Joined:
    """Tests joined by one operator."""

    operator: Literal["and", "or"]
    parts: tuple[_Test | _Joined, ...]


def condition(
    wanted: Asked,
    subject: str,
    *,
    negated: bool,
    repeatable: bool,
    name: str | None = None,
    quote: str = '"',
    boolean: bool = False,
    layout: Layout | None = None,
) -> Written | None:
    """Return an expression that is true if the 3.0 code that `subject` evaluates to is accepted.

    Unless the subject is `repeatable`, it is evaluated once: by a form that needs it once, or by an
    assignment expression if there is a `name` to assign to. `boolean` asks for a real bool. None if
    something is in the way or no form is left. Where nothing depends on the code, `outer` says so.
    With a `layout`, tuples of a text that is too long stand on several lines.
    """
    if wanted.blocked:
        return None
    if wanted.always or wanted.never:
        return _constant(wanted.always != negated)
    test = _test_of(wanted, boolean)
    if negated:
        test = _negated(test)
    operand = _operand(subject)
    names = _Subject(operand, operand)
    if not repeatable and _count(test) > 1:
        single = _single(wanted, negated)
        if name is not None:
            names = _Subject(_assigned(name, subject), name)
        elif single is not None:
            test = single
        else:
            return None
    written = _written(test, names, _Style(quote))
    if layout is None or layout.column + len(written.text) <= layout.width:
        return written
    return _written(test, names, _Style(quote, layout))


def chosen(
    cases: Sequence[tuple[Asked, str]],
    default: str,
    subject: str,
    *,
    repeatable: bool,
    name: str | None = None,
    quote: str = '"',
) -> Written | None:
    """Return a chain of conditional expressions: the value of the first case that accepts.

    It takes the place of `{4100: f, 4105: g}.get(code, d)`; only the value chosen is evaluated.
    `merged` makes the cases. None if something is in the way, or cases cannot be told apart.
    """
    if any(wanted.blocked for wanted, _ in cases):
        return None
    if collapses([wanted for wanted, _ in _by_value(cases)]):
        return None
    tests: list[tuple[_Test | _Joined, str]] = []
    for wanted, value in cases:
        if wanted.always:
            default = value
            break
        if not wanted.never:
            tests.append((_test_of(wanted, False), value))
    last = _value(default)
    if not tests:
        return Written(last, "atom", False)
    operand = _operand(subject)
    names = _Subject(operand, operand)
    if not repeatable and sum(_count(test) for test, _ in tests) > 1:
        single = _single(cases[0][0], False) if len(tests) == len(cases) == 1 else None
        if name is not None:
            names = _Subject(_assigned(name, subject), name)
        elif single is not None:
            tests = [(single, tests[0][1])]
        else:
            return None
    parts = []
    for test, value in tests:
        parts.append(f"{_value(value)} if {_written(test, names, _Style(quote)).text} else ")
        names = _Subject(names.again, names.again)
    return Written("".join(parts) + last, "conditional", False)


def merged(
    cases: Iterable[tuple[int, str]], table: ErrorCodes, module: str | None
) -> tuple[tuple[Asked, str], ...]:
    """Return cases of single codes as cases of what is asked for, one for each value."""
    codes: dict[str, list[int]] = {}
    for code, value in cases:
        codes.setdefault(value, []).append(code)
    return tuple((asked(numbers, table, module), value) for value, numbers in codes.items())


def _by_value(cases: Sequence[tuple[Asked, str]]) -> tuple[tuple[Asked, str], ...]:
    """Return one case for each value, good for telling what collapses, not for writing."""
    found: dict[str, list[Asked]] = {}
    for wanted, value in cases:
        found.setdefault(value, []).append(wanted)
    result = []
    for value, several in found.items():
        codes = frozenset(chain.from_iterable(wanted.codes for wanted in several))
        members = {group.members for wanted in several for group in wanted.groups}
        groups = tuple(Group(group, group & codes) for group in members)
        result.append((Asked(codes, groups=groups), value))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class _Style:
    """How texts and tuples are written; without a layout everything stays on one line."""

    quote: str
    layout: Layout | None = None

    def text(self, value: str) -> str:
        """Return `value` as a literal."""
        end = self.quote[0]
        escaped = value.replace("\\", "\\\\").replace(end, f"\\{end}")
        return f"{self.quote}{escaped}{self.quote}"

    def display(self, values: Sequence[str]) -> str:
        """Return one value as a text, several as a tuple."""
        texts = [self.text(value) for value in values]
        if len(texts) == 1:
            return texts[0]
        if self.layout is None:
            return f"({', '.join(texts)})"
        line = f"{self.layout.newline}{self.layout.indent}"
        inner = "".join(f"{line}{self.layout.step}{text}," for text in texts)
        return f"({inner}{line})"


@dataclass(frozen=True, slots=True)
class _Subject:
    """The text of the subject where it is met first, and where it is met again."""

    first: str
    again: str


@dataclass(frozen=True, slots=True)
class _Layer:
    """Families that are accepted and what is excepted from them."""

    families: tuple[str, ...]
    but_families: tuple[str, ...]
    but_exact: tuple[str, ...]


def _layers(branches: tuple[Branch, ...]) -> tuple[tuple[_Layer, ...], tuple[str, ...]]:
    """Return branches as layers, one inside the exceptions of the other, and single codes.

    A layer's exceptions can stand together, since each lies within a family of its own.
    """
    layers: list[_Layer] = []
    exact: list[str] = []
    while branches:
        families = [branch for branch in branches if branch.pattern.family]
        exact += [branch.pattern.root for branch in branches if not branch.pattern.family]
        but = [exception for branch in families for exception in branch.but]
        if families:
            layers.append(
                _Layer(
                    tuple(branch.pattern.root for branch in families),
                    tuple(inner.pattern.root for inner in but if inner.pattern.family),
                    tuple(inner.pattern.root for inner in but if not inner.pattern.family),
                )
            )
        branches = tuple(chain.from_iterable(exception.but for exception in but))
    return tuple(layers), tuple(exact)


def _test_of(wanted: Asked, boolean: bool) -> _Test | _Joined:
    """Return the shortest test for what depends on the code."""
    if wanted.any_error or not wanted.accepted:
        return _Test("exact" if boolean else "truth", ("",), negated=wanted.any_error)
    layers, exact = _layers(wanted.accepted)
    if wanted.success and (exact or _is_deep(layers[0].families)):
        exact = ("", *exact)
    elif wanted.success:
        # The family of the empty text is the empty text.
        layers = (replace(layers[0], families=("", *layers[0].families)), *layers[1:])
    tests: list[_Test | _Joined] = []
    for layer in layers:
        parts = [_family(layer.families)]
        if layer.but_families:
            parts.append(_negated_test(_family(layer.but_families)))
        if layer.but_exact:
            parts.append(_Test("exact", layer.but_exact, negated=True))
        tests.append(_Joined("and", tuple(parts)) if len(parts) > 1 else parts[0])
    if exact:
        tests.append(_Test("exact", exact))
    return _Joined("or", tuple(tests)) if len(tests) > 1 else tests[0]


def _single(wanted: Asked, negated: bool) -> _Test | None:
    """Return a single look for what is accepted without exceptions, else None.

    No code of API 3.0 ends with a dot. So with two dots after it, a code begins with `A.` if it is
    in the family A, and with `A.B..` if it is exactly A.B.
    """
    layers, exact = _layers(wanted.accepted)
    if len(layers) != 1 or layers[0].but_families or layers[0].but_exact:
        return None
    exact = ("", *exact) if wanted.success else exact
    beginnings = (
        *(f"{family}." for family in layers[0].families),
        *(f"{code}.." for code in exact),
    )
    return _Test("ending", beginnings, negated)


def _is_deep(families: Iterable[str]) -> bool:
    return any("." in family for family in families)


def _family(families: tuple[str, ...]) -> _Test:
    return _Test("deep family" if _is_deep(families) else "family", families)


def _negated(test: _Test | _Joined) -> _Test | _Joined:
    if isinstance(test, _Test):
        return _negated_test(test)
    return _Joined("or" if test.operator == "and" else "and", tuple(map(_negated, test.parts)))


def _negated_test(test: _Test) -> _Test:
    return replace(test, negated=not test.negated)


def _count(test: _Test | _Joined) -> int:
    """Return how often the subject is needed."""
    return 1 if isinstance(test, _Test) else sum(map(_count, test.parts))


def _written(test: _Test | _Joined, subject: _Subject, style: _Style) -> Written:
    """Return the text of `test`; the leftmost look at the subject is always the first one."""
    if isinstance(test, _Test):
        return _written_test(test, subject.first, style)
    texts = []
    for part in test.parts:
        texts.append(_written(part, subject, style).inside(test.operator))
        subject = _Subject(subject.again, subject.again)
    return Written(f" {test.operator} ".join(texts), test.operator, True)


def _written_test(test: _Test, subject: str, style: _Style) -> Written:
    dot = style.text(".")
    if test.kind == "truth":
        return Written(subject, "atom", False) if test.negated else _not(subject)
    if test.kind in {"exact", "family"}:
        left = subject if test.kind == "exact" else f"{subject}.split({dot})[0]"
        right = style.display(test.values)
        operator = ("not in" if test.negated else "in") if len(test.values) > 1 else ""
        operator = operator or ("!=" if test.negated else "==")
        return Written(f"{left} {operator} {right}", "comparison", True)
    if test.kind == "deep family":
        beginnings, end = tuple(f"{family}." for family in test.values), "."
    else:
        beginnings, end = test.values, ".."
    call = f"({subject} + {style.text(end)}).startswith({style.display(beginnings)})"
    return _not(call) if test.negated else Written(call, "atom", True)


def _not(text: str) -> Written:
    return Written(f"not {text}", "not", True)


def _constant(value: bool) -> Written:
    return Written(str(value), "always" if value else "never", True)


def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _same(part: ast.expr, text: str) -> bool:
    """Tell whether `text`, put where `part` was found, was taken as a whole."""
    whole = _parsed(text)
    return whole is not None and ast.dump(part) == ast.dump(whole)


def _operand(text: str) -> str:
    """Return source text so that a method can be called on it."""
    text = text.strip()
    tried = _parsed(f"{text}.split")
    fits = isinstance(tried, ast.Attribute) and _same(tried.value, text)
    return text if fits else f"({text})"


def _assigned(name: str, text: str) -> str:
    """Return an assignment expression of source text to `name`."""
    text = text.strip()
    tried = _parsed(f"({name} := {text})")
    fits = isinstance(tried, ast.NamedExpr) and _same(tried.value, text)
    return f"({name} := {text})" if fits else f"({name} := ({text}))"


def _value(text: str) -> str:
    """Return source text as a value in a chain of conditional expressions."""
    text = text.strip()
    tried = _parsed(f"{text} if 0 else 0")
    fits = isinstance(tried, ast.IfExp) and _same(tried.body, text)
    return text if fits else f"({text})"


def _listed(words: Sequence[str], last: str = "and") -> str:
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _numbers(codes: Iterable[int]) -> str:
    return _listed([str(code) for code in sorted(codes)])


# --- Collections and tables of codes ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entries:
    """What legacy codes become as keys: 3.0 codes, and families by the code above them.

    With `helper`, whoever looks something up asks for `helper(code)` (`key_helper`), which gives
    the family of every code that is no key by itself; else `code` itself will do.
    """

    keys: tuple[str, ...]
    helper: bool

    def sought(self, subject: str, name: str) -> str:
        """Return what to look up for `subject`, where the helper is called `name`."""
        return f"{name}({subject.strip()})" if self.helper else subject.strip()


@dataclass(frozen=True, slots=True)
class Keyed:
    """A table or collection: for each legacy code, in order, the keys it is written as.

    A code whose keys were written already, with the same value, has none. `lost` and `blocked` are
    as in `Asked`, for the collection as a whole.
    """

    entries: tuple[tuple[int, Entries], ...]
    helper: bool
    """One entry needs it, and so every look-up in the table does."""
    lost: tuple[str, ...]
    blocked: tuple[Obstacle, ...]

    def sought(self, subject: str, name: str) -> str:
        """Return what to look up for `subject`, where the helper is called `name`."""
        return f"{name}({subject.strip()})" if self.helper else subject.strip()


def entries(wanted: Asked) -> Entries | None:
    """Return the keys for what is asked for, None if keys cannot say it."""
    if wanted.blocked or wanted.any_error or not _can_be_keys(wanted.owned):
        return None
    keys = [pattern.root for pattern in wanted.owned]
    if wanted.success:
        keys.insert(0, "")
    return Entries(tuple(keys), any(pattern.family for pattern in wanted.owned))


def keyed(cases: Sequence[tuple[int, str]], table: ErrorCodes, module: str | None) -> Keyed:
    """Return what the keys of a table become; `cases` are its codes and the texts of the values.

    For a collection without values, give all the same one. Codes with different values whose keys
    would be the same are in the way.
    """
    alike = [wanted for wanted, _ in merged(cases, table, module)]
    blocked = [obstacle for wanted in alike for obstacle in wanted.blocked]
    blocked += collapses(alike)
    values: dict[int, str] = {}
    for code, value in cases:
        if values.setdefault(code, value) != value:
            blocked.append(Obstacle(f"the table has {code} twice", "keep the last entry alone"))
    if key_helper(table) is None:
        blocked.append(
            Obstacle(
                "own rows of the table nest in a way that keys cannot tell",
                "replace the look-up by conditions",
            )
        )
    lost = tuple(dict.fromkeys(phrase for wanted in alike for phrase in wanted.lost))
    result: list[tuple[int, Entries]] = []
    seen: set[str] = set()
    for code, _ in cases:
        found = entries(replace(asked([code], table, module), blocked=()))
        keys = tuple(key for key in (found.keys if found else ()) if key not in seen)
        seen.update(keys)
        result.append((code, Entries(keys, found is not None and found.helper)))
    helper = any(found.helper for _, found in result)
    return Keyed(tuple(result), helper, lost, tuple(dict.fromkeys(blocked)))


def key_helper(table: ErrorCodes, name: str = "_error_key", quote: str = '"') -> str | None:
    """Return the source of the function that turns a 3.0 code into the key it is found under.

    It depends on the table alone, so one serves all tables of a module, now and later. None if rows
    of the table nest in a way that keys cannot tell.
    """
    style = _Style(quote)
    owners = _owners(table)
    if not _can_be_keys(owners):
        return None
    families = sorted({pattern.root for pattern in owners if pattern.family} - _tops(owners))
    exact = sorted(pattern.root for pattern in owners if not pattern.family)
    lines = [
        f"def {name}(code: str) -> str:",
        '    """Return what an error code is listed as: itself, or the family it is in."""',
    ]
    if exact:
        lines += [
            "    if code in {",
            *(f"        {style.text(one)}," for one in exact),
            "    }:",
        ]
        lines += ["        return code"]
    if families:
        dot = style.text(".")
        lines += [
            f"    while {dot} in code and code not in {{",
            *(f"        {style.text(one)}," for one in families),
            "    }:",
            f"        code = code.rpartition({dot})[0]",
            "    return code",
        ]
    else:
        lines.append(f"    return code.split({style.text('.')})[0]")
    return "\n".join(lines) + "\n"


def _tops(patterns: Iterable[Pattern]) -> set[str]:
    return {pattern.root for pattern in patterns if "." not in pattern.root}


def _can_be_keys(patterns: Iterable[Pattern]) -> bool:
    """Tell whether a key says by itself if it is a family: no text is both, no top is exact."""
    known = set(patterns)
    return all(
        "." in pattern.root and Pattern(pattern.root, True) not in known
        for pattern in known
        if not pattern.family
    )
