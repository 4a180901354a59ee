"""Shows which listeners sit on a port that the firewall blocks.

The ports are data of a legacy answer, not its error code.
"""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

BLOCKED = (4000, 5000, 6000)


def listeners(balancer_id, config):
    service = QcloudApi("lb", config)  # expect: CLB203
    body = service.call("DescribeLoadBalancerListeners",  # expect: CLB204
                        {"loadBalancerId": balancer_id})
    answer = json.loads(body)
    if answer["code"] != 0:  # expect: CLB102
        raise RuntimeError("cannot list listeners of %s" % balancer_id)
    return answer["listenerSet"]


def blocked(balancer_id, config):
    result = []
    for listener in listeners(balancer_id, config):
        if listener["loadBalancerPort"] in BLOCKED:
            result.append(listener["unListenerId"])
        elif 4100 <= listener["instancePort"] < 4200:
            result.append(listener["unListenerId"])
        elif listener["status"] == 4500 or listener["instancePort"] == 6100:
            print("skipped", listener["listenerName"])
    return result
