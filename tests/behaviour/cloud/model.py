"""What there is in the cloud, and what a request does to it: no API's form of it.

An operation bears the name and the arguments that API 3.0 has for it, since those can say
everything the older ones can. Everything is deterministic: ids are counted, times stand still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

POLLS_UNTIL_DONE = 2
"""So many questions after a task find it running."""

REGIONS: Mapping[str, str] = {
    "gz": "ap-guangzhou",
    "sh": "ap-shanghai",
    "bj": "ap-beijing",
    "cd": "ap-chengdu",
    "cq": "ap-chongqing",
    "hk": "ap-hongkong",
    "sg": "ap-singapore",
    "th": "ap-bangkok",
    "kr": "ap-seoul",
    "jp": "ap-tokyo",
    "ru": "eu-moscow",
    "de": "eu-frankfurt",
    "in": "ap-mumbai",
    "ca": "na-toronto",
    "usw": "na-siliconvalley",
    "use": "na-ashburn",
    "shjr": "ap-shanghai-fsi",
    "szjr": "ap-shenzhen-fsi",
}

RUNNING, DONE, FAILED = 2, 0, 1


class RefusedError(Exception):
    """The cloud does not do it. `legacy` and `modern` are the codes it says so with."""

    def __init__(self, legacy: int, modern: str, message: str) -> None:
        super().__init__(message)
        self.legacy = legacy
        self.modern = modern
        self.message = message


def missing(name: str) -> RefusedError:
    """A parameter that has to be there is not."""
    return RefusedError(4000, "MissingParameter", f"{name.lower()} is missing")


def malformed(name: str) -> RefusedError:
    """A parameter has a value that it cannot have."""
    return RefusedError(4000, "InvalidParameterValue", f"{name.lower()} is not understood")


@dataclass
class Target:
    """A server behind a listener or a rule. Those of a classic balancer have port 0."""

    instance: str
    port: int
    weight: int = 10


@dataclass
class Rule:
    """A domain and a path of an HTTP listener."""

    ident: str
    domain: str
    url: str
    session: int = 0
    scheduler: str = "WRR"
    health: dict[str, Any] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)


@dataclass
class Listener:
    """A port of a load balancer. `instance_port` is set for those of classic ones."""

    ident: str
    protocol: str
    port: int
    name: str = ""
    instance_port: int = 0
    session: int = 0
    scheduler: str = "WRR"
    health: dict[str, Any] = field(default_factory=dict)
    certificate: dict[str, str] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    @property
    def seventh(self) -> bool:
        """Whether it speaks HTTP, so that servers stand behind its rules."""
        return self.protocol in ("HTTP", "HTTPS")


@dataclass
class Balancer:
    """A load balancer: `kind` is OPEN or INTERNAL, `forward` 1 or, if it is classic, 0."""

    ident: str
    name: str
    kind: str
    forward: int
    vip: str
    region: str = "ap-guangzhou"
    domain: str = ""
    project: int = 0
    created: str = "2019-01-01 10:00:00"
    vpc: int = 101
    subnet: int = 11
    listeners: list[Listener] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)


@dataclass(frozen=True)
class Rewrite:
    """Requests for one rule are sent on to another."""

    balancer: str
    source_listener: str
    source: str
    target_listener: str
    target: str
    automatic: bool = False


@dataclass
class Task:
    """Work that goes on after its request was answered; its number is that of the request."""

    number: int
    balancers: tuple[str, ...]
    polls: int = 0


@dataclass(frozen=True)
class Instance:
    """A server, whether or not anything sends it requests."""

    ident: str
    name: str
    private: str
    public: str


HEALTH: Mapping[str, Any] = {
    "HealthSwitch": 1,
    "TimeOut": 2,
    "IntervalTime": 5,
    "HealthNum": 3,
    "UnHealthNum": 3,
}
HTTP_HEALTH: Mapping[str, Any] = {**HEALTH, "HttpCode": 31, "HttpCheckPath": "/"}

_INSTANCES = {
    "ins-a": Instance("ins-a", "a", "10.0.0.1", "1.2.0.1"),
    "ins-b": Instance("ins-b", "b", "10.0.0.2", "1.2.0.2"),
    "ins-c": Instance("ins-c", "c", "10.0.0.3", "1.2.0.3"),
    "ins-d": Instance("ins-d", "d", "10.0.0.4", ""),
}


def instance(ident: str) -> Instance:
    """The server of that id; one nobody described is as good as any."""
    known = _INSTANCES.get(ident)
    return known or Instance(ident, ident.removeprefix("ins-"), "10.0.1.1", "1.2.1.1")


def healthy(target: Target) -> bool:
    """One server is down, in all its places."""
    return target.instance != "ins-b"


def _start() -> list[Balancer]:
    """What every run finds."""
    http = Listener("lbl-http1", "HTTP", 8000, "http-8000")
    http.rules = [
        Rule("loc-1", "www.example.com", "/", health=dict(HTTP_HEALTH)),
        Rule("loc-2", "www.example.com", "/api", session=60, health=dict(HTTP_HEALTH)),
    ]
    http.rules[0].targets = [Target("ins-a", 8081), Target("ins-b", 8081)]
    http.rules[1].targets = [Target("ins-c", 8082)]
    https = Listener("lbl-https1", "HTTPS", 443, "https-443")
    https.certificate = {"SSLMode": "UNIDIRECTIONAL", "CertId": "cert-old", "CertCaId": ""}
    https.rules = [
        Rule("loc-3", "www.example.com", "/", health=dict(HTTP_HEALTH)),
        Rule("loc-4", "shop.example.com", "/", scheduler="IP_HASH", health=dict(HTTP_HEALTH)),
    ]
    https.rules[0].targets = [Target("ins-a", 8443)]
    tcp = Listener("lbl-tcp1", "TCP", 80, "tcp-80", health=dict(HEALTH))
    tcp.targets = [Target("ins-a", 8080), Target("ins-b", 8080)]
    udp = Listener("lbl-udp1", "UDP", 53, "udp-53", health=dict(HEALTH))
    udp.targets = [Target("ins-a", 53)]
    database = Listener("lbl-tcp2", "TCP", 3306, "database", session=30, health=dict(HEALTH))
    database.targets = [Target("ins-d", 3306)]
    old = [
        Listener("lbl-old1", "HTTP", 80, "old-http", 8080, 90, health=dict(HTTP_HEALTH)),
        Listener("lbl-old2", "TCP", 22, "old-ssh", 22, health=dict(HEALTH)),
    ]
    web = Balancer("lb-app1", "web", "OPEN", 1, "119.0.0.1", domain="web.clb.example.com")
    web.listeners = [tcp, udp, http, https]
    inner = Balancer("lb-app2", "inner", "INTERNAL", 1, "10.0.9.2", project=7)
    inner.created, inner.listeners = "2019-02-01 10:00:00", [database]
    classic = Balancer("lb-classic1", "old", "OPEN", 0, "119.0.0.3", domain="old.gz.example.com")
    classic.created, classic.listeners = "2018-03-01 10:00:00", old
    classic.targets = [Target("ins-a", 0, 10), Target("ins-b", 0, 5)]
    spare = Balancer("lb-classic2", "spare", "INTERNAL", 0, "10.0.9.4")
    spare.created = "2018-04-01 10:00:00"
    east = Balancer("lb-app3", "east", "OPEN", 1, "118.0.0.5", "ap-shanghai")
    east.created = "2019-05-01 10:00:00"
    return [web, inner, classic, spare, east]


Arguments = Mapping[str, Any]


@dataclass
class Model:
    """All there is. `perform` does one operation of the request of that number.

    What it returns depends on the operation: the objects that were asked for, or the ids of new
    ones. Both forms of the answer are made from it.
    """

    tasks_fail: bool = False
    balancers: list[Balancer] = field(default_factory=_start)
    tasks: dict[int, Task] = field(default_factory=dict)
    rewrites: list[Rewrite] = field(
        default_factory=lambda: [Rewrite("lb-app1", "lbl-http1", "loc-1", "lbl-https1", "loc-3")]
    )
    _counts: dict[str, int] = field(default_factory=dict)
    _region: str = ""

    def perform(self, name: str, arguments: Arguments, region: str, number: int) -> Any:
        """Do it, or raise that it is refused."""
        done: Callable[[Arguments], Any] | None = getattr(self, f"_do_{name}", None)
        if done is None:
            raise RefusedError(6100, "InvalidAction", f"there is no {name.lower()}")
        self._region = region
        result = done(arguments)
        if name not in _SYNCHRONOUS:
            affected = result if name in ("CreateLoadBalancer", "CloneLoadBalancer") else ()
            ident = arguments.get("LoadBalancerId")
            self.tasks[number] = Task(number, tuple(affected) or ((ident,) if ident else ()))
        return result

    # What others are found by.

    def _new(self, prefix: str) -> str:
        self._counts[prefix] = self._counts.get(prefix, 0) + 1
        return f"{prefix}-new{self._counts[prefix]}"

    def _balancer(self, arguments: Arguments) -> Balancer:
        return self._balancer_of(_needed(arguments, "LoadBalancerId"))

    def _balancer_of(self, ident: str) -> Balancer:
        for balancer in self.balancers:
            if balancer.ident == ident and balancer.region == self._region:
                return balancer
        raise RefusedError(5000, "InvalidParameter.LBIdNotFound", f"there is no {ident}")

    def _listener(self, arguments: Arguments, key: str = "ListenerId") -> Listener:
        ident = _needed(arguments, key)
        for listener in self._balancer(arguments).listeners:
            if listener.ident == ident:
                return listener
        raise RefusedError(5000, "InvalidParameter.ListenerIdNotFound", f"there is no {ident}")

    def _rule(self, listener: Listener, ident: str) -> Rule:
        for rule in listener.rules:
            if rule.ident == ident:
                return rule
        raise RefusedError(5000, "InvalidParameter.LocationNotFound", f"there is no {ident}")

    def _places(self, arguments: Arguments) -> list[list[Target]]:
        """The lists of servers that a request about servers means."""
        listener = self._listener(arguments)
        if not listener.seventh:
            return [listener.targets]
        many = arguments.get("LocationIds", ())
        if "LocationId" in arguments:
            many = [arguments["LocationId"]]
        if many:
            return [self._rule(listener, ident).targets for ident in many]
        if "Domain" in arguments and "Url" in arguments:
            wanted = (arguments["Domain"], arguments["Url"])
            found = [rule.targets for rule in listener.rules if (rule.domain, rule.url) == wanted]
            if not found:
                text = "there is no such rule"
                raise RefusedError(5000, "InvalidParameter.LocationNotFound", text)
            return found
        return [rule.targets for rule in listener.rules]

    # General.

    def _do_DescribeTaskStatus(self, arguments: Arguments) -> tuple[int, Task]:
        task = self.tasks.get(_needed(arguments, "TaskId"))
        if task is None:
            raise RefusedError(5000, "ResourceNotFound", "there is no such task")
        task.polls += 1
        if task.polls <= POLLS_UNTIL_DONE:
            return RUNNING, task
        return (FAILED if self.tasks_fail else DONE), task

    def _do_CreateLoadBalancer(self, arguments: Arguments) -> list[str]:
        kind = _needed(arguments, "LoadBalancerType")
        if kind not in ("OPEN", "INTERNAL"):
            raise malformed("LoadBalancerType")
        made = []
        for _ in range(arguments.get("Number", 1)):
            ident = self._new("lb")
            balancer = Balancer(ident, arguments.get("LoadBalancerName", ident), kind, 1, "")
            balancer.forward = arguments.get("Forward", 1)
            balancer.vip = f"119.0.1.{len(self.balancers)}"
            balancer.region = self._region
            balancer.project = arguments.get("ProjectId", 0)
            balancer.created = "2020-01-01 10:00:00"
            self.balancers.append(balancer)
            made.append(ident)
        return made

    def _do_CloneLoadBalancer(self, arguments: Arguments) -> list[str]:
        source = self._balancer(arguments)
        twin = {"LoadBalancerType": source.kind, "LoadBalancerName": source.name}
        return self._do_CreateLoadBalancer(twin)

    def _do_InquiryPriceCreateLoadBalancer(self, arguments: Arguments) -> float:
        _needed(arguments, "LoadBalancerType")
        return 0.02

    def _do_DescribeLoadBalancers(self, arguments: Arguments) -> tuple[int, list[Balancer]]:
        found = [one for one in self.balancers if one.region == self._region]
        found = [one for one in found if _selected(one, arguments)]
        order = _ORDERS.get(arguments.get("OrderBy", "CreateTime"))
        if order is None:
            raise malformed("OrderBy")
        found.sort(key=order, reverse=arguments.get("OrderType", 1) == 1)
        start = arguments.get("Offset", 0)
        return len(found), found[start : start + arguments.get("Limit", 20)]

    def _do_DeleteLoadBalancer(self, arguments: Arguments) -> None:
        gone = [self._balancer_of(ident) for ident in _needed(arguments, "LoadBalancerIds")]
        self.balancers = [one for one in self.balancers if one not in gone]

    def _do_ModifyLoadBalancerAttributes(self, arguments: Arguments) -> None:
        balancer = self._balancer(arguments)
        balancer.name = arguments.get("LoadBalancerName", balancer.name)

    def _do_ReplaceCertForLoadBalancers(self, arguments: Arguments) -> None:
        old = _needed(arguments, "OldCertificateId")
        _needed(arguments, "Certificate")
        new = arguments["Certificate"].get("CertId") or self._new("cert")
        for balancer in self.balancers:
            for listener in balancer.listeners:
                if listener.certificate.get("CertId") == old:
                    listener.certificate["CertId"] = new

    def _do_DescribeLoadBalancerListByCertId(
        self, arguments: Arguments
    ) -> list[tuple[str, list[Balancer]]]:
        return [
            (
                cert,
                [
                    one
                    for one in self.balancers
                    if any(entry.certificate.get("CertId") == cert for entry in one.listeners)
                ],
            )
            for cert in _needed(arguments, "CertIds")
        ]

    # Listeners and rules.

    def _do_DescribeClassicalLBListeners(self, arguments: Arguments) -> list[Listener]:
        if arguments.get("Status", 1) != 1:
            return []
        return self._listeners(arguments, "ListenerPort")

    def _do_DescribeListeners(self, arguments: Arguments) -> list[Listener]:
        return self._listeners(arguments, "Port")

    _do_DescribeTargets = _do_DescribeListeners

    def _listeners(self, arguments: Arguments, port: str) -> list[Listener]:
        found = self._balancer(arguments).listeners
        if "ListenerIds" in arguments:
            found = [one for one in found if one.ident in arguments["ListenerIds"]]
        if "Protocol" in arguments:
            found = [one for one in found if one.protocol == arguments["Protocol"]]
        return [one for one in found if arguments.get(port, one.port) == one.port]

    def _do_CreateListener(self, arguments: Arguments) -> list[str]:
        balancer = self._balancer(arguments)
        made = []
        for group in arguments.get("Groups", [arguments]):
            protocol = _needed(group, "Protocol")
            if protocol not in ("TCP", "UDP", "HTTP", "HTTPS"):
                raise malformed("Protocol")
            names = group.get("ListenerNames", [])
            for place, port in enumerate(_needed(group, "Ports")):
                name = names[place] if place < len(names) else ""
                listener = Listener(self._new("lbl"), protocol, port, name)
                listener.health = {} if listener.seventh else dict(HEALTH)
                listener.instance_port = group.get("InstancePort", 0)
                _change_listener(listener, group)
                balancer.listeners.append(listener)
                made.append(listener.ident)
        return made

    def _do_ModifyListener(self, arguments: Arguments) -> None:
        _change_listener(self._listener(arguments), arguments)

    def _do_DeleteListener(self, arguments: Arguments) -> None:
        self._balancer(arguments).listeners.remove(self._listener(arguments))

    def _do_DeleteLoadBalancerListeners(self, arguments: Arguments) -> None:
        balancer = self._balancer(arguments)
        every = [one.ident for one in balancer.listeners]
        for ident in arguments.get("ListenerIds", every):
            balancer.listeners.remove(self._listener({**arguments, "ListenerId": ident}))

    def _do_CreateRule(self, arguments: Arguments) -> list[str]:
        listener = self._listener(arguments)
        made = []
        for wanted in _needed(arguments, "Rules"):
            rule = Rule(self._new("loc"), _needed(wanted, "Domain"), _needed(wanted, "Url"))
            rule.health = dict(HTTP_HEALTH)
            _change_rule(rule, wanted)
            listener.rules.append(rule)
            made.append(rule.ident)
        return made

    def _do_ModifyDomain(self, arguments: Arguments) -> None:
        new = _needed(arguments, "NewDomain")
        for rule in self._listener(arguments).rules:
            if rule.domain == _needed(arguments, "Domain"):
                rule.domain = new

    def _do_ModifyRule(self, arguments: Arguments) -> None:
        _change_rule(
            self._rule(self._listener(arguments), _needed(arguments, "LocationId")), arguments
        )

    def _do_DeleteRule(self, arguments: Arguments) -> None:
        listener = self._listener(arguments)
        if "LocationIds" in arguments:
            gone = [self._rule(listener, ident) for ident in arguments["LocationIds"]]
        else:
            wanted = _needed(arguments, "Domain")
            gone = [rule for rule in listener.rules if rule.domain == wanted]
            gone = [rule for rule in gone if arguments.get("Url", rule.url) == rule.url]
        listener.rules = [rule for rule in listener.rules if rule not in gone]

    # Servers.

    def _do_RegisterTargets(self, arguments: Arguments) -> None:
        for targets in self._places(arguments):
            for ident, wanted in _wanted(arguments):
                port = _needed(wanted, "Port")
                targets[:] = [one for one in targets if (one.instance, one.port) != (ident, port)]
                targets.append(Target(ident, port, wanted.get("Weight", 10)))

    def _do_ModifyTargetWeight(self, arguments: Arguments) -> None:
        if "ListenerId" not in arguments:
            places = [self._balancer(arguments).targets]
        else:
            places = self._places(arguments)
        for target, wanted in self._matching(places, arguments):
            target.weight = wanted.get("Weight", arguments.get("Weight", 10))

    def _do_ModifyTargetPort(self, arguments: Arguments) -> None:
        for target, wanted in list(self._matching(self._places(arguments), arguments)):
            port = wanted.get("NewPort", arguments.get("NewPort"))
            if port is None:
                raise missing("NewPort")
            target.port = port

    def _do_DeregisterTargets(self, arguments: Arguments) -> None:
        places = self._places(arguments)
        gone = [target for target, _ in self._matching(places, arguments)]
        for targets in places:
            targets[:] = [one for one in targets if not any(one is other for other in gone)]

    @staticmethod
    def _matching(
        places: list[list[Target]], arguments: Arguments
    ) -> Iterator[tuple[Target, Arguments]]:
        for targets in places:
            for ident, wanted in _wanted(arguments):
                for target in targets:
                    if target.instance == ident and wanted.get("Port", target.port) == target.port:
                        yield target, wanted

    def _do_RegisterTargetsWithClassicalLB(self, arguments: Arguments) -> None:
        balancer = self._balancer(arguments)
        for ident, wanted in _wanted(arguments):
            balancer.targets = [one for one in balancer.targets if one.instance != ident]
            balancer.targets.append(Target(ident, 0, wanted.get("Weight", 10)))

    def _do_DescribeClassicalLBTargets(self, arguments: Arguments) -> list[Target]:
        return self._balancer(arguments).targets

    def _do_DeregisterTargetsFromClassicalLB(self, arguments: Arguments) -> None:
        balancer = self._balancer(arguments)
        gone = _needed(arguments, "InstanceIds")
        balancer.targets = [one for one in balancer.targets if one.instance not in gone]

    def _do_DescribeClassicalLBHealthStatus(
        self, arguments: Arguments
    ) -> list[tuple[Listener, Target]]:
        balancer = self._balancer(arguments)
        listeners = balancer.listeners
        if "ListenerId" in arguments:
            listeners = [self._listener(arguments)]
        return [(listener, target) for listener in listeners for target in balancer.targets]

    def _do_DescribeClassicalLBByInstanceId(self, arguments: Arguments) -> list[tuple[str, str]]:
        if "InstanceIds" in arguments:
            idents = set(arguments["InstanceIds"])
        else:
            wanted = _needed(arguments, "Ips")
            idents = {one.ident for one in _INSTANCES.values() if one.private in wanted}
        classic = [one for one in self.balancers if one.region == self._region and not one.forward]
        pairs = [(one.ident, target.instance) for one in classic for target in one.targets]
        return [pair for pair in pairs if pair[1] in idents]

    def _do_DescribeTargetHealth(self, arguments: Arguments) -> list[Balancer]:
        return [self._balancer_of(ident) for ident in _needed(arguments, "LoadBalancerIds")]

    # Rewrites.

    def _do_DescribeRewrite(self, arguments: Arguments) -> list[tuple[Rewrite, Rule]]:
        many = arguments.get("LoadBalancerIds")
        idents = [_needed(arguments, "LoadBalancerId")] if many is None else many
        found = []
        for ident in idents:
            self._balancer_of(ident)
            for rewrite in self.rewrites:
                listeners = arguments.get("SourceListenerIds", [rewrite.source_listener])
                places = arguments.get("SourceLocationIds", [rewrite.source])
                if (
                    rewrite.balancer == ident
                    and rewrite.source_listener in listeners
                    and rewrite.source in places
                ):
                    place = {"LoadBalancerId": ident, "ListenerId": rewrite.source_listener}
                    found.append((rewrite, self._rule(self._listener(place), rewrite.source)))
        return found

    def _rewrites_of(self, arguments: Arguments) -> list[Rewrite]:
        source = self._listener(arguments, "SourceListenerId")
        target = self._listener(arguments, "TargetListenerId")
        ident = arguments["LoadBalancerId"]
        return [
            Rewrite(
                ident,
                source.ident,
                self._rule(source, _needed(pair, "SourceLocationId")).ident,
                target.ident,
                self._rule(target, _needed(pair, "TargetLocationId")).ident,
            )
            for pair in _needed(arguments, "RewriteInfos")
        ]

    def _do_ManualRewrite(self, arguments: Arguments) -> None:
        for rewrite in self._rewrites_of(arguments):
            if rewrite in self.rewrites:
                text = "there is such a rewrite"
                raise RefusedError(4000, "InvalidParameter.RewriteAlreadyExist", text)
            self.rewrites.append(rewrite)

    def _do_DeleteRewrite(self, arguments: Arguments) -> None:
        for rewrite in self._rewrites_of(arguments):
            if rewrite not in self.rewrites:
                text = "there is no such rewrite"
                raise RefusedError(5000, "InvalidParameter.SomeRewriteNotFound", text)
            self.rewrites.remove(rewrite)

    def _do_AutoRewrite(self, arguments: Arguments) -> None:
        listener = self._listener(arguments)
        wanted = arguments.get("Domains", [rule.domain for rule in listener.rules])
        plain = [one for one in self._balancer(arguments).listeners if one.protocol == "HTTP"]
        for rule in listener.rules:
            for source in plain:
                for other in source.rules:
                    if rule.domain in wanted and (other.domain, other.url) == (
                        rule.domain,
                        rule.url,
                    ):
                        ident = arguments["LoadBalancerId"]
                        self.rewrites.append(
                            Rewrite(
                                ident, source.ident, other.ident, listener.ident, rule.ident, True
                            )
                        )

    # Answered before, and nobody knows what by: nothing more than that it went well.

    def _do_nothing(self, arguments: Arguments) -> None:
        del arguments


_SYNCHRONOUS = frozenset(
    {
        "DescribeTaskStatus",
        "DescribeLoadBalancers",
        "ReplaceCertForLoadBalancers",
        "DescribeLoadBalancerListByCertId",
        "DescribeClassicalLBListeners",
        "DescribeListeners",
        "DescribeTargets",
        "DescribeClassicalLBTargets",
        "DescribeClassicalLBHealthStatus",
        "DescribeClassicalLBByInstanceId",
        "DescribeTargetHealth",
        "DescribeRewrite",
        "InquiryPriceCreateLoadBalancer",
        "nothing",
    }
)

_ORDERS: Mapping[str, Callable[[Balancer], str]] = {
    "LoadBalancerName": lambda one: one.name,
    "CreateTime": lambda one: one.created,
    "Domain": lambda one: one.domain,
    "LoadBalancerType": lambda one: one.kind,
}


def _needed(arguments: Arguments, key: str) -> Any:
    value = arguments.get(key)
    if value in (None, "", [], {}):
        raise missing(key)
    return value


def _wanted(arguments: Arguments) -> Iterable[tuple[str, Arguments]]:
    for target in _needed(arguments, "Targets"):
        yield target.get("InstanceId") or _needed(target, "EniIp"), target


def _everywhere(balancer: Balancer) -> Iterator[Target]:
    yield from balancer.targets
    for listener in balancer.listeners:
        yield from listener.targets
        for rule in listener.rules:
            yield from rule.targets


def _selected(one: Balancer, arguments: Arguments) -> bool:
    """Whether the balancer is among those that are asked for."""
    servers = [instance(target.instance) for target in _everywhere(one)]
    tests: Mapping[str, Callable[[Any], bool]] = {
        "LoadBalancerIds": lambda value: one.ident in value,
        "LoadBalancerType": lambda value: one.kind == value,
        "Forward": lambda value: one.forward == value,
        "LoadBalancerName": lambda value: value in one.name,
        "Domain": lambda value: value in one.domain,
        "LoadBalancerVips": lambda value: one.vip in value,
        "BackendPublicIps": lambda value: any(server.public in value for server in servers),
        "BackendPrivateIps": lambda value: any(server.private in value for server in servers),
        "SearchKey": lambda value: any(value in text for text in (one.name, one.domain, one.vip)),
        "ProjectId": lambda value: one.project == value,
        "WithRs": lambda value: value == -1 or bool(servers) == bool(value),
    }
    return all(test(arguments[key]) for key, test in tests.items() if key in arguments)


def _change_listener(listener: Listener, arguments: Arguments) -> None:
    listener.name = arguments.get("ListenerName", listener.name)
    listener.session = arguments.get("SessionExpireTime", listener.session)
    listener.scheduler = arguments.get("Scheduler", listener.scheduler)
    listener.health |= arguments.get("HealthCheck", {})
    listener.certificate |= arguments.get("Certificate", {})


def _change_rule(rule: Rule, arguments: Arguments) -> None:
    rule.url = arguments.get("Url", rule.url)
    rule.session = arguments.get("SessionExpireTime", rule.session)
    rule.scheduler = arguments.get("Scheduler", rule.scheduler)
    rule.health |= arguments.get("HealthCheck", {})
