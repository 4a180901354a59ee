"""Deregister backends; a batch can succeed in part."""
import json

from QcloudApi.qcloudapi import QcloudApi

PARTIAL = 5400

service = QcloudApi("lb", {
    "Region": "ap-guangzhou",
    "secretId": "AKIDexample",
    "secretKey": "examplekey",
    "method": "POST",
})


def deregister(balancer, instances):
    params = {"loadBalancerId": balancer}
    for number, instance in enumerate(instances):
        params["backends.%d.instanceId" % number] = instance
    result = json.loads(service.call("DeregisterInstancesFromLoadBalancer", params))
    if result["code"] == PARTIAL:
        print("some instances are still attached, run again")
        return False
    if result["code"] != 0:
        print("nothing was detached")
        return False
    return True


if deregister("lb-classic1", ["ins-a"]):
    print("detached")
