"""Two sites, two clients, one comparison."""
import json

from QcloudApi.qcloudapi import QcloudApi

KEYS = {"secretId": "AKIDexample", "secretKey": "examplekey"}

south = QcloudApi("lb", {"Region": "gz", "secretId": KEYS["secretId"], "secretKey": KEYS["secretKey"]})
east = QcloudApi("lb", {"Region": "sh", "secretId": KEYS["secretId"], "secretKey": KEYS["secretKey"]})


def names(site):
    answer = json.loads(site.call("DescribeLoadBalancers", {"limit": 100, "forward": 1}))
    if answer["code"] != 0:
        return None
    return {balancer["loadBalancerName"] for balancer in answer["loadBalancerSet"]}


in_south = names(south)
in_east = names(east)
if in_south is None or in_east is None:
    print("cannot compare")
else:
    print("only south:", sorted(in_south - in_east))
    print("only east:", sorted(in_east - in_south))
