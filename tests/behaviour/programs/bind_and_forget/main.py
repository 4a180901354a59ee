# Called by the boot script of a machine: says hello to the load balancer.
# Must never stop the boot, so errors are written down and that is that.
import json
import sys

from QcloudApi.qcloudapi import QcloudApi


def note(text):
    with open("boot.log", "a") as log:
        log.write(text + "\n")


try:
    service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDboot", "secretKey": "boot-key"})
    # the answer is of no interest
    service.call("RegisterInstancesWithForwardLBFourthListener", {
        "loadBalancerId": sys.argv[1],
        "listenerId": sys.argv[2],
        "backends.0.instanceId": sys.argv[3],
        "backends.0.port": 3306,
    })
    answer = json.loads(service.call("ModifyLoadBalancerAttributes", {
        "loadBalancerId": sys.argv[1],
        "loadBalancerName": "with-" + sys.argv[3],
    }))
    note("renamed" if answer.get("code", -1) == 0 else "not renamed")
except Exception:
    note("no cloud today")
print("boot goes on")
