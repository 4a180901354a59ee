"""Legacy numbers among the codes of API 3.0, before and after."""

from __future__ import annotations

import textwrap

import pytest

from clb_migrate import api
from clb_migrate.findings import Applicability
from clb_migrate.fixes.results import Migration

HEAD = """\
from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

client = CommonClient("clb", "2018-03-17", credential.Credential("i", "k"), "ap-guangzhou")
answer = {}
try:
    answer = client.call_json("DescribeLoadBalancers", {})
except TencentCloudSDKException as error:
"""
KEY = '("AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId")'


def fixed(body: str, *, unsafe: bool = True) -> Migration:
    """Return what becomes of the body of a handler."""
    text = HEAD + textwrap.indent(textwrap.dedent(body).strip(), "    ") + "\n"
    return api.fix({"main.py": text.encode()}, unsafe=unsafe)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("error.code == 4104", f"error.code in {KEY}"),
        ('"4104" == error.get_code()', f"error.get_code() in {KEY}"),
        ("error.code != 4104", f"error.code not in {KEY}"),
        ("str(error.code) in (4104, 4105)", None),
        ('answer["Response"]["Error"]["Code"] == 4104', None),
    ],
)
def test_a_number_becomes_its_codes(before: str, after: str | None) -> None:
    migration = fixed(f"print({before})")
    (change,) = migration.changes
    (flow,) = migration.flows
    assert (flow.actions, flow.applicability) == ((), Applicability.UNSAFE)
    assert migration.left == ()
    if after is not None:
        assert f"print({after})" in change.after.decode()
    compile(change.after, "main.py", "exec")


def test_a_pattern_becomes_codes() -> None:
    migration = fixed(
        """
        match error.code:
            case 4104:
                print("key")
        """
    )
    (change,) = migration.changes
    assert 'case "AuthFailure.SecretIdNotFound" | "AuthFailure.InvalidSecretId":' in (
        change.after.decode()
    )


def test_each_condition_is_a_unit_that_somebody_must_agree_to() -> None:
    migration = fixed("print(error.code == 4104, error.code == 4105)", unsafe=False)
    assert migration.changes == ()
    assert [flow.applicability for flow in migration.flows] == [Applicability.UNSAFE] * 2


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ("error.code == 0", "success is looked for among errors, which always have a code"),
        (
            "4100 <= error.code < 4200",
            "a code of API 3.0 is a text, which has no place among numbers",
        ),
        (
            "int(error.code) == 4100",
            "something is computed from a code of API 3.0, which is a text",
        ),
        ('error.code in (4104, "AuthFailure")', "numbers and texts are mixed here"),
    ],
)
def test_what_is_not_surely_meant_stays(condition: str, reason: str) -> None:
    migration = fixed(f"print({condition})")
    assert migration.changes == ()
    assert [r.text for flow in migration.flows for r in flow.reasons] == [reason]


def test_codes_of_api_3_are_fine() -> None:
    assert (
        fixed('print(error.code == "AuthFailure", error.code == "ClientNetworkError")').flows == ()
    )
