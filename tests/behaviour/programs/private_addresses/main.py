import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DescribeForwardLBBackends", {
    "loadBalancerId": "lb-app1",
    "listenerIds.0": "lbl-tcp1",
}))
if answer["code"] == 0:
    for listener in answer["data"]:
        for backend in listener["backends"]:
            print(backend["lanIp"], backend["port"])
