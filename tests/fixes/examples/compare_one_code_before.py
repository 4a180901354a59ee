"""Tell whether a balancer is there."""

import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})


def exists(balancer):
    params = {"forward": 1, "loadBalancerIds.0": balancer}
    answer = json.loads(service.call("DescribeLoadBalancers", params))
    if answer["code"] == 4104:  # the key was deleted
        raise SystemExit("no such key")
    return answer["code"] == 0 and answer["totalCount"] > 0
