"""Where API 2.0 and API 3.0 look alike and are not: each trap is an example with its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from clb_migrate import api
from clb_migrate.findings import Applicability
from clb_migrate.fixes.results import Migration

CLIENT = """\
import json
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "i", "secretKey": "k"})
"""


@dataclass(frozen=True, slots=True)
class Moves:
    """Lines below the making of the client, and what they become."""

    name: str
    before: str
    after: str
    review: str = ""
    """Words of what people are told to look at."""
    client: str = CLIENT


@dataclass(frozen=True, slots=True)
class Stays:
    """Lines that stay as they are, and words of the reason; without words there is no flow."""

    name: str
    before: str
    reason: str
    client: str = CLIENT
    applicability: Applicability = Applicability.MANUAL


def call(action: str, params: str, rest: str = "") -> str:
    """Return the lines that send one request, and `rest`, which reads `answer`."""
    return f'answer = json.loads(service.call("{action}", {params}))\n{rest}'


def sends(action: str, params: str, rest: str = "") -> str:
    """Return the lines that send one request of API 3.0."""
    return f'answer = _call_api(service, "{action}", {params})\n{rest}'


def configured(**settings: str) -> str:
    """Return the making of a client with further settings."""
    more = "".join(f', "{key}": "{value}"' for key, value in settings.items())
    return CLIENT.replace('"k"}', f'"k"{more}}}')


BALANCERS = "DescribeLoadBalancers"
L4 = "CreateForwardLBFourthLayerListeners"
L7 = "CreateForwardLBSeventhLayerListeners"
PORTS = "ModifyForwardFourthBackendsPort"

MOVES = (
    # --- Values ---
    Moves(
        "withRs 2 for all instances became -1",
        call(BALANCERS, '{"forward": 1, "withRs": 2}'),
        sends(BALANCERS, '{"Forward": 1, "WithRs": -1}'),
    ),
    Moves(
        "withRs 1 kept its meaning",
        call(BALANCERS, '{"forward": 1, "withRs": 1}'),
        sends(BALANCERS, '{"Forward": 1, "WithRs": 1}'),
    ),
    Moves(
        "forward -1 for all kinds became leaving Forward out",
        call(BALANCERS, '{"forward": -1, "limit": 5}'),
        sends(BALANCERS, '{"Limit": 5}'),
    ),
    Moves(
        "forward left out meant classic instances",
        call(BALANCERS, '{"limit": 5}'),
        sends(BALANCERS, '{"Limit": 5, "Forward": 0}'),
        review="Forward = 0 keeps to classic instances",
    ),
    Moves(
        "forward 0 kept its meaning",
        call(BALANCERS, '{"forward": 0}'),
        sends(BALANCERS, '{"Forward": 0}'),
    ),
    Moves(
        "a type of instance is sent by name",
        call(BALANCERS, '{"forward": 1, "loadBalancerType": 3}'),
        sends(BALANCERS, '{"Forward": 1, "LoadBalancerType": "INTERNAL"}'),
    ),
    Moves(
        "a protocol is sent by name",
        call(
            L4,
            '{"loadBalancerId": "lb-1", "listeners.0.loadBalancerPort": 53, '
            '"listeners.0.protocol": 3}',
        ),
        sends("CreateListener", '{"LoadBalancerId": "lb-1", "Ports": [53], "Protocol": "UDP"}'),
    ),
    Moves(
        "a scheduler is written in capitals",
        call(
            "ModifyForwardLBFourthListener",
            '{"loadBalancerId": "lb-1", "listenerId": "lbl-1", "scheduler": "least_conn"}',
        ),
        sends(
            "ModifyListener",
            '{"LoadBalancerId": "lb-1", "ListenerId": "lbl-1", "Scheduler": "LEAST_CONN"}',
        ),
    ),
    Moves(
        "certificates are grouped and the mode is written in capitals",
        call(
            "ModifyForwardLBSeventhListener",
            '{"loadBalancerId": "lb-1", "listenerId": "lbl-1", "SSLMode": "mutual", "certId": "c"}',
        ),
        sends(
            "ModifyListener",
            '{"LoadBalancerId": "lb-1", "ListenerId": "lbl-1", '
            '"Certificate": {"SSLMode": "MUTUAL", "CertId": "c"}}',
        ),
    ),
    Moves(
        "what to sort by is a field of API 3.0",
        call(BALANCERS, '{"forward": 1, "orderBy": "createTime", "orderType": 1}'),
        sends(BALANCERS, '{"Forward": 1, "OrderBy": "CreateTime", "OrderType": 1}'),
    ),
    Moves(
        "numbers written as text become numbers",
        call(BALANCERS, '{"forward": "1", "limit": "20", "projectId": "0"}'),
        sends(BALANCERS, '{"Forward": 1, "Limit": 20, "ProjectId": 0}'),
    ),
    Moves(
        "forward -1 written as text is left out as well",
        call(BALANCERS, '{"forward": "-1"}'),
        sends(BALANCERS, "{}"),
    ),
    # --- Shapes of parameters ---
    Moves(
        "dotted keys become lists",
        call(BALANCERS, '{"forward": 1, "loadBalancerIds.0": "lb-1", "loadBalancerIds.1": "lb-2"}'),
        sends(BALANCERS, '{"Forward": 1, "LoadBalancerIds": ["lb-1", "lb-2"]}'),
    ),
    Moves(
        "dotted keys that begin with one are a list as well",
        call(BALANCERS, '{"forward": 1, "loadBalancerIds.1": "lb-1", "loadBalancerIds.2": "lb-2"}'),
        sends(BALANCERS, '{"Forward": 1, "LoadBalancerIds": ["lb-1", "lb-2"]}'),
    ),
    Moves(
        "a list stays a list",
        call(BALANCERS, '{"forward": 1, "loadBalancerIds": ["lb-1", "lb-2"]}'),
        sends(BALANCERS, '{"Forward": 1, "LoadBalancerIds": ["lb-1", "lb-2"]}'),
    ),
    Moves(
        "one listener is flat in API 3.0 with lists of one",
        call(
            L7,
            '{"loadBalancerId": "lb-1", "listeners": [{"loadBalancerPort": 443, '
            '"protocol": 4, "SSLMode": "unidirectional", "certId": "c", "listenerName": "web"}]}',
            'print(answer["listenerIds"][0])\n',
        ),
        sends(
            "CreateListener",
            '{"LoadBalancerId": "lb-1", "Ports": [443], "Protocol": "HTTPS", '
            '"Certificate": {"SSLMode": "UNIDIRECTIONAL", "CertId": "c"}, '
            '"ListenerNames": ["web"]}',
            'print(answer["ListenerIds"][0])\n',
        ),
        review="CreateListener answers before its work is done",
    ),
    Moves(
        "locationIds stay a list",
        call(
            "DeleteForwardLBListenerRules",
            '{"loadBalancerId": "lb-1", "listenerId": "lbl-1", "locationIds.0": "loc-1"}',
        ),
        sends(
            "DeleteRule",
            '{"LoadBalancerId": "lb-1", "ListenerId": "lbl-1", "LocationIds": ["loc-1"]}',
        ),
        review="NewDefaultServerDomain",
    ),
    Moves(
        "newPort of the one target moves up",
        call(
            PORTS,
            '{"loadBalancerId": "lb-1", "listenerId": "lbl-1", '
            '"backends.0.instanceId": "ins-a", "backends.0.port": 80, "backends.0.newPort": 81}',
        ),
        sends(
            "ModifyTargetPort",
            '{"LoadBalancerId": "lb-1", "ListenerId": "lbl-1", '
            '"Targets": [{"InstanceId": "ins-a", "Port": 80}], "NewPort": 81}',
        ),
    ),
    Moves(
        "unhealthNum is spelled UnHealthNum in a health check",
        call(
            L4,
            '{"loadBalancerId": "lb-1", "listeners.0.loadBalancerPort": 80, '
            '"listeners.0.protocol": 2, "listeners.0.healthNum": 2, "listeners.0.unhealthNum": 3}',
        ),
        sends(
            "CreateListener",
            '{"LoadBalancerId": "lb-1", "Ports": [80], "Protocol": "TCP", '
            '"HealthCheck": {"HealthNum": 2, "UnHealthNum": 3}}',
        ),
    ),
    # --- Answers ---
    Moves(
        "vpcId was a number, and uniqVpcId is VpcId now",
        call(
            BALANCERS,
            '{"forward": 1}',
            'for each in answer["loadBalancerSet"]:\n    print(each["vpcId"], each["uniqVpcId"])\n',
        ),
        sends(
            BALANCERS,
            '{"Forward": 1}',
            'for each in answer["LoadBalancerSet"]:\n'
            '    print(each["NumericalVpcId"], each["VpcId"])\n',
        ),
    ),
    Moves(
        "both ids of an instance are one",
        call(
            BALANCERS,
            '{"forward": 1}',
            'for each in answer["loadBalancerSet"]:\n'
            '    print(each["loadBalancerId"])\n    print(each["unLoadBalancerId"])\n',
        ),
        sends(
            BALANCERS,
            '{"Forward": 1}',
            'for each in answer["LoadBalancerSet"]:\n'
            '    print(each["LoadBalancerId"])\n    print(each["LoadBalancerId"])\n',
        ),
    ),
    Moves(
        "requestId is TaskId of the next request, and the wrapper called data is gone",
        call(
            "DeleteLoadBalancers",
            '{"loadBalancerIds.0": "lb-1"}',
            'task = json.loads(service.call("DescribeLoadBalancersTaskResult", '
            '{"requestId": answer["requestId"]}))\n'
            'print(task["data"]["status"])\n',
        ),
        sends(
            "DeleteLoadBalancer",
            '{"LoadBalancerIds": ["lb-1"]}',
            'task = _call_api(service, "DescribeTaskStatus", {"TaskId": answer["RequestId"]})\n'
            'print(task["Status"])\n',
        ),
        review="API 3.0 may refuse to delete an instance in use",
    ),
    Moves(
        "a list called data has a name of its own",
        call(
            "DescribeForwardLBBackends",
            '{"loadBalancerId": "lb-1"}',
            'print(len(answer["data"]))\n',
        ),
        sends("DescribeTargets", '{"LoadBalancerId": "lb-1"}', 'print(len(answer["Listeners"]))\n'),
    ),
    Moves(
        "a field that may be null keeps its default",
        call(
            BALANCERS,
            '{"forward": 1}',
            'for each in answer["loadBalancerSet"]:\n    print(each.get("log", "none"))\n',
        ),
        sends(
            BALANCERS,
            '{"Forward": 1}',
            'for each in answer["LoadBalancerSet"]:\n    print(each.get("Log") or "none")\n',
        ),
    ),
    # --- The client ---
    Moves(
        "the first letter of an action may be small",
        call("describeLoadBalancers", '{"forward": 1}'),
        sends(BALANCERS, '{"Forward": 1}'),
    ),
    Moves(
        "arguments by keyword",
        'answer = json.loads(service.call(action="DescribeLoadBalancers", '
        'params={"forward": 1}))\n',
        sends(BALANCERS, '{"Forward": 1}'),
    ),
    Moves(
        "setRegion never had an effect",
        'service.setRegion("ap-shanghai")\n' + call(BALANCERS, '{"forward": 1}'),
        sends(BALANCERS, '{"Forward": 1}'),
    ),
    Moves(
        "a pointless Version falls away",
        call(BALANCERS, '{"forward": 1}'),
        sends(BALANCERS, '{"Forward": 1}'),
        client=configured(Version="2017-03-12"),
    ),
    Moves(
        "an endpoint was ignored by the class of lb",
        call(BALANCERS, '{"forward": 1}'),
        sends(BALANCERS, '{"Forward": 1}'),
        client=configured(endpoint="lb.api.qcloud.com"),
    ),
    Moves(
        "the region of one request",
        call(BALANCERS, '{"forward": 1, "Region": "sh"}'),
        sends(BALANCERS, '{"Forward": 1, "Region": "ap-shanghai"}'),
    ),
    Moves(
        "a host in a comment is none of our business",
        "# Once this was http://lb.api.qcloud.com\n" + call(BALANCERS, '{"forward": 1}'),
        "# Once this was http://lb.api.qcloud.com\n" + sends(BALANCERS, '{"Forward": 1}'),
    ),
)

STAYS = (
    Stays(
        "no listener would mean every listener",
        call("DeleteLoadBalancerListeners", '{"loadBalancerId": "lb-1"}'),
        "without ListenerIds, or with an empty list, API 3.0 deletes every listener",
    ),
    Stays(
        "several listeners are several requests",
        call(
            L4,
            '{"loadBalancerId": "lb-1", "listeners": [{"loadBalancerPort": 80, '
            '"protocol": 2}, {"loadBalancerPort": 81, "protocol": 3}]}',
        ),
        "one request at a time, or grouped",
    ),
    Stays(
        "several new ports are several requests",
        call(
            PORTS,
            '{"loadBalancerId": "lb-1", "listenerId": "lbl-1", "backends": '
            '[{"instanceId": "ins-a", "port": 80, "newPort": 81}, '
            '{"instanceId": "ins-b", "port": 80, "newPort": 82}]}',
        ),
        "",
    ),
    Stays(
        "the number of an old request is no TaskId",
        call("DescribeLoadBalancersTaskResult", '{"requestId": 7}'),
        "where this id comes from is not known here",
        applicability=Applicability.UNSAFE,
    ),
    Stays(
        "the withdrawn type of instance has no name",
        call(BALANCERS, '{"forward": 1, "loadBalancerType": 1}'),
        "loadBalancerType: 1 has no counterpart",
    ),
    Stays(
        "a classic instance cannot be made any more",
        call("CreateLoadBalancer", '{"loadBalancerType": 2, "forward": 0, "vpcId": "vpc-1"}'),
        "forward: 0 has no counterpart",
    ),
    Stays(
        "forward left out made a classic instance",
        call("CreateLoadBalancer", '{"loadBalancerType": 2, "vpcId": "vpc-1"}'),
        "API 2.0 made a classic instance",
    ),
    Stays(
        "the number of a network is no id",
        call(
            "CreateLoadBalancer",
            '{"loadBalancerType": 3, "forward": 1, "vpcId": "vpc-1", "subnetId": 5}',
        ),
        "API 2.0 mixes numbers with ids",
    ),
    Stays(
        "ids by order became a flat list",
        call(
            "CreateLoadBalancer",
            '{"loadBalancerType": 2, "forward": 1, "vpcId": "vpc-1"}',
            'print(answer["unLoadBalancerIds"])\n',
        ),
        "ids by order became one flat list of ids",
    ),
    Stays(
        "all rules of a listener are several requests",
        call(
            "DeregisterInstancesFromForwardLB",
            '{"loadBalancerId": "lb-1", '
            '"listenerId": "lbl-1", "backends.0.instanceId": "ins-a", "backends.0.port": 80}',
        ),
        "API 3.0 wants one rule a call",
    ),
    Stays(
        "the weight of a classic instance has no port",
        call(
            "ModifyLoadBalancerBackends",
            '{"loadBalancerId": "lb-1", "backends.0.instanceId": "ins-a", "backends.0.weight": 10}',
        ),
        "needs a listener and the port of every target",
    ),
    Stays(
        "an action without counterpart",
        call("DescribeLoadBalancerLog", '{"loadBalancerId": "lb-1"}'),
        "DescribeLoadBalancerLog has no counterpart in API 3.0",
    ),
    Stays(
        "an answer of API 3.0 by way of the old client",
        'print(json.loads(service.call("DescribeLoadBalancers", {"Forward": 1}))["Response"])\n',
        "the answer has the 3.0 form already",
        client=configured(endpoint="clb.tencentcloudapi.com", Version="2018-03-17").replace(
            '"lb"', '"clb"'
        ),
    ),
    Stays(
        "clb was no module of API 2.0",
        call(BALANCERS, '{"forward": 1}'),
        "there is no table of the actions of module clb",
        client=CLIENT.replace('"lb"', '"clb"'),
    ),
    Stays(
        "eval",
        'answer = eval(service.call("DescribeLoadBalancers", {"forward": 1}))\n'
        'print(answer["code"] == 4100)\n',
        "the answer is read by eval()",
    ),
    Stays(
        "words looked for in the text",
        'body = service.call("DescribeLoadBalancers", {"forward": 1})\n'
        'print("Success" in str(body))\n',
        "compared as a whole",
    ),
    Stays(
        "an address made for somebody else",
        'print(service.generateUrl("DescribeLoadBalancers", {"forward": 1}))\n',
        "generateUrl() makes an address for API 2.0",
    ),
    Stays(
        "a text of type None is no parameter",
        "import os\n" + call(BALANCERS, '{"forward": 1, "searchKey": os.environ.get("KEY")}'),
        "None",
    ),
)

OWN_CLASS = """\
class QcloudApi:
    def __init__(self, module, config):
        self.module = module

    def call(self, action, params):
        return {"code": 4100}


print(QcloudApi("lb", {}).call("DescribeLoadBalancers", {})["code"] == 4100)
"""


def migrate(text: str) -> Migration:
    return api.fix({"main.py": text.encode()})


def below_the_client(text: str) -> str:
    """Return what follows the statement that makes the client."""
    return text.partition("\nservice = ")[2].partition("\n)\n")[2]


@pytest.mark.parametrize("trap", MOVES, ids=lambda trap: trap.name)
def test_a_trap_is_seen(trap: Moves) -> None:
    migration = migrate(trap.client + trap.before)

    told: list[Any] = [reason for flow in migration.flows for reason in flow.reasons]
    assert told == []
    (change,) = migration.changes
    assert below_the_client(change.after.decode()) == trap.after
    reviews = [review.text for flow in migration.flows for review in flow.reviews]
    assert not trap.review or any(trap.review in text for text in reviews)
    assert migration.left == ()


@pytest.mark.parametrize("trap", STAYS, ids=lambda trap: trap.name)
def test_a_trap_is_left_alone(trap: Stays) -> None:
    migration = migrate(trap.client + trap.before)

    assert migration.changes == ()
    (flow,) = migration.flows
    assert flow.applicability is trap.applicability
    assert any(trap.reason in reason.text for reason in flow.reasons)


def test_a_class_of_that_name_proves_nothing() -> None:
    migration = migrate(OWN_CLASS)

    assert migration.changes == ()
    assert migration.flows == ()


def test_what_is_left_behind_keeps_a_client_of_its_own() -> None:
    migration = migrate(
        CLIENT
        + 'print(service.generateUrl("DescribeLoadBalancers", {"forward": 1}))\n'
        + call(BALANCERS, '{"forward": 1}')
    )

    (change,) = migration.changes
    text = change.after.decode()
    assert CLIENT.splitlines()[-1] in text
    assert below_the_client(text) == (
        'print(service.generateUrl("DescribeLoadBalancers", {"forward": 1}))\n'
        'answer = _call_api(service_v3, "DescribeLoadBalancers", {"Forward": 1})\n'
    )


@pytest.mark.parametrize(
    ("argument", "seconds"), [("", 90), (", 10", 10), (", req_timeout=15", 15)]
)
def test_a_request_waits_as_long_as_before(argument: str, seconds: int) -> None:
    asked = f'answer = service.call("DescribeLoadBalancers", {{"forward": 1}}{argument})\n'
    migration = migrate(CLIENT + asked + 'print(json.loads(answer)["code"] == 0)\n')

    (change,) = migration.changes
    assert f"HttpProfile(reqTimeout={seconds})" in change.after.decode()


@pytest.mark.parametrize(
    ("short", "long"),
    [("gz", "ap-guangzhou"), ("usw", "na-siliconvalley"), ("szjr", "ap-shenzhen-fsi")],
)
def test_short_regions_become_long(short: str, long: str) -> None:
    migration = migrate(CLIENT.replace("ap-guangzhou", short) + call(BALANCERS, '{"forward": 1}'))

    (change,) = migration.changes
    assert f'\n    "{long}",\n' in change.after.decode()
