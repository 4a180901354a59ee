import json

from connection import client


def rename(balancer, name):
    result = json.loads(client().call("ModifyForwardLBName", {
        "loadBalancerId": balancer,
        "loadBalancerName": name,
    }))
    if result["code"] == 5000:
        return "gone"
    return result["code"] == 0
