import json

from connection import client


def names():
    answer = json.loads(client().call("DescribeLoadBalancers", {"limit": 100, "forward": 1}))
    if answer["code"]:
        return []
    return sorted(b["loadBalancerName"] for b in answer["loadBalancerSet"])
