"""Open a listener, attach, and undo the first step if the second fails."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

BALANCER = "lb-app1"


class Step(object):
    def __init__(self, api):
        self.api = api

    def open(self, port):
        answer = json.loads(self.api.call("CreateForwardLBFourthLayerListeners", {
            "loadBalancerId": BALANCER,
            "listeners": [{
                "loadBalancerPort": port,
                "protocol": 3,
                "listenerName": "dns",
            }],
        }))
        if answer["code"] != 0:
            return None
        return answer["listenerIds"][0]

    def attach(self, listener, instance, port):
        answer = json.loads(self.api.call("RegisterInstancesWithForwardLBFourthListener", {
            "loadBalancerId": BALANCER,
            "listenerId": listener,
            "backends": [{"instanceId": instance, "port": port, "weight": 10}],
        }))
        return answer["code"] == 0

    def close(self, listener):
        answer = json.loads(self.api.call("DeleteForwardLBListener", {
            "loadBalancerId": BALANCER,
            "listenerId": listener,
        }))
        return answer["code"] in (0, 5000)


def main():
    step = Step(QcloudApi("lb", {
        "Region": "gz",
        "secretId": "AKIDexample",
        "secretKey": "examplekey",
        "method": "POST",
    }))
    listener = step.open(5353)
    if listener is None:
        print("no listener")
        return 1
    if step.attach(listener, "ins-a", 53):
        print("serving")
        return 0
    print("rolled back" if step.close(listener) else "left a listener behind")
    return 2


sys.exit(main())
