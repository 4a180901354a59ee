"""Orders a balancer and waits until it is there; the ids are taken flat."""
import itertools
import json
import sys
import time

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})


def order(name):
    return json.loads(service.call("CreateLoadBalancer", {
        "loadBalancerType": 2,
        "forward": 1,
        "loadBalancerName": name,
        "projectId": 0,
    }))


answer = order("brand-new")
if answer["code"] == 5200:
    sys.exit("sold out")
if answer["code"] == 5300:
    sys.exit("no money")
if answer["code"] != 0:
    sys.exit("not ordered")
ids = list(itertools.chain.from_iterable(answer["unLoadBalancerIds"].values()))
task = answer["requestId"]
for _ in range(10):
    state = json.loads(service.call("DescribeLoadBalancersTaskResult", {"requestId": task}))
    if state["code"] != 0:
        sys.exit("lost")
    if state["data"]["status"] != 2:
        break
    time.sleep(3)
print(ids, "ready" if state["data"]["status"] == 0 else "failed")
