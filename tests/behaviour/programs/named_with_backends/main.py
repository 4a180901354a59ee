"""Balancers by name, with the machines behind them (withRs 2 means: all of them)."""
import json

from QcloudApi.qcloudapi import QcloudApi

KINDS = {2: "public", 3: "private"}

service = QcloudApi("lb", {
    "Region": "gz",
    "secretId": "AKIDexample",
    "secretKey": "examplekey",
    "method": "GET",
})
answer = json.loads(service.call("DescribeLoadBalancers", {
    "forward": -1,
    "withRs": 2,
    "loadBalancerType": 2,
    "orderBy": "createTime",
    "orderType": 1,
    "limit": 100,
}))
if answer["code"] != 0:
    print("failed: %s" % answer["message"])
else:
    for balancer in answer["loadBalancerSet"]:
        kind = balancer["loadBalancerType"]
        print(balancer["loadBalancerName"], KINDS[kind])
        if kind == 2:
            print("  reachable from outside")
