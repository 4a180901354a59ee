"""Register, wait, shift the weight, wait."""
import json
import time

from QcloudApi.qcloudapi import QcloudApi


class Failed(Exception):
    pass


class Balancer(object):
    service = QcloudApi("lb", {
        "Region": "ap-guangzhou",
        "secretId": "AKIDexample",
        "secretKey": "examplekey",
        "method": "POST",
    })

    def __init__(self, identifier):
        self.identifier = identifier

    def _wait(self, started):
        if started["code"] != 0:
            raise Failed(started["message"])
        for _ in range(30):
            task = json.loads(self.service.call("DescribeLoadBalancersTaskResult", {
                "requestId": started["requestId"],
            }))
            if task["code"] != 0 or task["data"]["status"] == 1:
                raise Failed("task")
            if task["data"]["status"] == 0:
                return
            time.sleep(0)
        raise Failed("timeout")

    def weight(self, listener, instance, port, weight):
        self._wait(json.loads(self.service.call("ModifyForwardFourthBackendsWeight", {
            "loadBalancerId": self.identifier,
            "listenerId": listener,
            "backends": [{"instanceId": instance, "port": port, "weight": weight}],
        })))

    def rename(self, name):
        self._wait(json.loads(self.service.call("ModifyLoadBalancerAttributes", {
            "loadBalancerId": self.identifier,
            "loadBalancerName": name,
        })))


balancer = Balancer("lb-app1")
try:
    balancer.weight("lbl-tcp1", "ins-a", 8080, 5)
    balancer.rename("half-drained")
except Failed:
    print("stopped")
else:
    print("half drained")
