import json
import os

from QcloudApi.common.api_exception import ApiClientNetworkException
from QcloudApi.qcloudapi import QcloudApi

from .codes import Code
from .errors import Refused, Unreachable

BALANCER = "lb-app1"
LISTENER = "lbl-tcp1"
POOLS = {
    "blue": ["ins-a"],
    "green": ["ins-b"],
}


def _client():
    return QcloudApi("lb", {
        "Region": "ap-guangzhou",
        "secretId": os.environ["DEPLOY_ID"],
        "secretKey": os.environ["DEPLOY_KEY"],
    })


def set_weight(client, instances, weight):
    backends = [{"instanceId": name, "port": 8080, "weight": weight} for name in instances]
    try:
        answer = json.loads(client.call("ModifyForwardFourthBackendsWeight", {
            "loadBalancerId": BALANCER,
            "listenerId": LISTENER,
            "backends": backends,
        }))
    except ApiClientNetworkException:
        raise Unreachable()
    code = answer["code"]
    if code == Code.OK:
        return len(instances)
    if code in (Code.SIGNATURE, Code.KEY_UNKNOWN):
        raise Refused("credentials")
    if code == Code.QUOTA or code == Code.INTERNAL:
        raise Refused("try later")
    if code == Code.NOT_FOUND:
        raise Refused("no such pool")
    raise Refused("other: " + answer["message"])


def switch(colour):
    client = _client()
    moved = 0
    for name, instances in sorted(POOLS.items()):
        moved += set_weight(client, instances, 100 if name == colour else 0)
    return moved
