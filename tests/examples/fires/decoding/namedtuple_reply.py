import collections
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

Reply = collections.namedtuple("Reply", ["code", "text", "data"])


def ask(action, params, config):
    raw = json.loads(QcloudApi("lb", config).call(action, params))  # expect: CLB203; CLB204
    return Reply(raw["code"], raw["message"], raw.get("data"))  # expect: CLB104; CLB104


def cert_of(lb_id, config):
    reply = ask("GetCertListWithLoadBalancer", {"loadBalancerId": lb_id}, config)  # expect: CLB204 GetCertListWithLoadBalancer
    if reply.code == 4102:  # expect: CLB101 4102
        raise PermissionError(reply.text)
    return reply.data
