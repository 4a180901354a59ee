"""Tables that are looked up by a code, and names that stand for codes: definition and uses."""

from __future__ import annotations

from textwrap import dedent

import pytest

from clb_migrate import api

HEAD = """
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
code = answer["code"]
"""


def fixed(text: str, **others: str) -> tuple[api.Migration, str]:
    """Return what becomes of a program that asks for a code first, and its new text after that."""
    files = {"main.py": (HEAD + dedent(text)).encode()}
    files.update({f"{name}.py": dedent(other).encode() for name, other in others.items()})
    migration = api.fix(files)
    new = {change.shown: change.after.decode() for change in migration.changes}
    main = new.get("main.py", "")
    start = 'code = answer.get("Error", {}).get("Code", "")\n'
    rest = [new.get(f"{name}.py", "") for name in others]
    return migration, "".join([main.partition(start)[2], *rest])


def becomes(before: str, after: str, **others: str) -> None:
    """Compare the new text, which also has to compile."""
    migration, found = fixed(before, **others)
    assert [flow.reasons for flow in migration.flows if not flow.applied] == []
    assert found.strip() == dedent(after).strip()
    for change in migration.changes:
        compile(change.after, change.shown, "exec")


def stays(before: str, why: str, **others: str) -> None:
    """The flow stays as it is, because of `why`."""
    migration, _ = fixed(before, **others)
    assert migration.changes == ()
    reasons = [reason.text for flow in migration.flows for reason in flow.reasons]
    assert any(why in reason for reason in reasons), reasons


# -- tables ----------------------------------------------------------------------------------


def test_keys_become_codes() -> None:
    becomes(
        """
        HINTS = {0: "fine", 4500: "too old"}
        print(HINTS.get(code, "?"))
        """,
        """
        HINTS = {"": "fine", "AuthFailure.SignatureExpire": "too old"}
        print(HINTS.get(code, "?"))
        """,
    )


def test_families_are_found_by_a_helper() -> None:
    before = """
        HINTS = {4400: "slow down"}
        if code in HINTS:
            print(HINTS[code])
        """
    migration, found = fixed(before)
    assert "def _error_key(code: str) -> str:" in migration.changes[0].after.decode()
    assert (
        found.strip()
        == dedent(
            """
        HINTS = {"RequestLimitExceeded": "slow down"}
        if _error_key(code) in HINTS:
            print(HINTS[_error_key(code)])
        """
        ).strip()
    )


def test_an_entry_becomes_several_where_it_stands() -> None:
    becomes(
        """
        ACTIONS = {
            # credentials
            4104: "look at the id",  # unknown
            4500: print,
        }
        print(ACTIONS[int(code)])
        """,
        """
        ACTIONS = {
            # credentials
            "AuthFailure.SecretIdNotFound": "look at the id",
            "AuthFailure.InvalidSecretId": "look at the id",  # unknown
            "AuthFailure.SignatureExpire": print,
        }
        print(ACTIONS[code])
        """,
    )


def test_a_short_table_in_place_becomes_a_condition() -> None:
    becomes(
        """
        print({4400: "slow down"}.get(code, "?"))
        """,
        """
        print("slow down" if code.split(".")[0] == "RequestLimitExceeded" else "?")
        """,
    )


def test_texts_and_names_of_codes_are_keys_as_well() -> None:
    becomes(
        """
        print({"0": "fine", "4500": "old"}.get(str(code), "?"))
        print({"Success": "fine"}.get(answer["codeDesc"], "?"))
        """,
        """
        print({"": "fine", "AuthFailure.SignatureExpire": "old"}.get(str(code), "?"))
        print({"": "fine"}.get(answer.get("Error", {}).get("Code", ""), "?"))
        """,
    )


def test_a_table_of_another_module_changes_with_its_uses() -> None:
    becomes(
        """
        from errors import HINTS
        print(HINTS.get(code))
        """,
        """
        from errors import HINTS
        print(HINTS.get(code))
        HINTS = {"AuthFailure.SignatureExpire": "too old"}
        """,
        errors='HINTS = {4500: "too old"}\n',
    )


def test_a_table_is_handed_to_functions_and_kept_in_classes() -> None:
    becomes(
        """
        class Failure(Exception):
            HINTS = {4500: "too old"}

            def hint(self, code):
                return look(self.HINTS, code)


        def look(table, code):
            return table.get(code)


        print(Failure().hint(code))
        """,
        """
        class Failure(Exception):
            HINTS = {"AuthFailure.SignatureExpire": "too old"}

            def hint(self, code):
                return look(self.HINTS, code)


        def look(table, code):
            return table.get(code)


        print(Failure().hint(code))
        """,
    )


@pytest.mark.parametrize(
    ("use", "why"),
    [
        ("for known in HINTS: print(known)", "in other ways"),
        ("print(len(HINTS))", "not followed"),
        ("print(HINTS)", "not followed"),
        ("print(HINTS[4500])", "looked up by something else"),
        ("print(HINTS.get(4500))", "in other ways"),
        ("print(4500 in HINTS)", "searched for something else"),
        ("HINTS[4100] = 'wrong'", "in other ways"),
        ("HINTS.update({4100: 'wrong'})", "in other ways"),
        ("print(list(map(HINTS.get, [4500])))", "in other ways"),
        ("both = [HINTS]", "in other ways"),
        ("find = HINTS.get", "in other ways"),
        ("print(globals()['HINTS'])", "names HINTS"),
        ("def unused():\n    return sorted(HINTS)", "not followed"),
    ],
)
def test_whatever_else_uses_the_keys_is_in_the_way(use: str, why: str) -> None:
    stays(f'HINTS = {{4500: "too old"}}\nprint(HINTS.get(code))\n{use}\n', why)


def test_so_is_a_file_that_takes_no_part() -> None:
    stays(
        """
        from errors import HINTS
        print(HINTS.get(code))
        """,
        "listing.py uses HINTS as well",
        errors='HINTS = {4500: "too old"}\n',
        listing="from errors import HINTS\nprint(sorted(HINTS))\n",
    )


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ('{4100: log("a")}', "for each"),
        ('{4101: "a", 4102: "b"}', "4101"),
        ('{4999: "a"}', "no common legacy code"),
        ('{"4500": "a"}', "no known code"),
        ('{other: "a"}', "no known code"),
        ('dict([(4500, "a")])', "not known here"),
        ('{number: "a" for number in (4500, 4400)}', "not known here"),
    ],
)
def test_tables_that_cannot_be_said_in_codes(table: str, why: str) -> None:
    stays(f"from somewhere import log, other\nHINTS = {table}\nprint(HINTS.get(code))\n", why)


def test_what_is_looked_up_has_to_be_a_code_everywhere() -> None:
    stays(
        """
        HINTS = {4500: "too old"}

        def hint(code):
            return HINTS.get(code)

        print(hint(code), hint(4500))
        """,
        "the table is also used in other ways",
    )


# -- names -----------------------------------------------------------------------------------


def test_names_that_serve_comparisons_alone_get_the_codes() -> None:
    becomes(
        """
        OK = 0
        EXPIRED = 4500
        LIMITED = 4400
        KEYS = (4500, 4106)
        if code == OK or code != EXPIRED and code not in KEYS:
            print(code == LIMITED)
        """,
        """
        OK = ""
        EXPIRED = "AuthFailure.SignatureExpire"
        LIMITED = "RequestLimitExceeded"
        KEYS = ("AuthFailure.MFAFailure", "AuthFailure.SignatureExpire")
        if code == OK or code != EXPIRED and code not in KEYS:
            print(code.split(".")[0] == LIMITED)
        """,
    )


def test_one_code_may_become_several() -> None:
    becomes(
        """
        UNKNOWN = 4104
        print(code == UNKNOWN)
        """,
        """
        UNKNOWN = ("AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId")
        print(code in UNKNOWN)
        """,
    )


@pytest.mark.parametrize(
    "use",
    [
        "print(EXPIRED)",
        "EXPIRED = 4100",
        "seen = [EXPIRED]",
        "print(4500 == EXPIRED)",
        "def unused():\n    return EXPIRED + 1",
    ],
)
def test_a_name_that_serves_more_keeps_its_number(use: str) -> None:
    before = f"EXPIRED = 4500\nprint(code == EXPIRED)\n{use}\n"
    migration, found = fixed(before)
    assert found == before.replace("code == EXPIRED", 'code == "AuthFailure.SignatureExpire"')
    (flow,) = migration.flows
    assert any("EXPIRED keeps legacy codes" in review.text for review in flow.reviews)


def test_a_name_is_no_reason_for_one_flow_to_wait_for_another() -> None:
    _, found = fixed(
        """
        OK = 0
        print(code == OK)
        other = json.loads(service.call("SetLoadBalancerLog", {}))
        print(other["code"] == OK)
        """
    )
    assert found == dedent(
        """
        OK = 0
        print(code == "")
        other = json.loads(service.call("SetLoadBalancerLog", {}))
        print(other["code"] == OK)
        """
    )


def test_a_table_is_one() -> None:
    stays(
        """
        HINTS = {4500: "too old"}
        print(HINTS.get(code))
        other = json.loads(service.call("SetLoadBalancerLog", {}))
        print(HINTS.get(other["code"]))
        """,
        "SetLoadBalancerLog has no counterpart",
    )


def test_members_of_enumerations_are_numbers_only_if_they_are() -> None:
    members = "import enum\nclass Code(enum.{}):\n    OK = 0\nprint(code == Code.OK{})\n"
    assert 'print(code == "")' in fixed(members.format("IntEnum", ""))[1]
    assert 'print(code == "")' in fixed(members.format("Enum", ".value"))[1]
    stays(members.format("Enum", ""), "not known here")


def test_members_of_a_module_that_is_only_reached_are_known() -> None:
    becomes(
        """
        from codes import Code
        print(code == Code.OK)
        """,
        """
        from codes import Code
        print(code == "")
        """,
        codes="import enum\n\n\nclass Code(enum.IntEnum):\n    OK = 0\n",
    )
