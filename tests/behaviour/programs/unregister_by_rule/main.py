import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})


def weights(weight):
    return json.loads(service.call("ModifyForwardSeventhBackends", {
        "loadBalancerId": "lb-app1",
        "listenerId": "lbl-http1",
        "locationIds.0": "loc-1",
        "backends.0.instanceId": "ins-a",
        "backends.0.port": 8081,
        "backends.0.weight": weight,
    }))


def remove():
    return json.loads(service.call("DeregisterInstancesFromForwardLB", {
        "loadBalancerId": "lb-app1",
        "listenerId": "lbl-http1",
        "locationIds.0": "loc-1",
        "backends.0.instanceId": "ins-a",
        "backends.0.port": 8081,
    }))


for step in (lambda: weights(0), remove):
    answer = step()
    if answer["code"] != 0:
        print("stopped")
        break
else:
    print("drained and removed")
