"""API 2.0's form: flat keys that say what is wanted, and answers with a numeric `code`.

It is as easy-going as API 2.0 was: numbers may come as text, unknown parameters do not matter,
lists may start at any number, regions have short names or long ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.behaviour.cloud.errors import errors
from tests.behaviour.cloud.model import (
    REGIONS,
    Balancer,
    Listener,
    RefusedError,
    Rule,
    Target,
    healthy,
    instance,
    malformed,
    missing,
)

Form = Mapping[str, str]
Answer = dict[str, Any]

FIRST_REQUEST = 70001000
"""The `requestId` of the first request, less one."""

PROTOCOLS = {1: "HTTP", 2: "TCP", 3: "UDP", 4: "HTTPS"}
KINDS = {2: "OPEN", 3: "INTERNAL"}
ORDERS = {
    "loadBalancerName": "LoadBalancerName",
    "createTime": "CreateTime",
    "domain": "Domain",
    "loadBalancerType": "LoadBalancerType",
}


def _one_of(values: Mapping[Any, Any], read: Callable[[str], Any]) -> Callable[[str], Any]:
    def convert(text: str) -> Any:
        return values[read(text)]

    return convert


_TYPES: Mapping[str, Callable[[str], Any]] = {
    "int": int,
    "str": str,
    "kind": _one_of(KINDS, int),
    "protocol": _one_of(PROTOCOLS, int),
    # Without a word on it API 3.0 answers all; -1 says so in API 2.0.
    "forward": _one_of({0: 0, 1: 1, -1: None}, int),
    "with": _one_of({0: 0, 1: 1, 2: -1}, int),
    "order": _one_of(ORDERS, str),
    "charge": _one_of({"POSTPAID_BY_HOUR": "POSTPAID", "PREPAID": "PREPAID"}, str),
    "scheduler": _one_of(
        {"wrr": "WRR", "least_conn": "LEAST_CONN", "ip_hash": "IP_HASH"}, str.lower
    ),
    "mode": _one_of({"unidirectional": "UNIDIRECTIONAL", "mutual": "MUTUAL"}, str.lower),
    "task": lambda text: int(text) - FIRST_REQUEST,
}

# What several actions have in common.
_SHARED = {
    "health": (
        "healthSwitch: int = HealthSwitch",
        "timeOut: int = TimeOut",
        "intervalTime: int = IntervalTime",
        "healthNum: int = HealthNum",
        "unhealthNum: int = UnHealthNum",
        "httpCode: int = HttpCode",
        "httpCheckPath: str = HttpCheckPath",
        "httpCheckMethod: str = HttpCheckMethod",
        "httpCheckDomain: str = HttpCheckDomain",
    ),
    "certificate": (
        "SSLMode: mode = SSLMode",
        "certId: str = CertId",
        "certCaId: str = CertCaId",
        "certCaContent: str = CertCaContent",
        "certCaName: str = CertCaName",
        "certContent: str = CertContent",
        "certKey: str = CertKey",
        "certName: str = CertName",
    ),
    "place": (
        "locationIds[]: str = LocationIds[]",
        "domain: str = Domain",
        "url: str = Url",
    ),
    "targets": (
        "backends[].instanceId: str = Targets[].InstanceId",
        "backends[].eniIp: str = Targets[].EniIp",
        "backends[].port!: int = Targets[].Port",
        "backends[].weight: int = Targets[].Weight",
    ),
}


@dataclass(frozen=True)
class Parameter:
    """A legacy key and the place its value has among the arguments."""

    keys: re.Pattern[str]
    key: str
    needed: bool
    convert: Callable[[str], Any]
    path: str


@dataclass(frozen=True)
class Action:
    """An action of API 2.0."""

    name: str
    operation: str
    parameters: tuple[Parameter, ...]
    defaults: Mapping[str, Any] = field(default_factory=dict)


def _rows(text: str) -> Iterable[str]:
    shared = re.fullmatch(r"(?:(\S+)\.)?<(\w+)>(?: = (\S+))?", text)
    if shared is None:
        return (text,)
    before, name, after = shared.groups()
    return (_inside(row, before, after) for row in _SHARED[name])


def _inside(row: str, before: str | None, after: str | None) -> str:
    """The row for a parameter that stands below others."""
    key, _, path = row.partition(" = ")
    return f"{before + '.' if before else ''}{key} = {after + '.' if after else ''}{path}"


def _parameter(row: str) -> Parameter:
    left, _, path = row.partition(" = ")
    key, _, kind = left.partition(": ")
    needed, key = key.endswith("!"), key.removesuffix("!")
    pattern = re.escape(key).replace(re.escape("[]"), r"\.(\d+)")
    return Parameter(re.compile(pattern), key, needed, _TYPES[kind], path)


@cache
def actions() -> Mapping[str, Action]:
    """Every action of API 2.0 that the cloud knows."""
    data = tomllib.loads((Path(__file__).parent / "actions.toml").read_text("utf-8"))
    return {
        name: Action(
            name,
            entry["operation"],
            tuple(_parameter(row) for text in entry.get("parameters", ()) for row in _rows(text)),
            entry.get("defaults", {}),
        )
        for name, entry in data.items()
    }


def region_of(form: Form) -> str:
    """The region's long name; refused if there is none of that name."""
    wanted = form.get("Region", "")
    if wanted in REGIONS:
        return REGIONS[wanted]
    if wanted in REGIONS.values():
        return wanted
    raise malformed("Region") if wanted else missing("Region")


def arguments_of(action: Action, form: Form) -> tuple[dict[str, Any], RefusedError | None]:
    """What the request asks for, in the words of an operation, and what is wrong with it."""
    arguments: dict[str, Any] = {}
    problem: RefusedError | None = None
    given = set()
    lists: dict[str, list[int]] = {}
    found: list[tuple[Parameter, list[int], str]] = []
    for parameter in action.parameters:
        for key, text in form.items():
            match = parameter.keys.fullmatch(key)
            if match is None:
                continue
            given.add(parameter.path)
            places = [int(number) for number in match.groups()]
            if places:
                entries = lists.setdefault(parameter.key.partition("[]")[0], [])
                if places[0] not in entries:
                    entries.append(places[0])
            found.append((parameter, places, text))
    for parameter, places, text in found:
        try:
            value = parameter.convert(text)
        except (KeyError, ValueError):
            problem = problem or malformed(parameter.key)
            continue
        if places:
            order = sorted(lists[parameter.key.partition("[]")[0]])
            _put(arguments, parameter.path, order.index(places[0]), value)
        else:
            _put(arguments, parameter.path, 0, value)
    for parameter in action.parameters:
        if parameter.needed and parameter.path not in given:
            problem = problem or missing(parameter.key)
    for name, value in action.defaults.items():
        arguments.setdefault(name, value)
    if "Groups" in arguments:
        arguments = _grouped(arguments)
    if len(arguments.get("LoadBalancerIds", ())) == 1 and action.name == "DescribeRewrite":
        arguments["LoadBalancerId"] = arguments.pop("LoadBalancerIds")[0]
    if len(arguments.get("LocationIds", ())) == 1 and "Targets" in arguments:
        arguments["LocationId"] = arguments.pop("LocationIds")[0]
    ports = {target.get("NewPort") for target in arguments.get("Targets", ())}
    if len(ports) == 1 and None not in ports:
        for target in arguments["Targets"]:
            del target["NewPort"]
        arguments["NewPort"] = ports.pop()
    return {key: value for key, value in arguments.items() if value is not None}, problem


def _put(arguments: dict[str, Any], path: str, place: int, value: Any) -> None:
    *above, last = path.split(".")
    here = arguments
    for name in above:
        if name.endswith("[]"):
            entries = here.setdefault(name[:-2], [])
            while len(entries) <= place:
                entries.append({})
            here = entries[place]
        else:
            here = here.setdefault(name, {})
    if last.endswith("[]"):
        here.setdefault(last[:-2], []).append(value)
    else:
        here[last] = value


def _grouped(arguments: dict[str, Any]) -> dict[str, Any]:
    """Listeners that differ in port and name alone are one request of API 3.0."""
    groups: list[dict[str, Any]] = []
    for one in arguments["Groups"]:
        port, name = one.pop("Ports", None), one.pop("ListenerNames", None)
        for group in groups:
            rest = {key: value for key, value in group.items() if key not in _PER_PORT}
            if rest == one and ("ListenerNames" in group) == (name is not None):
                break
        else:
            group = {**one, "Ports": []}
            if name is not None:
                group["ListenerNames"] = []
            groups.append(group)
        group["Ports"].append(port)
        if name is not None:
            group["ListenerNames"].append(name)
    rest = {key: value for key, value in arguments.items() if key != "Groups"}
    return {**rest, **groups[0]} if len(groups) == 1 else {**rest, "Groups": groups}


_PER_PORT = ("Ports", "ListenerNames")


# Answers.


def refusal(code: int, message: str) -> Answer:
    """The answer to a request that failed: it has no fields of its own."""
    return {"code": code, "message": message, "codeDesc": errors().name(code)}


def answer(action: Action, result: Any, number: int, nulls: bool) -> Answer:
    """The answer to a request that went well."""
    fields = _FIELDS.get(action.name, _nothing)(result, nulls)
    if action.name in _WITH_TASKS:
        fields = {"requestId": FIRST_REQUEST + number, **fields}
    return {"code": 0, "message": "", "codeDesc": "Success", **fields}


def _nothing(result: Any, nulls: bool) -> Answer:
    del result, nulls
    return {}


_WITH_TASKS = frozenset(
    {
        "CreateLoadBalancer",
        "DeleteLoadBalancers",
        "ModifyLoadBalancerAttributes",
        "CreateLoadBalancerListeners",
        "DeleteLoadBalancerListeners",
        "ModifyLoadBalancerListener",
        "RegisterInstancesWithLoadBalancer",
        "ModifyLoadBalancerBackends",
        "DeregisterInstancesFromLoadBalancer",
        "CreateForwardLBFourthLayerListeners",
        "CreateForwardLBSeventhLayerListeners",
        "ModifyForwardLBFourthListener",
        "ModifyForwardLBSeventhListener",
        "DeleteForwardLBListener",
        "CreateForwardLBListenerRules",
        "ModifyForwardLBRulesDomain",
        "ModifyLoadBalancerRulesProbe",
        "DeleteForwardLBListenerRules",
        "RegisterInstancesWithForwardLBFourthListener",
        "RegisterInstancesWithForwardLBSeventhListener",
        "ModifyForwardFourthBackendsWeight",
        "ModifyForwardSeventhBackends",
        "ModifyForwardFourthBackendsPort",
        "ModifyForwardSeventhBackendsPort",
        "DeregisterInstancesFromForwardLBFourthListener",
        "DeregisterInstancesFromForwardLB",
        "ManualRewrite",
        "DeleteRewrite",
        "AutoRewrite",
    }
)

_NUMBERS = {name: number for number, name in PROTOCOLS.items()}


def _task(result: Any, nulls: bool) -> Answer:
    del nulls
    return {"data": {"status": result[0]}}


def _made(result: list[str], nulls: bool) -> Answer:
    del nulls
    return {"unLoadBalancerIds": {"9001": result}, "dealIds": ["9001"]}


def _balancers(result: Any, nulls: bool) -> Answer:
    total, found = result
    return {"totalCount": total, "loadBalancerSet": [_balancer(one, nulls) for one in found]}


def _balancer(one: Balancer, nulls: bool) -> Answer:
    row = {
        "loadBalancerId": one.ident,
        "unLoadBalancerId": one.ident,
        "loadBalancerName": one.name,
        "loadBalancerType": next(key for key, kind in KINDS.items() if kind == one.kind),
        "forward": one.forward,
        "domain": one.domain,
        "loadBalancerVips": [one.vip],
        "status": 1,
        "createTime": one.created,
        "statusTime": one.created,
        "projectId": one.project,
        "vpcId": one.vpc,
        "uniqVpcId": "vpc-1",
        "subnetId": one.subnet,
        "openBgp": 0,
        "snat": False,
        "isolation": 0,
        "log": "",
    }
    if nulls:
        del row["log"]
    return row


def _certificates(result: Any, nulls: bool) -> Answer:
    del nulls
    return {
        "certSet": {
            cert: [
                {
                    "loadBalancerId": one.ident,
                    "LBName": one.name,
                    "region": one.region,
                    "listener": [entry.ident for entry in one.listeners if entry.certificate],
                }
                for one in balancers
            ]
            for cert, balancers in result
        }
    }


def _classic_listeners(result: list[Listener], nulls: bool) -> Answer:
    del nulls
    rows = [
        {
            "listenerId": one.ident,
            "unListenerId": one.ident,
            "loadBalancerPort": one.port,
            "instancePort": one.instance_port,
            "listenerName": one.name,
            "protocol": _NUMBERS[one.protocol],
            "sessionExpire": one.session,
            "httpHash": one.scheduler.lower(),
            "scheduler": one.scheduler.lower(),
            **_health(one.health),
            "SSLMode": one.certificate.get("SSLMode", "").lower(),
            "certId": one.certificate.get("CertId", ""),
            "certCaId": one.certificate.get("CertCaId", ""),
            "status": 1,
        }
        for one in result
    ]
    return {"totalCount": len(rows), "listenerSet": rows}


def _health(health: Mapping[str, Any]) -> Answer:
    return {
        "healthSwitch": health.get("HealthSwitch", 0),
        "timeOut": health.get("TimeOut", 0),
        "intervalTime": health.get("IntervalTime", 0),
        "healthNum": health.get("HealthNum", 0),
        "unhealthNum": health.get("UnHealthNum", 0),
        "httpCode": health.get("HttpCode", 0),
        "httpCheckPath": health.get("HttpCheckPath", ""),
    }


def _classic_targets(result: list[Target], nulls: bool) -> Answer:
    del nulls
    rows = []
    for target in result:
        server = instance(target.instance)
        rows.append(
            {
                "instanceId": f"qcvm-{server.ident}",
                "unInstanceId": server.ident,
                "weight": target.weight,
                "instanceName": server.name,
                "lanIp": server.private,
                "wanIpSet": [server.public] if server.public else [],
                "instanceStatus": 2,
            }
        )
    return {"totalCount": len(rows), "backendSet": rows}


def _classic_health(result: list[tuple[Listener, Target]], nulls: bool) -> Answer:
    del nulls
    rows = [
        {
            "ip": instance(target.instance).private,
            "protocol": listener.protocol,
            "port": listener.instance_port,
            "vport": listener.port,
            "healthStatus": int(healthy(target)),
        }
        for listener, target in result
    ]
    return {"data": rows}


def _by_instances(result: list[tuple[str, str]], nulls: bool) -> Answer:
    del nulls
    rows = [{"unLoadBalancerId": ident, "unInstanceId": server} for ident, server in result]
    return {"totalCount": len(rows), "loadBalancerSet": rows}


def _listeners(result: list[Listener], nulls: bool) -> Answer:
    return {"listenerSet": [_listener(one, nulls) for one in result]}


def _listener(one: Listener, nulls: bool) -> Answer:
    row: Answer = {
        "listenerId": one.ident,
        "protocol": _NUMBERS[one.protocol],
        "protocolType": one.protocol.lower(),
        "loadBalancerPort": one.port,
        "listenerName": one.name,
        "SSLMode": one.certificate.get("SSLMode", "").lower(),
        "certId": one.certificate.get("CertId", ""),
        "certCaId": one.certificate.get("CertCaId", ""),
        "scheduler": one.scheduler.lower(),
        "rules": [_rule(rule, nulls) for rule in one.rules],
    }
    if nulls and not one.certificate:
        for name in ("SSLMode", "certId", "certCaId"):
            del row[name]
    if nulls and one.seventh:
        del row["scheduler"]
    return row


def _rule(one: Rule, nulls: bool) -> Answer:
    health = _health(one.health)
    if nulls:
        del health["httpCode"], health["httpCheckPath"]
    return {
        "locationId": one.ident,
        "domain": one.domain,
        "url": one.url,
        "sessionExpire": one.session,
        **health,
        "httpHash": one.scheduler.lower(),
    }


def _backends(result: list[Listener], nulls: bool) -> Answer:
    rows = []
    for one in result:
        row: Answer = {
            "listenerId": one.ident,
            "protocol": _NUMBERS[one.protocol],
            "protocolType": one.protocol.lower(),
            "loadBalancerPort": one.port,
            "rules": [
                {
                    "locationId": rule.ident,
                    "domain": rule.domain,
                    "url": rule.url,
                    "backends": [_backend(target, nulls) for target in rule.targets],
                }
                for rule in one.rules
            ],
            "backends": [_backend(target, nulls) for target in one.targets],
        }
        rows.append(row)
    return {"data": rows}


def _backend(target: Target, nulls: bool) -> Answer:
    server = instance(target.instance)
    row: Answer = {
        "lanIp": server.private,
        "wanIpSet": [server.public] if server.public else [],
        "port": target.port,
        "weight": target.weight,
        "instanceStatus": 2,
        "unInstanceId": server.ident,
        "instanceName": server.name,
        "addTimestamp": "2019-01-02 10:00:00",
        "uniqEniId": "",
        "targetType": "CVM",
    }
    if nulls:
        row["wanIpSet"] = []
        del row["instanceName"], row["uniqEniId"]
    return row


def _health_status(result: list[Balancer], nulls: bool) -> Answer:
    return {
        "data": [
            {
                "loadBalancerName": one.name,
                "loadBalancerId": one.ident,
                "unLoadBalancerId": one.ident,
                "listener": [_listener_health(entry, nulls) for entry in one.listeners],
            }
            for one in result
        ]
    }


def _listener_health(one: Listener, nulls: bool) -> Answer:
    places = [(rule.ident, rule.domain, rule.url, rule.targets) for rule in one.rules]
    # A listener without rules has its servers below one that has no domain.
    places = places if one.seventh else [("", "", "", one.targets)]
    rules = []
    for ident, domain, url, targets in places:
        row: Answer = {"locationId": ident, "domain": domain, "url": url}
        if nulls and not domain:
            del row["domain"], row["url"]
        row["backends"] = [
            {
                "ip": instance(target.instance).private,
                "port": target.port,
                "healthStatus": int(healthy(target)),
            }
            for target in targets
        ]
        rules.append(row)
    return {
        "listenerId": one.ident,
        "listenerName": one.name,
        "protocol": _NUMBERS[one.protocol],
        "loadBalancerPort": one.port,
        "rules": rules,
    }


def _rewrites(result: Any, nulls: bool) -> Answer:
    del nulls
    rows = [
        {
            "uListenerId": rewrite.source_listener,
            "uLocationId": rewrite.source,
            "targetuListenerId": rewrite.target_listener,
            "targetuLocationId": rewrite.target,
            "domain": rule.domain,
            "url": rule.url,
            "httpGzip": True,
            "httpHash": rule.scheduler.lower(),
            "keep_time": rule.session,
            "bAutoCreated": int(rewrite.automatic),
            "health": {"switch": rule.health.get("HealthSwitch", 0)},
        }
        for rewrite, rule in result
    ]
    return {"data": {"RewriteSet": rows}}


_FIELDS: Mapping[str, Callable[[Any, bool], Answer]] = {
    "DescribeLoadBalancersTaskResult": _task,
    "CreateLoadBalancer": _made,
    "CloneLB": lambda result, _: {"cloneLBId": result[0]},
    "InquiryLBPrice": lambda result, _: {"price": int(result * 100)},
    "InquiryLBPriceAll": lambda result, _: {
        "price": {"lbIdPrice": {"originalPrice": result, "discountPrice": result}}
    },
    "DescribeLoadBalancers": _balancers,
    "GetCertListWithLoadBalancer": _certificates,
    "DescribeLoadBalancerListeners": _classic_listeners,
    "CreateLoadBalancerListeners": lambda result, _: {"listenerIds": result},
    "DescribeLoadBalancerBackends": _classic_targets,
    "DescribeLBHealthStatus": _classic_health,
    "DescribeLoadBalancersByInstances": _by_instances,
    "DescribeForwardLBListeners": _listeners,
    "CreateForwardLBFourthLayerListeners": lambda result, _: {"listenerIds": result},
    "CreateForwardLBSeventhLayerListeners": lambda result, _: {"listenerIds": result},
    "DescribeForwardLBBackends": _backends,
    "DescribeForwardLBHealthStatus": _health_status,
    "DescribeRewrite": _rewrites,
}
