"""The rows of `error_codes.toml`: complete, official, and each 3.0 code with its one owner."""

from __future__ import annotations

import pytest
from tencentcloud.clb.v20180317 import errorcodes

from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import ErrorCode
from tests.seed import MEANINGS
from tests.table.relation import ALSO, CHOSEN, COMMON, PRIMARY, candidates, owners

CODES = load_rules().error_codes
SDK = tuple(sorted(value for name, value in vars(errorcodes).items() if name.isupper()))

ALL_ROWS = [
    *(pytest.param(row, id=str(row.code)) for row in CODES.common.values()),
    *(
        pytest.param(row, id=f"{module}-{row.code}")
        for module, rows in CODES.overrides.items()
        for row in rows.values()
    ),
]


def test_the_table_has_the_22_official_codes_success_and_the_older_4200() -> None:
    assert set(CODES.common) == {0, 4200, *MEANINGS}


@pytest.mark.parametrize("code", MEANINGS)
def test_the_meaning_is_the_official_one_to_the_letter(code: int) -> None:
    assert CODES.common[code].meaning == MEANINGS[code]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("Success",), 0),
        (("InvalidParameter",), 4000),
        (("AuthFailure",), 4100),
        (("SecretIdNotFound",), 4104),
        (("TokenCheckFailed",), 4105),
        (("MFACheckFailed",), 4106),
        (("CAMInnerError",), 4110),
        (("Forbidden",), 4300),
        (("LimitExceeded",), 4400),
        (("ReplayAttack",), 4500),
        (("UnsupportedProtocol",), 4600),
        (("ResourceOpFailed",), 5100),
        (("InternalError",), 6000),
        (("InvalidAction", "NotFound"), 6100),
        (("ActionUnavailable",), 6200),
    ],
)
def test_a_code_desc_leads_to_its_code(names: tuple[str, ...], code: int) -> None:
    assert CODES.common[code].names == names
    assert all(CODES.names[name] == code for name in names)


@pytest.mark.parametrize("code", sorted({*CODES.published, *SDK}))
def test_a_published_3_0_code_has_the_owner_that_the_facts_give_it(code: str) -> None:
    assert CODES.owners_of(code) == owners(code)


@pytest.mark.parametrize(
    "code", sorted({code.partition(".")[0] for code in (*CODES.published, *SDK)})
)
def test_an_unpublished_code_goes_where_its_nearest_listed_ancestor_goes(code: str) -> None:
    invented = f"{code}.InventedForThisTest"

    assert CODES.owners_of(invented) == owners(invented) == owners(code)


@pytest.mark.parametrize(
    "code",
    [
        "InventedForThisTest",
        "InvalidParameterX",
        "DryRunOperation",
        "RequestSizeLimitExceeded",
        "ResponseSizeLimitExceeded",
        "",
    ],
)
def test_a_code_that_nobody_lists_has_no_owner(code: str) -> None:
    assert CODES.owners_of(code) == ()


def test_a_choice_was_made_exactly_where_several_rows_list_a_code() -> None:
    siblings = (4101, 4102, 4103)
    listed = {*PRIMARY.values(), *(code for codes in ALSO.values() for code in codes)}
    unclear = {code for code in listed if len(candidates(code)) > 1}

    assert {code for code in unclear if candidates(code) != siblings} == set(CHOSEN)
    assert all(CHOSEN[code] in candidates(code) for code in CHOSEN)


@pytest.mark.parametrize("code", CHOSEN)
def test_the_row_that_was_chosen_gives_the_reason(code: str) -> None:
    note = CODES.common[CHOSEN[code]].note

    assert f"{code}, listed for " in note
    assert "because " in note or "owned here: " in note


@pytest.mark.parametrize("code", PRIMARY)
def test_the_main_counterpart_comes_first(code: int) -> None:
    assert CODES.common[code].patterns[0].root == PRIMARY[code]


@pytest.mark.parametrize("code", sorted({*PRIMARY, *ALSO}))
def test_what_pages_list_for_a_row_it_owns_or_mentions(code: int) -> None:
    row = CODES.common[code]
    listed = {name for name in (PRIMARY.get(code), *ALSO.get(code, ())) if name}
    owned = {name for name in listed if code in CODES.owners_of(name)}

    assert set(row.mentions) == listed - owned


def test_three_siblings_own_their_codes_together() -> None:
    for code in (4101, 4102, 4103):
        assert {code, *CODES.common[code].shares_with} == {4101, 4102, 4103}
        assert tuple(map(str, CODES.common[code].patterns)) == (
            "AuthFailure.UnauthorizedOperation",
        )


def test_nobody_else_shares() -> None:
    assert {row.code for row in CODES.common.values() if row.shares_with} == {4101, 4102, 4103}


def test_no_pattern_of_a_row_is_covered_by_another_of_the_same_row() -> None:
    for row in CODES.common.values():
        for pattern in row.patterns:
            assert not any(
                other.matches(pattern.root) for other in row.patterns if other != pattern
            ), (row.code, str(pattern))


@pytest.mark.parametrize("row", ALL_ROWS)
def test_the_3_0_codes_of_a_row_are_published(row: ErrorCode) -> None:
    named = {*(pattern.root for pattern in row.patterns), *row.mentions}

    assert named <= {*SDK, *COMMON}


def test_the_published_codes_are_those_of_the_sdk_and_the_common_list() -> None:
    assert set(COMMON) <= set(CODES.published) <= {*SDK, *COMMON}


def test_every_code_has_at_most_two_levels_so_that_deeper_families_are_not_needed() -> None:
    assert max(code.count(".") for code in (*SDK, *COMMON)) == 1


@pytest.mark.parametrize("row", ALL_ROWS)
def test_a_row_tells_its_meaning_what_to_do_and_where_it_is_from(row: ErrorCode) -> None:
    assert row.meaning
    assert row.action.endswith(".")
    assert row.source


@pytest.mark.parametrize("row", ALL_ROWS)
def test_a_row_without_a_counterpart_tells_the_steps_and_what_is_lost(row: ErrorCode) -> None:
    if row.kind == "none":
        assert row.steps
        assert row.lost
        assert not row.patterns
    else:
        assert row.kind == "success" or row.replacement


@pytest.mark.parametrize("code", [4200, 5400, 5500])
def test_codes_that_nothing_owns_are_for_a_person(code: int) -> None:
    assert CODES.common[code].kind == "none"


@pytest.mark.parametrize("row", [row for row in CODES.common.values() if row.kind == "approximate"])
def test_an_approximate_row_tells_what_is_lost(row: ErrorCode) -> None:
    assert row.lost


@pytest.mark.parametrize(
    ("module", "code", "meaning"),
    [
        ("lb", 4400, "Quota exceeded"),
        ("cmq-queue-{region}", 4300, "The account is in arrears"),
        ("cmq-topic-{region}", 4400, "The message is larger than the queue allows"),
        ("cmq", 4440, "The queue or topic does not exist or was deleted"),
        ("sts", 5100, "The server could not generate the credential"),
        ("account", 100193, "Orders of one purchase must be paid together"),
        ("bmlb", -12023, "The layer 4 listener is missing"),
        ("bmlb", 4100, "Identity verification failed"),
    ],
)
def test_a_module_may_mean_something_else(module: str, code: int, meaning: str) -> None:
    row = CODES.get(code, module)

    assert row is not None
    assert row.meaning == meaning


def test_codes_of_one_module_are_unknown_elsewhere() -> None:
    assert CODES.get(4440, "lb") is None
    assert CODES.get(-12023) is None


def test_the_rows_of_a_module_own_nothing_and_leave_the_common_owners_alone() -> None:
    for rows in CODES.overrides.values():
        assert not any(row.patterns for row in rows.values())
