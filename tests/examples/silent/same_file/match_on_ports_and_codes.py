"""Two match statements; the second one is about ports in the data."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def describe(config, balancer):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancerListeners",  # expect: CLB204
                                     {"loadBalancerId": balancer}))
    if answer["code"] != 0:  # expect: CLB102
        return []
    labels = []
    for listener in answer["listenerSet"]:
        match listener["loadBalancerPort"]:
            case 4000 | 4100:
                labels.append("internal")
            case 5000:
                labels.append("registry")
            case port if 6000 <= port < 6100:
                labels.append("display")
        match listener:
            case {"code": 4100}:
                labels.append("marked")
            case {"protocol": 2, "instancePort": 6000}:
                labels.append("x11")
    return labels
