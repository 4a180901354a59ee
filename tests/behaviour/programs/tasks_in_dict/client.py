import json
import time

from QcloudApi.qcloudapi import QcloudApi

_service = QcloudApi("lb", {
    "Region": "ap-guangzhou",
    "secretId": "AKIDexample",
    "secretKey": "examplekey",
    "method": "POST",
})
DONE, FAILED, RUNNING = 0, 1, 2


def attach(balancer, listener, instance, port):
    """The number of the task, or None."""
    answer = json.loads(_service.call("RegisterInstancesWithForwardLBFourthListener", {
        "loadBalancerId": balancer,
        "listenerId": listener,
        "backends.0.instanceId": instance,
        "backends.0.port": port,
        "backends.0.weight": 10,
    }))
    if answer["code"]:
        return None
    return answer["requestId"]


def wait(task, rounds=20):
    for _ in range(rounds):
        answer = json.loads(_service.call("DescribeLoadBalancersTaskResult", {"requestId": task}))
        if answer["code"] != 0:
            return False
        status = answer["data"]["status"]
        if status != RUNNING:
            return status == DONE
        time.sleep(0)
    return False
