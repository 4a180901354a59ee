"""The judge itself: that both sides show one cloud, and that wrong migrations are caught."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.behaviour.cloud import legacy, modern
from tests.behaviour.cloud.errors import INVENTED, errors, invented, published
from tests.behaviour.cloud.model import POLLS_UNTIL_DONE, REGIONS
from tests.behaviour.cloud.shapes import REQUIRED, shape
from tests.behaviour.cloud.site import CONNECTION, STATUS, Failure, Site, Weather
from tests.behaviour.comparing import differences
from tests.behaviour.running import Program, compare, run
from tests.behaviour.scenarios import failing, named, scenarios

HEADERS = {
    "Authorization": "TC3-HMAC-SHA256 Credential=AKIDtest/2020-09-13/clb/tc3_request, "
    f"SignedHeaders=content-type;host, Signature={'0' * 64}",
    "X-TC-Timestamp": "1600000000",
    "X-TC-Version": "2018-03-17",
    "X-TC-Region": "ap-guangzhou",
}


def before(site: Site, action: str, parameters: Mapping[str, object], region: str = "gz") -> Any:
    """What API 2.0 answers."""
    common = {"Action": action, "Region": region, "SecretId": "AKIDtest"}
    return json.loads(
        site.legacy("lb.api.qcloud.com", urlencode({**common, **parameters}), 90).body
    )


def after(site: Site, action: str, body: object, **headers: str) -> Any:
    """What API 3.0 answers, without `Response`."""
    sent = {**HEADERS, "X-TC-Action": action, **headers}
    reply = site.modern("clb.tencentcloudapi.com", sent, json.dumps(body).encode(), 90)
    return json.loads(reply.body)["Response"]


# The same wish in either form.
WISHES: list[tuple[str, dict[str, object], str, dict[str, object]]] = [
    ("DescribeLoadBalancers", {"forward": -1}, "DescribeLoadBalancers", {}),
    ("DescribeLoadBalancers", {}, "DescribeLoadBalancers", {"Forward": 0}),
    (
        "DescribeLoadBalancers",
        {
            "forward": "1",
            "loadBalancerIds.1": "lb-app1",
            "loadBalancerIds.2": "lb-app2",
            "loadBalancerType": "2",
            "orderBy": "loadBalancerName",
            "limit": "5",
            "withRs": 2,
            "unheard": "of",
        },
        "DescribeLoadBalancers",
        {
            "Forward": 1,
            "LoadBalancerIds": ["lb-app1", "lb-app2"],
            "LoadBalancerType": "OPEN",
            "OrderBy": "LoadBalancerName",
            "Limit": 5,
            "WithRs": -1,
        },
    ),
    (
        "RegisterInstancesWithForwardLBFourthListener",
        {
            "loadBalancerId": "lb-app1",
            "listenerId": "lbl-tcp1",
            "backends.0.instanceId": "ins-c",
            "backends.0.port": "80",
            "backends.0.weight": "7",
            "backends.1.instanceId": "ins-d",
            "backends.1.port": "81",
        },
        "RegisterTargets",
        {
            "LoadBalancerId": "lb-app1",
            "ListenerId": "lbl-tcp1",
            "Targets": [
                {"InstanceId": "ins-c", "Port": 80, "Weight": 7},
                {"InstanceId": "ins-d", "Port": 81},
            ],
        },
    ),
    (
        "ModifyForwardSeventhBackends",
        {
            "loadBalancerId": "lb-app1",
            "listenerId": "lbl-http1",
            "locationIds.0": "loc-1",
            "backends.0.instanceId": "ins-a",
            "backends.0.port": 8081,
            "backends.0.weight": 0,
        },
        "ModifyTargetWeight",
        {
            "LoadBalancerId": "lb-app1",
            "ListenerId": "lbl-http1",
            "LocationId": "loc-1",
            "Targets": [{"InstanceId": "ins-a", "Port": 8081, "Weight": 0}],
        },
    ),
    (
        "ModifyForwardFourthBackendsPort",
        {
            "loadBalancerId": "lb-app1",
            "listenerId": "lbl-tcp1",
            "backends.0.instanceId": "ins-a",
            "backends.0.port": 8080,
            "backends.0.newPort": 9090,
        },
        "ModifyTargetPort",
        {
            "LoadBalancerId": "lb-app1",
            "ListenerId": "lbl-tcp1",
            "Targets": [{"InstanceId": "ins-a", "Port": 8080}],
            "NewPort": 9090,
        },
    ),
    (
        "CreateForwardLBFourthLayerListeners",
        {
            "loadBalancerId": "lb-app1",
            "listeners.0.loadBalancerPort": 90,
            "listeners.0.protocol": 2,
            "listeners.0.listenerName": "a",
            "listeners.0.healthSwitch": 1,
            "listeners.0.unhealthNum": 4,
            "listeners.1.loadBalancerPort": 91,
            "listeners.1.protocol": 2,
            "listeners.1.listenerName": "b",
            "listeners.1.healthSwitch": 1,
            "listeners.1.unhealthNum": 4,
        },
        "CreateListener",
        {
            "LoadBalancerId": "lb-app1",
            "Ports": [90, 91],
            "Protocol": "TCP",
            "ListenerNames": ["a", "b"],
            "HealthCheck": {"HealthSwitch": 1, "UnHealthNum": 4},
        },
    ),
    (
        "CreateForwardLBSeventhLayerListeners",
        {
            "loadBalancerId": "lb-app1",
            "listeners.0.loadBalancerPort": 444,
            "listeners.0.protocol": 4,
            "listeners.0.SSLMode": "unidirectional",
            "listeners.0.certId": "cert-new",
        },
        "CreateListener",
        {
            "LoadBalancerId": "lb-app1",
            "Ports": [444],
            "Protocol": "HTTPS",
            "Certificate": {"SSLMode": "UNIDIRECTIONAL", "CertId": "cert-new"},
        },
    ),
    (
        "CreateForwardLBListenerRules",
        {
            "loadBalancerId": "lb-app1",
            "listenerId": "lbl-http1",
            "rules.0.domain": "a.example.com",
            "rules.0.url": "/",
            "rules.0.httpHash": "ip_hash",
            "rules.0.httpCode": 3,
        },
        "CreateRule",
        {
            "LoadBalancerId": "lb-app1",
            "ListenerId": "lbl-http1",
            "Rules": [
                {
                    "Domain": "a.example.com",
                    "Url": "/",
                    "Scheduler": "IP_HASH",
                    "HealthCheck": {"HttpCode": 3},
                }
            ],
        },
    ),
    (
        "DeregisterInstancesFromLoadBalancer",
        {"loadBalancerId": "lb-classic1", "backends.0.instanceId": "ins-a"},
        "DeregisterTargetsFromClassicalLB",
        {"LoadBalancerId": "lb-classic1", "InstanceIds": ["ins-a"]},
    ),
    (
        "ManualRewrite",
        {
            "loadBalancerId": "lb-app1",
            "sourceuListenerId": "lbl-http1",
            "targetuListenerId": "lbl-https1",
            "rewriteInfo.0.sourceLocation": "loc-2",
            "rewriteInfo.0.targetLocation": "loc-4",
        },
        "ManualRewrite",
        {
            "LoadBalancerId": "lb-app1",
            "SourceListenerId": "lbl-http1",
            "TargetListenerId": "lbl-https1",
            "RewriteInfos": [{"SourceLocationId": "loc-2", "TargetLocationId": "loc-4"}],
        },
    ),
    (
        "DescribeRewrite",
        {"loadBalancerIds.0": "lb-app1"},
        "DescribeRewrite",
        {"LoadBalancerId": "lb-app1"},
    ),
    (
        "ReplaceCert",
        {"oldCertId": "cert-old", "newCertId": "cert-new"},
        "ReplaceCertForLoadBalancers",
        {"OldCertificateId": "cert-old", "Certificate": {"CertId": "cert-new"}},
    ),
    (
        "CreateLoadBalancer",
        {"loadBalancerType": 3, "forward": 1, "number": 2},
        "CreateLoadBalancer",
        {"LoadBalancerType": "INTERNAL", "Forward": 1, "Number": 2},
    ),
]


@pytest.mark.parametrize(("old", "form", "new", "body"), WISHES, ids=lambda part: str(part)[:40])
def test_the_same_wish_is_the_same_operation(
    old: str, form: dict[str, object], new: str, body: dict[str, object]
) -> None:
    sites = Site(), Site()
    assert before(sites[0], old, form)["code"] == 0
    assert "Error" not in after(sites[1], new, body)
    assert sites[0].operations == sites[1].operations
    assert sites[0].model == sites[1].model


def test_a_wish_that_3_0_cannot_say_at_once_is_another_operation() -> None:
    site = Site()
    form = {"loadBalancerId": "lb-app1", "listenerId": "lbl-tcp1"}
    for place, port in enumerate((90, 91)):
        form |= {f"backends.{place}.instanceId": "ins-a", f"backends.{place}.newPort": str(port)}
        form |= {f"backends.{place}.port": "8080"}
    before(site, "ModifyForwardFourthBackendsPort", form)
    targets = site.operations[0]["arguments"]["Targets"]
    assert [target["NewPort"] for target in targets] == [90, 91]


def test_every_legacy_action_is_answered() -> None:
    counterparts = {action.operation for action in legacy.actions().values()} - {"nothing"}
    assert len([one for one in legacy.actions().values() if one.operation != "nothing"]) >= 35
    for name in counterparts:
        assert shape(f"{name}Request") is not None, name
        assert hasattr(Site().model, f"_do_{name}"), name
    assert set(REQUIRED) <= counterparts


def test_the_paths_of_parameters_are_those_of_the_models() -> None:
    for action in legacy.actions().values():
        for parameter in action.parameters:
            path = parameter.path
            # These stand for what API 3.0 cannot say at once.
            if path.startswith("Groups[]."):
                path = path.removeprefix("Groups[].")
            if path in ("InstancePort", "Ips[]", "LocationIds[]", "Targets[].NewPort") or (
                action.name == "DescribeRewrite"
            ):
                continue
            model = f"{action.operation}Request"
            for name in path.split("."):
                fields = shape(model)
                assert fields is not None
                assert name.removesuffix("[]") in fields, (action.name, parameter.path)
                model = fields[name.removesuffix("[]")].kind


ANSWERED = [
    ("DescribeLoadBalancers", {}),
    ("DescribeTargets", {"LoadBalancerId": "lb-app1"}),
    ("DescribeListeners", {"LoadBalancerId": "lb-app1"}),
    ("DescribeTargetHealth", {"LoadBalancerIds": ["lb-app1", "lb-app2"]}),
    ("DescribeRewrite", {"LoadBalancerId": "lb-app1"}),
    ("DescribeClassicalLBListeners", {"LoadBalancerId": "lb-classic1"}),
    ("DescribeClassicalLBTargets", {"LoadBalancerId": "lb-classic1"}),
    (
        "DescribeClassicalLBHealthStatus",
        {"LoadBalancerId": "lb-classic1", "ListenerId": "lbl-old1"},
    ),
    ("DescribeClassicalLBByInstanceId", {"InstanceIds": ["ins-a"]}),
    ("DescribeLoadBalancerListByCertId", {"CertIds": ["cert-old"]}),
    ("CreateLoadBalancer", {"LoadBalancerType": "OPEN"}),
    (
        "InquiryPriceCreateLoadBalancer",
        {"LoadBalancerType": "OPEN", "LoadBalancerChargeType": "POSTPAID"},
    ),
]


@pytest.mark.parametrize("nulls", [False, True])
@pytest.mark.parametrize(("action", "body"), ANSWERED)
def test_answers_of_3_0_fit_the_models(action: str, body: dict[str, object], nulls: bool) -> None:
    _fits(f"{action}Response", after(Site(Weather(nulls=nulls)), action, body))


def _fits(model: str, answer: dict[str, Any]) -> None:
    fields = shape(model)
    assert fields is not None
    for name, value in answer.items():
        field = fields[name]
        if value is None:
            assert field.nullable, (model, name)
            continue
        assert isinstance(value, list) == field.many, (model, name)
        for one in value if field.many else [value]:
            if isinstance(one, dict):
                _fits(field.kind, one)
            else:
                assert type(one).__name__ == field.kind, (model, name)


def test_some_nulls_are_answered() -> None:
    site = Site(Weather(nulls=True))
    listeners = after(site, "DescribeListeners", {"LoadBalancerId": "lb-app1"})["Listeners"]
    assert listeners[0]["Rules"] is None
    assert listeners[0]["Certificate"] is None
    rows = before(site, "DescribeForwardLBListeners", {"loadBalancerId": "lb-app1"})["listenerSet"]
    assert rows[0]["rules"] == []
    assert "certId" not in rows[0]


REFUSED: list[tuple[str, object, dict[str, str], str]] = [
    ("DescribeLoadBalancers", {"limit": 5}, {}, "UnknownParameter"),
    ("DescribeLoadBalancers", {"Limit": "5"}, {}, "InvalidParameter"),
    ("DescribeLoadBalancers", {"Limit": None}, {}, "InvalidParameter"),
    ("DescribeLoadBalancers", {"Limit": True}, {}, "InvalidParameter"),
    ("DescribeLoadBalancers", {"LoadBalancerIds": "lb-app1"}, {}, "InvalidParameter"),
    ("DescribeLoadBalancers", {"LoadBalancerIds.0": "lb-app1"}, {}, "UnknownParameter"),
    ("DescribeLoadBalancers", {"LoadBalancerType": 2}, {}, "InvalidParameter"),
    ("DescribeLoadBalancers", {"LoadBalancerIds": [1]}, {}, "InvalidParameter"),
    ("DescribeLoadBalancers", {}, {"X-TC-Region": "gz"}, "UnsupportedRegion"),
    ("DescribeLoadBalancers", {}, {"X-TC-Region": ""}, "MissingParameter"),
    ("DescribeLoadBalancers", {}, {"X-TC-Version": "2017-03-12"}, "NoSuchVersion"),
    ("DescribeLoadBalancers", {}, {"Authorization": ""}, "AuthFailure.InvalidAuthorization"),
    ("DescribeForwardLBListeners", {}, {}, "InvalidAction"),
    ("DescribeListeners", {}, {}, "MissingParameter"),
    ("DescribeTaskStatus", {"TaskId": 70001001}, {}, "InvalidParameter"),
    ("DescribeTaskStatus", {"TaskId": "70001001"}, {}, "InvalidParameter.FormatError"),
    ("CreateLoadBalancer", {"LoadBalancerType": "OPEN", "Forward": 0}, {}, "InvalidParameterValue"),
    (
        "RegisterTargets",
        {
            "LoadBalancerId": "lb-app1",
            "ListenerId": "lbl-tcp1",
            "Targets": [{"InstanceId": "ins-a", "Port": "80"}],
        },
        {},
        "InvalidParameter",
    ),
    (
        "ModifyRule",
        {
            "LoadBalancerId": "lb-app1",
            "ListenerId": "lbl-http1",
            "LocationId": "loc-1",
            "HealthCheck": {"UnhealthNum": 3},
        },
        {},
        "UnknownParameter",
    ),
]


@pytest.mark.parametrize(("action", "body", "headers", "code"), REFUSED)
def test_refused_by_3_0(action: str, body: object, headers: dict[str, str], code: str) -> None:
    assert after(Site(), action, body, **headers)["Error"]["Code"] == code


def test_what_neither_side_has() -> None:
    site = Site()
    old = before(site, "DescribeForwardLBListeners", {"loadBalancerId": "lb-none"})
    assert (old["code"], list(old)) == (5000, ["code", "message", "codeDesc"])
    new = after(site, "DescribeListeners", {"LoadBalancerId": "lb-none"})
    assert new["Error"]["Code"] == "InvalidParameter.LBIdNotFound"
    assert old["message"] == new["Error"]["Message"]
    assert before(site, "DescribeForwardLBListeners", {})["code"] == 4000
    assert before(site, "Nothing", {})["code"] == 6100
    assert before(site, "DescribeLoadBalancers", {}, "ap-nowhere")["code"] == 4000
    assert before(site, "DescribeLoadBalancers", {"limit": "many"})["code"] == 4000


def test_regions_are_the_same_by_either_name() -> None:
    for short, full in REGIONS.items():
        sites = Site(), Site()
        before(sites[0], "DescribeLoadBalancers", {}, short)
        before(sites[1], "DescribeLoadBalancers", {}, full)
        assert sites[0].operations == sites[1].operations


@pytest.mark.parametrize("fails", [False, True])
def test_tasks_are_the_same_on_either_side(fails: bool) -> None:
    site, twin = Site(Weather(tasks_fail=fails)), Site(Weather(tasks_fail=fails))
    task = before(site, "DeleteLoadBalancers", {"loadBalancerIds.0": "lb-app2"})["requestId"]
    known = after(twin, "DeleteLoadBalancer", {"LoadBalancerIds": ["lb-app2"]})["RequestId"]
    assert isinstance(task, int)
    for poll in range(POLLS_UNTIL_DONE + 2):
        old = before(site, "DescribeLoadBalancersTaskResult", {"requestId": task})
        new = after(twin, "DescribeTaskStatus", {"TaskId": known})
        assert old["data"]["status"] == new["Status"]
        assert new["Status"] == (2 if poll < POLLS_UNTIL_DONE else int(fails))
    assert site.operations == twin.operations


def test_failures_strike_where_they_should() -> None:
    site = Site(Weather(Failure(2, 4100, "AuthFailure.SignatureFailure")))
    assert [before(site, "DescribeLoadBalancers", {})["code"] for _ in range(3)] == [0, 4100, 0]
    site = Site(Weather(Failure(0, 4100, "AuthFailure.SignatureFailure")))
    assert set(after(site, "DescribeLoadBalancers", {})) == {"Error", "RequestId"}
    named_one = Failure(0, 5000, "ResourceNotFound", operation="DescribeTargets")
    site = Site(Weather(named_one))
    assert "Error" not in after(site, "DescribeListeners", {"LoadBalancerId": "lb-app1"})
    assert "Error" in after(site, "DescribeTargets", {"LoadBalancerId": "lb-app1"})


# The judge's list of codes.


def test_every_code_has_its_place() -> None:
    codes = (*published(), *invented())
    assert len(codes) == len(set(codes))
    assert len(published()) > 90
    ownerless = {code for code in codes if errors().owners(code)[0] == errors().unknown}
    families = ("DryRunOperation", "RequestSizeLimitExceeded", "ResponseSizeLimitExceeded")
    assert ownerless == {*families, *(f"{name}.{INVENTED}" for name in families), INVENTED}
    assert len(errors().names) == 22


@pytest.mark.parametrize(
    ("code", "owners"),
    [
        ("InvalidParameter.LBIdNotFound", (5000,)),
        ("InvalidParameter.MinOrderAllZero", (4000,)),
        ("InvalidParameterValue.Range", (4000,)),
        ("AuthFailure.UnauthorizedOperation", (4101, 4102, 4103)),
        (f"AuthFailure.{INVENTED}", (4110,)),
        ("FailedOperation.InsufficientBalance", (5300,)),
        ("FailedOperation.RateLimitExceeded", (5100,)),
        ("RequestLimitExceeded.IPLimitExceeded", (4400,)),
    ],
)
def test_whose_a_code_is(code: str, owners: tuple[int, ...]) -> None:
    assert errors().owners(code) == (owners, True)


def test_open_codes_are_few() -> None:
    open_codes = {code for code in published() if not errors().owners(code)[1]}
    ownerless = {"DryRunOperation", "RequestSizeLimitExceeded", "ResponseSizeLimitExceeded"}
    families = {code.partition(".")[0] for code in open_codes}
    assert families == {*errors().open, *ownerless}
    assert len(families) <= 8
    assert all(one.every or ":" in one.name for one in scenarios())


def test_the_judge_does_not_know_the_judged() -> None:
    script = (
        "import sys, tests.behaviour.worker, tests.behaviour.running;"
        "sys.exit(any(name.startswith('clb_migrate') for name in sys.modules))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, check=False)
    assert done.returncode == 0


# Small programs, migrated by hand.

HELPER = """
import sys
from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile

def call(client, action, parameters):
    try:
        return client.call_json(action, parameters)["Response"]
    except TencentCloudSDKException as error:
        if error.get_request_id() is None:
            raise
        found = {"Code": error.get_code(), "Message": error.get_message()}
        return {"Error": found, "RequestId": error.get_request_id()}

client = CommonClient(
    "clb", "2018-03-17", credential.Credential("AKIDhand", "key"), "ap-guangzhou",
    ClientProfile(httpProfile=HttpProfile(reqTimeout=90)),
)
"""
LEGACY_HELPER = """
import json, sys
from QcloudApi.qcloudapi import QcloudApi
from QcloudApi.common.api_exception import ApiClientNetworkException

client = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDhand", "secretKey": "key"})

def call(action, parameters):
    return json.loads(client.call(action, parameters))
"""
PAIRS = {
    "codes": (
        """
r = call("DescribeLoadBalancers", {"forward": 1, "limit": "1"})
if r["code"] == 4104:
    sys.exit("no such key")
elif r["code"] in (4100, 5000):
    print("refused", r["code"], r["message"])
elif r["code"] != 0:
    raise RuntimeError("failed with %s" % r["code"])
for one in r.get("loadBalancerSet", []):
    print(one["loadBalancerName"], one["loadBalancerVips"])
""",
        """
r = call(client, "DescribeLoadBalancers", {"Forward": 1, "Limit": 1})
code = r.get("Error", {}).get("Code", "")
if code in ("AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId"):
    sys.exit("no such key")
elif (
    code in ("AuthFailure.SignatureFailure", "AuthFailure.InvalidAuthorization")
    or code == "ResourceNotFound" or code.startswith("ResourceNotFound.")
    or code.startswith((
        "InvalidParameter.LBIdNotFound", "InvalidParameter.ListenerIdNotFound",
        "InvalidParameter.LocationNotFound", "InvalidParameter.SomeRewriteNotFound"))
):
    print("refused", code, r["Error"]["Message"])
elif "Error" in r:
    raise RuntimeError("failed with %s" % code)
for one in r.get("LoadBalancerSet", []):
    print(one["LoadBalancerName"], one["LoadBalancerVips"])
""",
    ),
    "tasks": (
        """
import time
r = call("DeleteLoadBalancers", {"loadBalancerIds": ["lb-app2"]})
if r["code"]:
    sys.exit(3)
while True:
    state = call("DescribeLoadBalancersTaskResult", {"requestId": r["requestId"]})
    if state["data"]["status"] != 2:
        break
    time.sleep(3)
print("task", r["requestId"], "ended with", state["data"]["status"])
""",
        """
import time
r = call(client, "DeleteLoadBalancer", {"LoadBalancerIds": ["lb-app2"]})
if "Error" in r:
    sys.exit(3)
while True:
    state = call(client, "DescribeTaskStatus", {"TaskId": r["RequestId"]})
    if state["Status"] != 2:
        break
    time.sleep(3)
print("task", r["RequestId"], "ended with", state["Status"])
""",
    ),
    "exceptions": (
        """
with open("state.txt", "w") as stream:
    try:
        r = call("DescribeForwardLBListeners", {"loadBalancerId": "lb-app1"})
    except ApiClientNetworkException as error:
        print("offline:", error)
        stream.write("offline")
    else:
        for one in r.get("listenerSet", []):
            stream.write("%s %d\\n" % (one["listenerId"], len(one.get("rules", []))))
""",
        """
with open("state.txt", "w") as stream:
    try:
        r = call(client, "DescribeListeners", {"LoadBalancerId": "lb-app1"})
    except TencentCloudSDKException as error:
        if error.get_code() != "ClientNetworkError":
            raise
        print("offline:", error)
        stream.write("offline")
    else:
        for one in r.get("Listeners", []):
            stream.write("%s %d\\n" % (one["ListenerId"], len(one.get("Rules") or [])))
""",
    ),
}


def _pair(folder: Path, old: str, new: str) -> dict[str, list[str]]:
    for name, text in (("old", LEGACY_HELPER + old), ("new", HELPER + new)):
        (folder / name).mkdir()
        (folder / name / "main.py").write_text(text, "utf-8")
    return compare(Program(folder / "old"), Program(folder / "new"))


@pytest.mark.parametrize("name", PAIRS)
def test_a_right_migration_passes(name: str, tmp_path: Path) -> None:
    assert _pair(tmp_path, *PAIRS[name]) == {}


WRONG = [
    # A condition that leaves a code out, or takes one too many.
    ("codes", ', "AuthFailure.InvalidSecretId"', ",", "AuthFailure.InvalidSecretId"),
    ("codes", '.startswith("ResourceNotFound.")', '.startswith("Resource")', "ResourceInUse"),
    ("codes", 'code == "ResourceNotFound" or ', "", "ResourceNotFound"),
    # A row of the table that is wrong: 4104 for 4105.
    ("codes", '"AuthFailure.SecretIdNotFound", ', '"AuthFailure.TokenFailure", ', "TokenFailure"),
    # What is sent.
    ("codes", '"Limit": 1', '"Limit": "1"', "success"),
    ("codes", '"Forward": 1, ', "", "success"),
    ("codes", '"Limit": 1', '"Limit": 2', "success"),
    ("tasks", '"DescribeTaskStatus"', '"DescribeLoadBalancersTaskResult"', "success"),
    ("tasks", '["lb-app2"]', '["lb-app1"]', "success"),
    # What is read, and what comes of it.
    ("tasks", "sys.exit(3)", "sys.exit(4)", "first:InternalError"),
    ("tasks", 'state["Status"] != 2', 'state["Status"] == 0', "task-fails"),
    ("exceptions", '(one.get("Rules") or [])', '(one.get("Rules", []))', "nulls"),
    ("exceptions", '!= "ClientNetworkError"', '== "ClientNetworkError"', "first:connection"),
    ("exceptions", '!= "ClientNetworkError"', '!= "ServerNetworkError"', "first:status"),
    ("exceptions", 'write("offline")', 'write("off")', "first:connection"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "scenario"), WRONG)
def test_a_wrong_migration_is_caught(
    name: str, right: str, wrong: str, scenario: str, tmp_path: Path
) -> None:
    old, new = PAIRS[name]
    assert new.count(right) == 1
    found = _pair(tmp_path, old, new.replace(right, wrong))
    assert any(scenario in one for one in found), found


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"ap-guangzhou"', '"gz"'),
        ('"ap-guangzhou"', '"ap-shanghai"'),
        ('"AKIDhand"', '"AKIDother"'),
        ('"key"', '"other"'),
        ("reqTimeout=90", "reqTimeout=60"),
        ('"clb", "2018-03-17"', '"clb", "2017-03-12"'),
    ],
)
def test_a_wrong_client_is_caught(right: str, wrong: str, tmp_path: Path) -> None:
    for name, text in (
        ("old", LEGACY_HELPER + PAIRS["codes"][0]),
        ("new", HELPER.replace(right, wrong) + PAIRS["codes"][1]),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.py").write_text(text, "utf-8")
    wanted = [named("success")]
    assert compare(Program(tmp_path / "old"), Program(tmp_path / "new"), wanted)


def test_endless_programs_end(tmp_path: Path) -> None:
    text = LEGACY_HELPER + "while call('DescribeLoadBalancers', {})['code']: pass"
    (tmp_path / "main.py").write_text(text, "utf-8")
    plain, endless = run(Program(tmp_path), [Weather(), failing(0, "InternalError").before[0]])
    assert plain["outcome"] == "ended"
    assert endless["outcome"].startswith("EndlessError")


@pytest.mark.parametrize(
    "text",
    [
        "import urllib.request; urllib.request.urlopen('https://lb.api.qcloud.com/v2/index.php')",
        "import socket; socket.create_connection(('127.0.0.1', 1))",
        "import requests; requests.get('http://127.0.0.1/')",
    ],
)
def test_no_network(text: str, tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text(text, "utf-8")
    assert run(Program(tmp_path), [Weather()])[0]["outcome"].startswith("LoudError")


def test_runs_do_not_know_of_each_other(tmp_path: Path) -> None:
    text = """
import logging, os, pathlib, sys, warnings
import side
side.seen.append(1)
logging.basicConfig(level=10, format="%(message)s")
logging.info("hello")
warnings.simplefilter("error")
os.environ["A"] = os.environ.get("A", "") + "x"
sys.path.append("/nowhere")
place = pathlib.Path("left.txt")
print(len(side.seen), os.environ["A"], "/nowhere" in sys.path[:-1], place.exists(), sys.argv)
place.write_text("here")
"""
    (tmp_path / "main.py").write_text(text, "utf-8")
    (tmp_path / "side.py").write_text("seen = []", "utf-8")
    records = run(Program(tmp_path, arguments=["1"]), [Weather()] * 3)
    assert records[0] == records[1] == records[2]
    assert records[0]["stdout"] == "1 x False False ['main.py', '1']\n"
    assert records[0]["stderr"] == "hello\n"
    assert records[0]["files"] == {"left.txt": "here"}


# What may differ, and how little that is.


def _record(stdout: str = "", **others: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {"outcome": "ended", "exit": 0, "exception": None}
    plain |= {"stdout": stdout, "stderr": "", "files": {}, "operations": [], "codes": []}
    return plain | others


CODES = ([["4100", "AuthFailure"]], [["AuthFailure.SignatureFailure"]])


@pytest.mark.parametrize(
    ("old", "new", "equal"),
    [
        ("code 4100.", "code AuthFailure.SignatureFailure.", True),
        ("{'code': 4100}", "{'code': 'AuthFailure.SignatureFailure'}", True),
        ("AuthFailure!", "AuthFailure.SignatureFailure!", True),
        ("code 4100", "code AuthFailure.TokenFailure", False),
        ("code 4100", "code ", False),
        ("code 41000", "code AuthFailure.SignatureFailure0", False),
        ("port 4101", "port AuthFailure.SignatureFailure", False),
        ("code 0", "code ", False),
        ("task 70001003", "task 7e4d1c00-0000-4000-8000-000000000003", True),
        ("task 70001003", "task 7e4d1c00-0000-4000-8000-000000000004", False),
        ("'loadBalancerSet'", "'LoadBalancerSet'", True),
        ("one 'loadBalancerSet'", "one 'LoadBalancerSet'", False),
        ("2 found", "3 found", False),
    ],
)
def test_texts_may_differ_in_codes_alone(old: str, new: str, equal: bool) -> None:
    found = differences(_record(old, codes=CODES[0]), _record(new, codes=CODES[1]))
    assert (found == []) is equal


@pytest.mark.parametrize(
    ("old", "new", "equal"),
    [
        ("code 0, Success", "code , ", True),
        ("code 0", "code ''", True),
        ("code 0", "code 1", False),
        ("10 of 0", "1 of ", False),
        ("code 0 of 0", "code  of 0", True),
    ],
)
def test_a_success_may_be_shown_if_told(old: str, new: str, equal: bool) -> None:
    assert (differences(_record(old), _record(new), shows_success=True) == []) is equal
    assert differences(_record(old), _record(new))


def test_both_forms_are_numbered_alike() -> None:
    assert modern.request_id(3).endswith("000000000003")
    site = Site()
    answer = before(site, "DeleteLoadBalancers", {"loadBalancerIds.0": "lb-app2"})
    assert answer["requestId"] == legacy.FIRST_REQUEST + 1
    weather = Weather(Failure(1, network=CONNECTION))
    with pytest.raises(ConnectionResetError):
        before(Site(weather), "DescribeLoadBalancers", {})
    down = Site(Weather(Failure(1, network=STATUS)))
    assert (
        down.legacy("lb.api.qcloud.com", "Action=DescribeLoadBalancers&Region=gz", 1).status == 500
    )
