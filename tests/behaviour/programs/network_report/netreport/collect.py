import json

from QcloudApi.qcloudapi import QcloudApi

from .errors import Unavailable


def collect(region):
    service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 100, "forward": 1}))
    if answer["code"] == 6200:
        raise Unavailable("maintenance in " + region)
    if answer["code"]:
        raise Unavailable("no answer from " + region)
    rows = []
    for balancer in answer["loadBalancerSet"]:
        rows.append((balancer["vpcId"], balancer.get("uniqVpcId", "-"), balancer["loadBalancerName"]))
    return rows
