"""A deployment step: anything unexpected must stop it."""
import json

from QcloudApi.qcloudapi import QcloudApi

ACTION_SUCCESS = 0
service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})

r = json.loads(service.call("DeregisterInstancesFromLoadBalancer", {
    "loadBalancerId": "lb-classic1",
    "backends.0.instanceId": "ins-a",
}))
assert r["code"] == ACTION_SUCCESS, r["message"]
assert not r["code"]
print("deregistered")
