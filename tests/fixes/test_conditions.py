"""Conditions on 3.0 codes: each one is evaluated on every published code and on invented ones.

What is right comes from `tests.table.relation`, the second account of who owns which code, so that
a wrong row of the table is caught as well as a wrong expression.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations
from types import CodeType, MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tencentcloud.clb.v20180317 import errorcodes

from clb_migrate.fixes.conditions import (
    Asked,
    Entries,
    Layout,
    Written,
    asked,
    chosen,
    collapses,
    condition,
    entries,
    key_helper,
    keyed,
    merged,
    satisfying,
)
from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import ErrorCode, ErrorCodes, Pattern
from tests.seed import MEANINGS
from tests.table import relation

TABLE = load_rules().error_codes
PUBLISHED = frozenset(
    {*relation.COMMON, *(value for name, value in vars(errorcodes).items() if name.isupper())}
)
TEXTS = (
    "",
    "InventedForThisTest",
    "InvalidParameterX",
    "Invalid",
    *sorted(PUBLISHED),
    *sorted(f"{code}.InventedForThisTest" for code in PUBLISHED),
    *sorted(f"{code}.Invented.ForThisTest" for code in PUBLISHED if "." not in code),
)
"""Success, codes in no family, the published ones, and invented ones in each family."""

WITHOUT_COUNTERPART = frozenset({4200, 5400, 5500})
KNOWN = frozenset({*MEANINGS, 4200})
OWNERS = tuple(sorted(KNOWN - WITHOUT_COUNTERPART))
Accepts = Callable[[str], bool]


def owners(text: str) -> tuple[int, ...]:
    """Return who owns a 3.0 code.

    API 3.0 has nothing below a code of two levels; what is invented there is the family's.
    """
    return relation.owners(text.partition(".")[0] if text.count(".") > 1 else text)


def explicit(codes: Iterable[int]) -> Accepts:
    """Return what a condition on `codes` has to accept."""
    wanted = frozenset(codes)
    return lambda text: bool(wanted.intersection(owners(text))) if text else 0 in wanted


def fulfilling(predicate: Callable[[int], bool]) -> Accepts:
    """Return what a condition has to accept that is true for some numbers."""
    anything = all(map(predicate, KNOWN))
    return lambda text: anything or any(map(predicate, owners(text))) if text else predicate(0)


def disagreements(
    expression: str | CodeType, accepts: Accepts, texts: Iterable[str] = TEXTS
) -> list[str]:
    """Return the 3.0 codes for which `expression` is not what it should be.

    It may name the code, or ask for it with `ask(1)`, which must happen exactly once.
    """
    compiled = compile(expression, "", "eval") if isinstance(expression, str) else expression
    wrong = []
    for text in texts:
        calls: list[int] = []

        def ask(number: int, text: str = text, calls: list[int] = calls) -> str:
            calls.append(number)
            return text

        variables = {"ask": ask} if "ask" in compiled.co_names else {"code": text}
        found = eval(compiled, {}, variables)
        if bool(found) != accepts(text) or ("ask" in variables and len(calls) != 1):
            wrong.append(text)
    return wrong


def written_forms(wanted: Asked, negated: bool) -> list[Written]:
    """Return the condition in all its forms; one is None only where the module says so."""
    found = []
    for subject, repeatable, name, boolean in (
        ("code", True, None, False),
        ("code", False, None, False),
        ("code", True, None, True),
        ("ask(1)", False, None, False),
        ("ask(1)", False, "kept", True),
    ):
        written = condition(
            wanted,
            subject,
            negated=negated,
            repeatable=repeatable,
            name=name,
            quote="'" if boolean else '"',
            boolean=boolean,
            layout=Layout(8, "    ", 60) if boolean else None,
        )
        if written is None:
            assert not repeatable
            assert name is None
            assert any(branch.but for branch in wanted.accepted)
            continue
        assert written.boolean or not boolean
        found.append(written)
    return found


def check(wanted: Asked, accepts: Accepts, texts: Iterable[str] = TEXTS) -> None:
    """Assert that all forms of a condition agree with `accepts`, and so does the value itself."""
    assert [text for text in texts if wanted.accepts(text) != accepts(text)] == []
    for negated in (False, True):

        def right(text: str, negated: bool = negated) -> bool:
            return accepts(text) != negated

        for written in written_forms(wanted, negated):
            if written.outer in {"always", "never"}:
                assert {right(text) for text in texts} == {written.outer == "always"}
                continue
            assert disagreements(written.text, right, texts) == [], written.text


def text_of(codes: Iterable[int], negated: bool = False) -> str:
    """Return the usual text of a condition on explicit codes."""
    written = condition(asked(codes, TABLE, "lb"), "code", negated=negated, repeatable=True)
    assert written is not None
    return written.text


@pytest.mark.parametrize("code", OWNERS)
def test_a_code_alone_and_with_success(code: int) -> None:
    check(asked([code], TABLE, "lb"), explicit([code]))
    check(asked([0, code], TABLE, "lb"), explicit([0, code]))


def test_success_alone() -> None:
    check(asked([0], TABLE, "lb"), explicit([0]))


@pytest.mark.parametrize("code", OWNERS)
def test_a_code_together_with_each_other(code: int) -> None:
    for other in OWNERS[OWNERS.index(code) + 1 :]:
        check(asked([code, other], TABLE, "lb"), explicit([code, other]))


@pytest.mark.parametrize("hundred", sorted({code // 100 for code in KNOWN}))
def test_a_range_of_a_hundred(hundred: int) -> None:
    def within(number: int) -> bool:
        return number // 100 == hundred

    wanted = satisfying(within, TABLE, "lb")
    if hundred * 100 in WITHOUT_COUNTERPART:
        assert wanted.blocked
        return
    check(wanted, fulfilling(within))


BOUNDS = sorted({bound for code in (0, *KNOWN) for bound in (code - 1, code, code + 1)})


@pytest.mark.parametrize("bound", BOUNDS)
def test_a_range_with_one_end(bound: int) -> None:
    predicates: tuple[Callable[[int], bool], ...] = (
        lambda number: number >= bound,
        lambda number: number < bound,
    )
    for predicate in predicates:
        wanted = satisfying(predicate, TABLE, "lb")
        assert not wanted.blocked
        check(wanted, fulfilling(predicate))


@pytest.mark.parametrize(
    "prefix", ["4", "5", "6", "41", "410", "411", "44", "51", "4104", "9", "0"]
)
def test_a_prefix(prefix: str) -> None:
    def begins(number: int) -> bool:
        return str(number).startswith(prefix)

    check(satisfying(begins, TABLE, "lb"), fulfilling(begins))


@given(st.sets(st.sampled_from((0, *OWNERS))))
@settings(max_examples=60, deadline=None)
def test_any_set_of_codes(codes: set[int]) -> None:
    check(asked(codes, TABLE, "lb"), explicit(codes))


@given(st.sets(st.sampled_from((0, *KNOWN))))
@settings(max_examples=60, deadline=None)
def test_any_predicate(codes: set[int]) -> None:
    wanted = satisfying(codes.__contains__, TABLE, "lb")
    if not wanted.blocked:
        check(wanted, fulfilling(codes.__contains__))


PATTERNS = st.builds(
    Pattern,
    st.lists(st.sampled_from("AB"), min_size=1, max_size=4).map(".".join),
    st.booleans(),
)
NESTED = st.dictionaries(st.integers(1, 5), st.sets(PATTERNS, min_size=1, max_size=4), min_size=1)
NESTED_TEXTS = (
    "",
    "AA",
    "C",
    *(
        ".".join(parts)
        for length in range(1, 6)
        for parts in {tuple(f"{number:b}".zfill(length)) for number in range(2**length)}
    ),
)


def table_with(patterns: Mapping[int, Iterable[Pattern]]) -> ErrorCodes:
    """Return a table of invented rows, which may nest in any way."""
    success, row = TABLE.common[0], TABLE.common[4105]
    rows: dict[int, ErrorCode] = {0: success}
    for code, owned in patterns.items():
        rows[code] = replace(row, code=code, patterns=tuple(sorted(owned, key=str)))
    return ErrorCodes(MappingProxyType(rows), MappingProxyType({}), ())


def nested_texts() -> list[str]:
    """Return all codes of up to five levels over two words, and some others."""
    return [text.replace("0", "A").replace("1", "B") for text in NESTED_TEXTS]


@given(NESTED, st.sets(st.integers(0, 5)))
@settings(max_examples=80, deadline=None)
def test_rows_may_nest_in_any_way(patterns: dict[int, set[Pattern]], codes: set[int]) -> None:
    table = table_with(patterns)
    codes &= set(table.common)

    def accepts(text: str) -> bool:
        return bool(codes.intersection(table.owners_of(text))) if text else 0 in codes

    check(asked(codes, table, None), accepts, nested_texts())


@given(NESTED)
@settings(max_examples=80, deadline=None)
def test_keys_say_what_any_rows_mean(patterns: dict[int, set[Pattern]]) -> None:
    table = table_with(patterns)
    source = key_helper(table, "key_of")
    if source is None:
        tops = {pattern for owned in patterns.values() for pattern in owned if not pattern.family}
        assert tops
        assert keyed([(code, "") for code in patterns], table, None).blocked
        return
    key_of = function_in(source, "key_of")
    for code in patterns:
        found = entries(asked([code], table, None))
        assert found is not None
        for text in nested_texts():
            sought = key_of(text) if found.helper else text
            assert (sought in found.keys) == (code in table.owners_of(text)), (source, text)


# --- What is written ---


@pytest.mark.parametrize(
    ("codes", "text", "opposite"),
    [
        ([0], "not code", "code"),
        ([4105], 'code == "AuthFailure.TokenFailure"', 'code != "AuthFailure.TokenFailure"'),
        (
            [4104],
            'code in ("AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId")',
            'code not in ("AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId")',
        ),
        (
            [0, 4105],
            'code in ("", "AuthFailure.TokenFailure")',
            'code not in ("", "AuthFailure.TokenFailure")',
        ),
        (
            [4400],
            'code.split(".")[0] == "RequestLimitExceeded"',
            'code.split(".")[0] != "RequestLimitExceeded"',
        ),
        (
            [0, 4400],
            'code.split(".")[0] in ("", "RequestLimitExceeded")',
            'code.split(".")[0] not in ("", "RequestLimitExceeded")',
        ),
        (
            [4400, 4105],
            'code.split(".")[0] == "RequestLimitExceeded" or code == "AuthFailure.TokenFailure"',
            'code.split(".")[0] != "RequestLimitExceeded" and code != "AuthFailure.TokenFailure"',
        ),
        (
            [5100],
            'code.split(".")[0] in ("FailedOperation", "ResourceInUse", "ResourceUnavailable",'
            ' "UnsupportedOperation") and code != "FailedOperation.InsufficientBalance"',
            'code.split(".")[0] not in ("FailedOperation", "ResourceInUse", "ResourceUnavailable",'
            ' "UnsupportedOperation") or code == "FailedOperation.InsufficientBalance"',
        ),
        (
            [5100, 5300],
            'code.split(".")[0] in ("FailedOperation", "ResourceInUse", "ResourceUnavailable",'
            ' "UnsupportedOperation")',
            'code.split(".")[0] not in ("FailedOperation", "ResourceInUse",'
            ' "ResourceUnavailable", "UnsupportedOperation")',
        ),
    ],
)
def test_the_text_is_short(codes: list[int], text: str, opposite: str) -> None:
    assert text_of(codes) == text
    assert text_of(codes, negated=True) == opposite


def test_the_codes_of_another_code_are_excepted_only_if_it_is_not_asked_for() -> None:
    assert "LBIdNotFound" in text_of([4000])
    assert "LBIdNotFound" in text_of([5000])
    assert "LBIdNotFound" not in text_of([4000, 5000])


def test_a_text_that_is_too_long_stands_on_several_lines() -> None:
    def laid_out(codes: list[int], layout: Layout) -> str:
        written = condition(
            asked(codes, TABLE, "lb"), "code", negated=False, repeatable=True, layout=layout
        )
        assert written is not None
        return written.text

    assert laid_out([5100], Layout(3, "", 60, "  ")) == (
        'code.split(".")[0] in (\n'
        '  "FailedOperation",\n'
        '  "ResourceInUse",\n'
        '  "ResourceUnavailable",\n'
        '  "UnsupportedOperation",\n'
        ') and code != "FailedOperation.InsufficientBalance"'
    )
    assert "\r\n" in laid_out([5100], Layout(3, "", 60, "  ", "\r\n"))
    assert "\n" not in laid_out([4104], Layout(0, ""))
    assert "\n" in laid_out([4104], Layout(90, ""))


def test_any_error_and_no_error() -> None:
    failed = satisfying(lambda number: number > 0, TABLE, "lb")
    fine = satisfying(lambda number: number < 4000, TABLE, "lb")

    def form(wanted: Asked, negated: bool, boolean: bool) -> str | None:
        written = condition(
            wanted, "code", negated=negated, repeatable=True, boolean=boolean, quote="'"
        )
        return None if written is None else written.text

    assert failed.any_error
    assert form(failed, False, False) == form(fine, True, False) == "code"
    assert form(failed, False, True) == form(fine, True, True) == "code != ''"
    assert form(failed, True, False) == form(fine, False, False) == "not code"
    assert form(failed, True, True) == form(fine, False, True) == "code == ''"


def test_only_the_truth_of_the_bare_code_is_right() -> None:
    bare = condition(asked([0], TABLE, "lb"), "code", negated=True, repeatable=True)

    assert bare == Written("code", "atom", False)


@pytest.mark.parametrize(("negated", "outer"), [(False, "always"), (True, "never")])
def test_what_depends_on_nothing_is_told(negated: bool, outer: str) -> None:
    everything = satisfying(lambda number: number < 9999, TABLE, "lb")
    nothing = satisfying(lambda number: number > 9999, TABLE, "lb")

    for wanted, turned in ((everything, negated), (nothing, not negated)):
        written = condition(wanted, "code", negated=turned, repeatable=True)
        assert written is not None
        assert written.outer == outer


@pytest.mark.parametrize(
    ("subject", "start"),
    [
        ("code", "code.split("),
        ('r.get("Error", {}).get("Code", "")', 'r.get("Error", {}).get("Code", "").split('),
        ("a or b", "(a or b).split("),
        ("(a or b)", "(a or b).split("),
        ("(a) or (b)", "((a) or (b)).split("),
        ("a if b else c", "(a if b else c).split("),
        ("kept := ask()", "(kept := ask()).split("),
        ("(kept := ask())", "(kept := ask()).split("),
        ("await ask()", "(await ask()).split("),
        ('"A" + b', '("A" + b).split('),
        ("ask(\n    1,\n)", "ask(\n    1,\n).split("),
        ("a\n    or b", "(a\n    or b).split("),
    ],
)
def test_the_subject_is_put_in_parentheses_where_it_must_be(subject: str, start: str) -> None:
    wanted = asked([4400], TABLE, "lb")

    written = condition(wanted, subject, negated=False, repeatable=False)

    assert written is not None
    assert written.text.startswith(start)


def test_a_subject_that_must_be_evaluated_once_gets_a_name_or_a_form_for_it() -> None:
    wanted = asked([4400, 4105], TABLE, "lb")

    named = condition(wanted, "ask()", negated=False, repeatable=False, name="code")
    unnamed = condition(wanted, "ask()", negated=False, repeatable=False)

    assert named is not None
    assert unnamed is not None
    assert named.text == (
        '(code := ask()).split(".")[0] == "RequestLimitExceeded"'
        ' or code == "AuthFailure.TokenFailure"'
    )
    assert unnamed.text == (
        '(ask() + "..").startswith(("RequestLimitExceeded.", "AuthFailure.TokenFailure.."))'
    )


@pytest.mark.parametrize(
    ("codes", "operator", "in_parentheses"),
    [
        ([4105], "and", False),
        ([4105], "not", False),
        ([4105], "comparison", True),
        ([5100], "and", False),
        ([5100], "or", False),
        ([5100], "not", True),
        ([5000], "or", False),
        ([5000], "and", True),
        ([0], "not", False),
        ([0], "comparison", True),
    ],
)
def test_an_operand_is_put_in_parentheses_where_it_must_be(
    codes: list[int], operator: str, in_parentheses: bool
) -> None:
    written = condition(asked(codes, TABLE, "lb"), "code", negated=False, repeatable=True)

    assert written is not None
    text = written.inside(operator)  # type: ignore[arg-type]
    assert text == (f"({written.text})" if in_parentheses else written.text)


# --- What is in the way, and what gets lost ---


@pytest.mark.parametrize(
    ("codes", "module"),
    [
        ([5400], "lb"),
        ([5500], "lb"),
        ([4200], "lb"),
        ([0, 4100, 5400], "lb"),
        ([5500, 5100, 4300], "lb"),
        ([9003], "lb"),
        ([9003], None),
        ([4300], "cmq"),
        ([7000], "cmq"),
    ],
)
def test_a_code_that_nothing_takes_the_place_of_is_in_the_way(
    codes: list[int], module: str | None
) -> None:
    wanted = asked(codes, TABLE, module)

    assert len(wanted.blocked) == 1
    assert wanted.blocked[0].step
    assert not wanted.blocked[0].text.endswith(".")
    assert condition(wanted, "code", negated=False, repeatable=True) is None
    assert entries(wanted) is None


def test_the_older_4200_goes_with_4500() -> None:
    check(asked([4200, 4500], TABLE, "lb"), explicit([4500]))


def test_the_steps_are_those_of_the_row() -> None:
    (obstacle,) = asked([5400], TABLE, "lb").blocked

    assert obstacle.step == " ".join(TABLE.common[5400].steps)


def test_a_range_over_codes_without_counterpart_is_in_the_way_only_if_there_are_no_others() -> None:
    assert satisfying(lambda number: 5400 <= number < 5600, TABLE, "lb").blocked
    assert not satisfying(lambda number: 5300 <= number < 5600, TABLE, "lb").blocked
    assert satisfying(lambda number: 4000 <= number < 4500, TABLE, "cmq").blocked
    assert not satisfying(lambda number: number != 0, TABLE, "cmq").blocked


@pytest.mark.parametrize("codes", [[4101], [4101, 4102], [0, 4103], [4102, 4000]])
def test_a_part_of_the_siblings_loses_a_distinction(codes: list[int]) -> None:
    (phrase,) = asked(codes, TABLE, "lb").lost

    assert all(str(code) in phrase for code in (4101, 4102, 4103))


@pytest.mark.parametrize("codes", [[4101, 4102, 4103], [0], [4000, 5000], [4110]])
def test_nothing_is_lost_without_siblings_or_with_all_of_them(codes: list[int]) -> None:
    assert asked(codes, TABLE, "lb").lost == ()


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([[4101], [4102]], 1),
        ([[4101], [4102], [4103]], 1),
        ([[4101], [4101, 4102]], 1),
        ([[4101], [4000, 4102], [0]], 1),
        ([[4101], [4101]], 0),
        ([[4101], [4101, 4102, 4103]], 0),
        ([[4100], [4104]], 0),
        ([[4000], [5000]], 0),
        ([[0], [4101]], 0),
    ],
)
def test_siblings_in_different_conditions_collapse(
    conditions: list[list[int]], expected: int
) -> None:
    assert len(collapses([asked(codes, TABLE, "lb") for codes in conditions])) == expected


# --- Choices ---


def test_an_inline_table_becomes_a_chain() -> None:
    cases = merged([(4105, "f"), (4400, "lambda: 1"), (0, "f")], TABLE, "lb")

    written = chosen(cases, "d", "code", repeatable=True)

    assert written is not None
    assert written.outer == "conditional"
    assert written.text == (
        'f if code in ("", "AuthFailure.TokenFailure")'
        ' else (lambda: 1) if code.split(".")[0] == "RequestLimitExceeded" else d'
    )


@given(st.dictionaries(st.sampled_from((0, *OWNERS)), st.sampled_from("abc")))
@settings(max_examples=60, deadline=None)
def test_a_chain_chooses_the_value_of_the_owner(cases: dict[int, str]) -> None:
    siblings = {cases.get(code) for code in (4101, 4102, 4103)} - {None}
    for subject, repeatable in (("code", True), ("ask(1)", False)):
        written = chosen(
            merged([(code, f"'{value}'") for code, value in cases.items()], TABLE, "lb"),
            "'default'",
            subject,
            repeatable=repeatable,
            name=None if repeatable else "kept",
        )
        if len(siblings) > 1:
            assert written is None
            continue
        assert written is not None
        compiled = compile(written.text, "", "eval")
        for text in TEXTS:
            possible = owners(text) if text else (0,)
            expected = {cases[code] for code in possible if code in cases} or {"default"}
            found = eval(compiled, {}, {"code": text, "ask": lambda _, text=text: text})
            assert {found} == expected


def test_a_chain_needs_a_name_for_a_subject_that_must_be_evaluated_once() -> None:
    two = merged([(4105, "f"), (4400, "g")], TABLE, "lb")
    mixed = merged([(4105, "f"), (4400, "f")], TABLE, "lb")

    assert chosen(two, "d", "ask(1)", repeatable=False) is None
    assert chosen(mixed, "d", "ask(1)", repeatable=False) is not None
    assert chosen(two, "d", "ask(1)", repeatable=False, name="kept") is not None


def test_a_chain_of_nothing_is_the_default() -> None:
    assert chosen((), "d", "code", repeatable=True) == Written("d", "atom", False)
    assert chosen(merged([(5400, "f")], TABLE, "lb"), "d", "code", repeatable=True) is None


# --- Collections and tables ---


def function_in(source: str, name: str) -> Callable[[str], str]:
    """Run the source of a helper and return it."""
    namespace: dict[str, Callable[[str], str]] = {}
    exec(source, namespace)
    return namespace[name]


@cache
def key_of() -> Callable[[str], str]:
    source = key_helper(TABLE)
    assert source is not None
    return function_in(source, "_error_key")


def found_in(cases: Mapping[int, str], text: str) -> str | None:
    """Look a 3.0 code up in the table that `cases` become."""
    result = keyed(list(cases.items()), TABLE, "lb")
    written = {key: cases[code] for code, found in result.entries for key in found.keys}
    return written.get(key_of()(text) if result.helper else text)


@pytest.mark.parametrize("code", [0, *OWNERS])
def test_a_collection_of_one_holds_what_the_code_owns(code: int) -> None:
    accepts = explicit([code])

    assert [text for text in TEXTS if (found_in({code: "x"}, text) == "x") != accepts(text)] == []


def test_a_collection_of_two_holds_what_they_own() -> None:
    for pair in combinations((0, *OWNERS), 2):
        accepts = explicit(pair)
        found = entries(asked(pair, TABLE, "lb"))
        assert found is not None
        for text in TEXTS:
            sought = key_of()(text) if found.helper else text
            assert (sought in found.keys) == accepts(text)


@given(st.dictionaries(st.sampled_from((0, *OWNERS)), st.sampled_from("abc")))
@settings(max_examples=60, deadline=None)
def test_a_table_gives_the_value_of_the_owner(cases: dict[int, str]) -> None:
    siblings = {cases.get(code) for code in (4101, 4102, 4103)} - {None}
    result = keyed(list(cases.items()), TABLE, "lb")
    assert bool(result.blocked) == (len(siblings) > 1)
    if result.blocked:
        return
    written = [(key, cases[code]) for code, found in result.entries for key in found.keys]
    assert len(written) == len(dict(written))
    for text in TEXTS:
        possible = owners(text) if text else (0,)
        expected = {cases[code] for code in possible if code in cases} or {""}
        assert {dict(written).get(key_of()(text) if result.helper else text, "")} == expected


def test_codes_alone_need_no_helper() -> None:
    found = keyed([(4105, "f"), (4104, "g"), (0, "h")], TABLE, "lb")

    assert not found.helper
    assert [(code, written.keys) for code, written in found.entries] == [
        (4105, ("AuthFailure.TokenFailure",)),
        (4104, ("AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId")),
        (0, ("",)),
    ]
    assert found.sought("code", "_error_key") == "code"


def test_a_family_is_looked_up_with_the_helper() -> None:
    found = keyed([(4105, "f"), (4400, "g")], TABLE, "lb")

    assert found.helper
    assert found.entries[1][1] == Entries(("RequestLimitExceeded",), True)
    assert found.sought("code", "_error_key") == "_error_key(code)"


def test_siblings_with_one_value_are_one_entry() -> None:
    found = keyed([(4101, "f"), (4102, "f"), (4103, "f")], TABLE, "lb")

    assert [written.keys for _, written in found.entries] == [
        ("AuthFailure.UnauthorizedOperation",),
        (),
        (),
    ]
    assert found.lost == ()
    assert found.blocked == ()
    assert keyed([(4101, "f"), (4102, "f")], TABLE, "lb").lost


@pytest.mark.parametrize(
    "cases",
    [
        [(4101, "f"), (4102, "g")],
        [(4200, "f"), (4500, "g")],
        [(4105, "f"), (4105, "g")],
        [(4105, "f"), (5400, "f")],
        [(4105, "f"), (99, "g")],
    ],
)
def test_a_table_that_cannot_be_written(cases: list[tuple[int, str]]) -> None:
    assert keyed(cases, TABLE, "lb").blocked


def test_a_collection_that_is_asked_for_as_a_whole_knows_what_to_look_up() -> None:
    exact, family = entries(asked([4105], TABLE, "lb")), entries(asked([4400], TABLE, "lb"))

    assert exact is not None
    assert family is not None
    assert exact.sought("code", "_error_key") == "code"
    assert family.sought("r[0]", "_error_key") == "_error_key(r[0])"


def test_any_error_is_no_collection() -> None:
    assert entries(satisfying(lambda number: number != 0, TABLE, "lb")) is None


# --- The tests themselves ---


@pytest.mark.parametrize(
    ("code", "text", "missed"),
    [
        (4000, 'code.startswith("InvalidParameter")', "InvalidParameterX"),
        (4000, text_of([4000, 5000]), "InvalidParameter.LBIdNotFound"),
        (4105, 'code.startswith("AuthFailure.TokenFailure")', "AuthFailure.TokenFailure.Invented"),
        (4400, 'code == "RequestLimitExceeded"', "RequestLimitExceeded.InventedForThisTest"),
        (4104, 'code == "AuthFailure.SecretIdNotFound"', "AuthFailure.InvalidSecretId"),
        (0, 'code != "InternalError"', "InventedForThisTest"),
    ],
)
def test_a_wrong_condition_is_caught(code: int, text: str, missed: str) -> None:
    assert any(wrong.startswith(missed) for wrong in disagreements(text, explicit([code])))


def test_a_subject_that_is_evaluated_twice_is_caught() -> None:
    text = 'ask(1) == "AuthFailure.TokenFailure" or ask(1) == "AuthFailure.TokenFailure"'

    assert disagreements(text, explicit([4105]))


@pytest.mark.parametrize("code", OWNERS)
def test_a_wrong_row_of_the_table_is_caught(code: int) -> None:
    row = TABLE.common[code]
    # The last pattern of the row goes to somebody else, as far as the table knows.
    rows = {**TABLE.common, code: replace(row, patterns=row.patterns[:-1])}
    wrong = ErrorCodes(rows, TABLE.overrides, TABLE.published)
    wanted = asked([code], wrong, "lb")

    with pytest.raises(AssertionError):
        check(wanted, explicit([code]))
