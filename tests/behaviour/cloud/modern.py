"""API 3.0's form: JSON that has to fit exactly, and answers below `Response`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.behaviour.cloud.model import (
    REGIONS,
    Balancer,
    Listener,
    RefusedError,
    Rule,
    Target,
    healthy,
    instance,
)
from tests.behaviour.cloud.shapes import REQUIRED, flaw, shape

Answer = dict[str, Any]

VERSION = "2018-03-17"
_REQUEST_ID = "7e4d1c00-0000-4000-8000-{:012d}"
_CREDENTIAL = re.compile(
    r"TC3-HMAC-SHA256 Credential=(?P<id>[^/]*)/\d{4}-\d\d-\d\d/(?P<service>\w+)/tc3_request, "
    r"SignedHeaders=content-type;host, Signature=[0-9a-f]{64}"
)


def request_id(number: int) -> str:
    """What the answer to that request is known by, and its task."""
    return _REQUEST_ID.format(number)


def refused(code: str, message: str) -> RefusedError:
    """What only this side can complain of: 4000 is what it would have been."""
    return RefusedError(4000, code, message)


def credential_of(headers: Mapping[str, str]) -> tuple[str, str]:
    """The id and the token that a request is signed with."""
    match = _CREDENTIAL.fullmatch(headers.get("Authorization", ""))
    if match is None or not headers.get("X-TC-Timestamp", "").isdigit():
        raise refused("AuthFailure.InvalidAuthorization", "the request is not signed")
    if match["service"] != "clb":
        raise refused("AuthFailure.SignatureFailure", "it is signed for another product")
    return match["id"], headers.get("X-TC-Token", "")


def region_of(headers: Mapping[str, str]) -> str:
    """The region, which has to bear its long name."""
    region = headers.get("X-TC-Region", "")
    if not region:
        raise refused("MissingParameter", "region is missing")
    if region not in REGIONS.values():
        raise refused("UnsupportedRegion", f"there is no region {region}")
    return region


def arguments_of(action: str, body: Any) -> dict[str, Any]:
    """What the request asks for, in the words of an operation."""
    if shape(f"{action}Request") is None:
        raise RefusedError(6100, "InvalidAction", f"there is no {action.lower()}")
    found = flaw(f"{action}Request", body)
    if found:
        raise refused(found[0], f"{found[1]} is not as it should be")
    for name in REQUIRED.get(action, ()):
        if body.get(name) in (None, "", [], {}):
            raise refused("MissingParameter", f"{name.lower()} is missing")
    arguments = dict(body)
    if action == "CreateLoadBalancer" and arguments.setdefault("Forward", 1) != 1:
        raise refused("InvalidParameterValue", "forward is not understood")
    if "TaskId" in arguments:
        arguments["TaskId"] = _task_of(arguments["TaskId"])
    return arguments


def _task_of(text: str) -> int:
    number = text.rpartition("-")[2]
    if not number.isdigit() or request_id(int(number)) != text:
        raise refused("InvalidParameter.FormatError", "taskid is not understood")
    return int(number)


# Answers.


def refusal(code: str, message: str, number: int) -> Answer:
    """The answer to a request that failed."""
    error = {"Code": code, "Message": message}
    return {"Response": {"Error": error, "RequestId": request_id(number)}}


def answer(action: str, result: Any, number: int, nulls: bool) -> Answer:
    """The answer to a request that went well."""
    fields = _FIELDS[action](result, nulls) if action in _FIELDS else {}
    return {"Response": {**fields, "RequestId": request_id(number)}}


def _task(result: Any, nulls: bool) -> Answer:
    status, task = result
    message = "it did not work out" if status == 1 else ""
    if nulls:
        return {"Status": status, "LoadBalancerIds": None, "Message": None}
    return {"Status": status, "LoadBalancerIds": list(task.balancers), "Message": message}


def _balancers(result: Any, nulls: bool) -> Answer:
    total, found = result
    return {"TotalCount": total, "LoadBalancerSet": [_balancer(one, nulls) for one in found]}


def _balancer(one: Balancer, nulls: bool) -> Answer:
    return {
        "LoadBalancerId": one.ident,
        "LoadBalancerName": one.name,
        "LoadBalancerType": one.kind,
        "Forward": one.forward,
        "Domain": one.domain,
        "LoadBalancerVips": [one.vip],
        "Status": 1,
        "CreateTime": one.created,
        "StatusTime": one.created,
        "ProjectId": one.project,
        "VpcId": "vpc-1",
        "NumericalVpcId": one.vpc,
        "SubnetId": f"subnet-{one.subnet}",
        "OpenBgp": 0,
        "Snat": False,
        "Isolation": 0,
        "Log": None if nulls else "",
        "AddressIPVersion": "ipv4",
        "Tags": [],
        "Zones": None if nulls else ["ap-guangzhou-3"],
        "ChargeType": None if nulls else "POSTPAID_BY_HOUR",
    }


def _certificates(result: Any, nulls: bool) -> Answer:
    rows = [
        {"CertId": cert, "LoadBalancers": [_balancer(one, nulls) for one in balancers]}
        for cert, balancers in result
    ]
    return {"CertSet": rows}


def _classic_listeners(result: list[Listener], nulls: bool) -> Answer:
    del nulls
    rows = [
        {
            "ListenerId": one.ident,
            "ListenerPort": one.port,
            "InstancePort": one.instance_port,
            "ListenerName": one.name,
            "Protocol": one.protocol,
            "SessionExpire": one.session,
            "HealthSwitch": one.health.get("HealthSwitch", 0),
            "TimeOut": one.health.get("TimeOut", 0),
            "IntervalTime": one.health.get("IntervalTime", 0),
            "HealthNum": one.health.get("HealthNum", 0),
            # The one place where API 3.0 spells it so.
            "UnhealthNum": one.health.get("UnHealthNum", 0),
            "HttpHash": one.scheduler.lower(),
            "HttpCode": one.health.get("HttpCode", 0),
            "HttpCheckPath": one.health.get("HttpCheckPath", ""),
            "SSLMode": one.certificate.get("SSLMode", ""),
            "CertId": one.certificate.get("CertId", ""),
            "CertCaId": one.certificate.get("CertCaId", ""),
            "Status": 1,
        }
        for one in result
    ]
    return {"Listeners": rows}


def _classic_targets(result: list[Target], nulls: bool) -> Answer:
    del nulls
    rows = []
    for target in result:
        server = instance(target.instance)
        rows.append(
            {
                "Type": "CVM",
                "InstanceId": server.ident,
                "Weight": target.weight,
                "PublicIpAddresses": [server.public] if server.public else [],
                "PrivateIpAddresses": [server.private],
                "InstanceName": server.name,
                "RunFlag": 2,
            }
        )
    return {"Targets": rows}


def _classic_health(result: list[tuple[Listener, Target]], nulls: bool) -> Answer:
    del nulls
    rows = [
        {
            "IP": instance(target.instance).private,
            "Port": listener.instance_port,
            "ListenerPort": listener.port,
            "Protocol": listener.protocol,
            "HealthStatus": int(healthy(target)),
        }
        for listener, target in result
    ]
    return {"HealthList": rows}


def _by_instances(result: list[tuple[str, str]], nulls: bool) -> Answer:
    del nulls
    servers = dict.fromkeys(server for _, server in result)
    rows = [
        {"InstanceId": one, "LoadBalancerIds": [ident for ident, server in result if server == one]}
        for one in servers
    ]
    return {"LoadBalancerInfoList": rows}


def _listeners(result: list[Listener], nulls: bool) -> Answer:
    rows = [_listener(one, nulls) for one in result]
    return {"Listeners": rows, "TotalCount": len(rows)}


def _listener(one: Listener, nulls: bool) -> Answer:
    empty = None if nulls else {"SSLMode": "", "CertId": "", "CertCaId": ""}
    return {
        "ListenerId": one.ident,
        "Protocol": one.protocol,
        "Port": one.port,
        "ListenerName": one.name,
        "Certificate": dict(one.certificate) or empty,
        "HealthCheck": dict(one.health) or (None if nulls else {"HealthSwitch": 0}),
        "Scheduler": None if nulls and one.seventh else one.scheduler,
        "SessionExpireTime": None if nulls and one.seventh else one.session,
        "SniSwitch": 0,
        "Rules": [_rule(rule, nulls) for rule in one.rules] or (None if nulls else []),
        "CreateTime": "2019-01-01 10:00:00",
        "EndPort": 0,
        "TargetType": "NODE",
        "TargetGroup": None,
    }


def _rule(one: Rule, nulls: bool) -> Answer:
    health = dict(one.health)
    if nulls:
        health |= {"HttpCode": None, "HttpCheckPath": None}
    return {
        "LocationId": one.ident,
        "Domain": one.domain,
        "Url": one.url,
        "SessionExpireTime": one.session,
        "HealthCheck": health,
        "Certificate": None,
        "Scheduler": one.scheduler,
        "DefaultServer": False,
        "HttpGzip": True,
        "BeAutoCreated": False,
    }


def _targets(result: list[Listener], nulls: bool) -> Answer:
    rows = [
        {
            "ListenerId": one.ident,
            "Protocol": one.protocol,
            "Port": one.port,
            "Rules": [
                {
                    "LocationId": rule.ident,
                    "Domain": rule.domain,
                    "Url": rule.url,
                    "Targets": [_target(target, nulls) for target in rule.targets],
                }
                for rule in one.rules
            ],
            "Targets": [_target(target, nulls) for target in one.targets],
        }
        for one in result
    ]
    return {"Listeners": rows}


def _target(target: Target, nulls: bool) -> Answer:
    server = instance(target.instance)
    public = [server.public] if server.public else []
    return {
        "Type": "CVM",
        "InstanceId": server.ident,
        "Port": target.port,
        "Weight": target.weight,
        "PublicIpAddresses": None if nulls else public,
        "PrivateIpAddresses": [server.private],
        "InstanceName": None if nulls else server.name,
        "RegisteredTime": "2019-01-02 10:00:00",
        "EniId": None if nulls else "",
    }


def _health(result: list[Balancer], nulls: bool) -> Answer:
    return {
        "LoadBalancers": [
            {
                "LoadBalancerId": one.ident,
                "LoadBalancerName": one.name,
                "Listeners": [_listener_health(entry, nulls) for entry in one.listeners],
            }
            for one in result
        ]
    }


def _listener_health(one: Listener, nulls: bool) -> Answer:
    places: list[tuple[str, str | None, str | None, list[Target]]]
    empty = None if nulls else ""
    places = [("", empty, empty, one.targets)]
    if one.seventh:
        places = [(rule.ident, rule.domain, rule.url, rule.targets) for rule in one.rules]
    return {
        "ListenerId": one.ident,
        "ListenerName": one.name,
        "Protocol": one.protocol,
        "Port": one.port,
        "Rules": [
            {
                "LocationId": ident,
                "Domain": domain,
                "Url": url,
                "Targets": [
                    {
                        "IP": instance(target.instance).private,
                        "Port": target.port,
                        "HealthStatus": healthy(target),
                        "TargetId": target.instance,
                        "HealthStatusDetail": "Alive" if healthy(target) else "Dead",
                    }
                    for target in targets
                ],
            }
            for ident, domain, url, targets in places
        ],
    }


def _rewrites(result: Any, nulls: bool) -> Answer:
    rows = [
        {
            **_rule(rule, nulls),
            "ListenerId": rewrite.source_listener,
            "RewriteTarget": {
                "TargetListenerId": rewrite.target_listener,
                "TargetLocationId": rewrite.target,
            },
            "BeAutoCreated": rewrite.automatic,
        }
        for rewrite, rule in result
    ]
    return {"RewriteSet": rows}


_FIELDS: Mapping[str, Callable[[Any, bool], Answer]] = {
    "DescribeTaskStatus": _task,
    "CreateLoadBalancer": lambda result, nulls: {
        "LoadBalancerIds": result,
        "DealName": None if nulls else "9001",
    },
    "InquiryPriceCreateLoadBalancer": lambda result, _: {
        "Price": {
            "InstancePrice": {
                "UnitPrice": result,
                "OriginalPrice": result,
                "DiscountPrice": result,
            }
        }
    },
    "DescribeLoadBalancers": _balancers,
    "DescribeLoadBalancerListByCertId": _certificates,
    "DescribeClassicalLBListeners": _classic_listeners,
    "CreateListener": lambda result, _: {"ListenerIds": result},
    "CreateRule": lambda result, _: {"LocationIds": result},
    "DescribeClassicalLBTargets": _classic_targets,
    "DescribeClassicalLBHealthStatus": _classic_health,
    "DescribeClassicalLBByInstanceId": _by_instances,
    "DescribeListeners": _listeners,
    "DescribeTargets": _targets,
    "DescribeTargetHealth": _health,
    "DescribeRewrite": _rewrites,
}
