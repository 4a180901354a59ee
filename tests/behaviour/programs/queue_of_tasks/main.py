"""Starts several changes, then waits for all of them."""
import collections
import json
import time

from QcloudApi.qcloudapi import QcloudApi

lb = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
pending = collections.deque()
failed = []

CHANGES = [
    ("lb-app1", "blue"),
    ("lb-app2", "green"),
]
for balancer, name in CHANGES:
    answer = json.loads(lb.call("ModifyLoadBalancerAttributes", {"loadBalancerId": balancer, "loadBalancerName": name}))
    if answer["code"] == 0:
        pending.append(answer["requestId"])
    else:
        failed.append(name)

rounds = 0
while pending and rounds < 50:
    rounds += 1
    task = pending.popleft()
    result = json.loads(lb.call("DescribeLoadBalancersTaskResult", {"requestId": task}))
    if result["code"] == 0 and result["data"]["status"] == 0:
        continue
    if result["code"] == 0 and result["data"]["status"] == 1:
        failed.append("task")
        continue
    time.sleep(0)
    pending.append(task)
print("failed:", sorted(failed))
