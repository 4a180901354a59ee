"""Two listeners in one request, on ports of the same kind."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
answer = json.loads(service.call("CreateForwardLBFourthLayerListeners", {
    "loadBalancerId": "lb-app1",
    "listeners": [
        {"loadBalancerPort": 6001, "protocol": 2, "listenerName": "first"},
        {"loadBalancerPort": 6002, "protocol": 3, "listenerName": "second"},
    ],
}))
if answer["code"] == 0:
    print("%d listeners" % len(answer["listenerIds"]))
else:
    print("none")
