import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from .settings import PAGE_SIZE


def names(config):
    api = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {"limit": PAGE_SIZE}))  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == 4100:  # expect: CLB101 4100
        raise PermissionError("signature")
    return [b["loadBalancerName"] for b in answer["loadBalancerSet"]]
