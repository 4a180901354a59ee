"""`clb-migrate explain`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clb_migrate.explain import explain
from clb_migrate.table.load import load_rules
from tests.cli.conftest import Command


def topics(command: Command, thing: str) -> list[dict[str, Any]]:
    result = command("explain", thing, "--output-format", "json")
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def topic(command: Command, thing: str, kind: str) -> dict[str, Any]:
    (found,) = (row for row in topics(command, thing) if row["kind"].startswith(kind))
    return found


def test_a_legacy_code(command: Command) -> None:
    row = topic(command, "4105", "error code of API 2.0")
    assert row["meaning"] == "Incorrect token"
    assert row["replacement"] == ["AuthFailure.TokenFailure"]
    assert row["source"]


def test_every_code_of_the_table_can_be_asked_for() -> None:
    rules = load_rules()
    for code, known in rules.error_codes.common.items():
        assert explain(str(code), rules, ())[0].facts["meaning"] == known.meaning


def test_a_code_that_modules_use_in_their_own_way(command: Command) -> None:
    kinds = [row["kind"] for row in topics(command, "4400")]
    assert kinds[0] == "error code of API 2.0"
    assert any(kind.startswith("error code of API 2.0, module cmq") for kind in kinds)


def test_a_description_stands_for_its_code(command: Command) -> None:
    assert topic(command, "success", "error code of API 2.0")["name"] == "0"


def test_a_3_0_code_names_its_owner(command: Command) -> None:
    row = topic(command, "InvalidParameter.LBIdNotFound", "error code of API 3.0")
    assert row["published"] is True
    assert row["stands_for"] == ["5000: The resource does not exist"]


@pytest.mark.parametrize("thing", ["ResourceNotFound.*", "resourcenotfound"])
def test_a_family(command: Command, thing: str) -> None:
    row = topic(command, thing, "error code of API 3.0")
    assert row["name"] == "ResourceNotFound"
    assert row["stands_for"] == ["5000: The resource does not exist"]


def test_a_code_that_is_not_published_has_its_family(command: Command) -> None:
    row = topic(command, "ResourceNotFound.Invented", "error code of API 3.0")
    assert row["published"] is False
    assert row["stands_for"] == ["5000: The resource does not exist"]


def test_or_it_is_misspelt(command: Command) -> None:
    row = topic(command, "InvalidParameter.LBIdNotFonud", "error code of API 3.0")
    assert "InvalidParameter.LBIdNotFound" in row["similar"]


@pytest.mark.parametrize("thing", ["DescribeLoadBalancers", "describeLoadBalancers"])
def test_an_action(command: Command, thing: str) -> None:
    row = topic(command, thing, "action of API 2.0, module lb")
    assert row["replacement"] == "DescribeLoadBalancers"
    parameters = {parameter["name"]: parameter for parameter in row["parameters"]}
    assert parameters["forward"]["to"] == "Forward"
    fields = {field["name"]: field["to"] for field in row["response_fields"]}
    assert fields["loadBalancerSet[].loadBalancerName"] == "LoadBalancerSet[].LoadBalancerName"
    assert "with_rs" in {transform["name"] for transform in row["values"]}
    assert row["source"]


def test_every_action_can_be_asked_for_and_says_what_the_table_says() -> None:
    rules = load_rules()
    for action in rules.actions["lb"].values():
        found = explain(action.name, rules, ())[0]
        assert found.kind == "action of API 2.0, module lb"
        assert found.facts["replacement"] == (action.replacement or "no counterpart")
        for field in ("why_none", "asynchronous", "access_rights", "note"):
            assert found.facts.get(field, "") == getattr(action, field)


def test_a_3_0_action_names_those_it_replaces(command: Command) -> None:
    row = topic(command, "DescribeTaskStatus", "action of API 3.0")
    assert "DescribeLoadBalancersTaskResult" in row["takes_the_place_of"]


@pytest.mark.parametrize(
    "thing",
    [
        "lb",
        "lb.api.qcloud.com",
        "LB.api.qcloud.com",
        "https://lb.api.qcloud.com/v2/index.php",
        "lb.api.qcloud.com:443",
        "lb.api.tencentyun.com",
    ],
)
def test_a_module_and_its_hosts(command: Command, thing: str) -> None:
    row = topic(command, thing, "module of API 2.0")
    assert row["name"] == "lb"
    assert row["replacement_product"] == "clb"
    assert row["replacement_host"] == "clb.tencentcloudapi.com"
    assert "DescribeLoadBalancers" in row["actions"]


def test_a_host_of_an_unknown_module_is_still_legacy(command: Command) -> None:
    (row,) = topics(command, "nosuch.api.qcloud.com")
    assert row["kind"] == "host of API 2.0"


@pytest.mark.parametrize("thing", ["clb", "clb.tencentcloudapi.com"])
def test_a_3_0_product_names_the_modules_before_it(command: Command, thing: str) -> None:
    assert any("lb" in row.get("takes_the_place_of_modules", []) for row in topics(command, thing))


@pytest.mark.parametrize("thing", ["CLB101", "clb101", "error-code-check"])
def test_a_rule(command: Command, thing: str) -> None:
    row = topic(command, thing, "rule")
    assert row["rule"] == "error-code-check"
    assert row["on_by_default"] is True
    assert row["documentation"].startswith("# CLB101")


@pytest.mark.parametrize(
    ("thing", "kind"),
    [
        ("QcloudApi", "import of a legacy SDK"),
        ("qcloudapi-sdk-python", "distribution of a legacy SDK"),
        ("qcloudcli", "legacy command"),
        ("ApiClientNetworkException", "exception of a legacy SDK"),
        ("TencentCloudSDKException", "exception of the API 3.0 SDK"),
        ("QcloudApi.qcloudapi.QcloudApi", "client of a legacy SDK"),
        ("CommonClient", "client of the API 3.0 SDK"),
        ("gz", "region"),
        ("ap-guangzhou", "region"),
        ("codeDesc", "field of every API 2.0 response"),
        ("withRs", "request parameter"),
        ("unLoadBalancerIds", "response field"),
        ("/v2/index.php", "path of API 2.0"),
    ],
)
def test_other_names(command: Command, thing: str, kind: str) -> None:
    assert any(row["kind"].startswith(kind) for row in topics(command, thing))


def test_the_text_says_the_same(command: Command) -> None:
    text = command("explain", "describeLoadBalancers").stdout
    assert text.startswith("DescribeLoadBalancers: action of API 2.0, module lb\n")
    assert "    - forward -> Forward  (type: Int; required: no; transform: forward_query;" in text
    assert "\n  source:\n    - " in text


def test_several_meanings_are_all_told(command: Command) -> None:
    kinds = [row["kind"] for row in topics(command, "AuthFailure")]
    assert kinds == ["error code of API 2.0", "error code of API 3.0"]
    assert command("explain", "AuthFailure").stdout.count("AuthFailure: ") >= 1


@pytest.mark.parametrize(
    ("thing", "nearest"),
    [
        ("4107", "410"),
        ("DescribeLoadBalancer", "DescribeLoadBalancers"),
        ("AuthFailur.TokenFailure", "AuthFailure.TokenFailure"),
        ("endpiont", "endpoint"),
        ("qcloudap", "qcloudapi"),
        ("", "ask for a code"),
        ("zzzzzz", "ask for a code"),
    ],
)
def test_what_is_unknown(command: Command, thing: str, nearest: str) -> None:
    result = command("explain", thing)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"clb-migrate: error: nothing is known about {thing!r}; ")
    assert nearest in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_module_with_codes_of_its_own_shows_them(command: Command) -> None:
    shown = command("explain", "CMQ").stdout
    assert "4300" in shown
    assert "4400" in shown
    assert "source" in shown


def test_a_code_shows_what_becomes_of_a_check(command: Command) -> None:
    row = topic(command, "4105", "error code of API 2.0")
    assert row["checked_in_API_2.0"] == "code == 4105"
    assert row["checked_in_API_3.0"] == 'code == "AuthFailure.TokenFailure"'


def test_codes_that_are_one_in_api_3_are_checked_together(command: Command) -> None:
    row = topic(command, "4102", "error code of API 2.0")
    assert row["checked_in_API_2.0"] == "code in (4101, 4102, 4103)"
    assert row["mentioned_for_others"] == [
        "4110: AuthFailure.UnauthorizedOperation",
        "4300: AuthFailure.UnauthorizedOperation",
    ]


@pytest.mark.parametrize("code", ["5400", "4430"])
def test_a_code_without_counterpart_shows_no_check(command: Command, code: str) -> None:
    row = topic(command, code, "error code of API 2.0")
    assert "checked_in_API_2.0" not in row


def test_a_family_shows_the_published_codes_it_owns(command: Command) -> None:
    row = topic(command, "5000", "error code of API 2.0")
    assert "ResourceNotFound" in row["published_codes"]
    assert "InvalidParameter.LBIdNotFound" in row["published_codes"]
    assert "InvalidParameter" not in row["published_codes"]


def test_modules_that_say_the_same_are_told_once(command: Command) -> None:
    kinds = [row["kind"] for row in topics(command, "4300")]
    assert len(kinds) == 2
    assert kinds[1].endswith("module cmq, cmq-queue-{region}, cmq-topic-{region}")


def test_what_is_not_so_is_left_out_of_the_text(command: Command) -> None:
    text = command("explain", "DescribeLoadBalancers").stdout
    assert "()" not in text
    assert "left out: 0" in text
    assert "droppable: no" not in text
