"""All backends move to the same port."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
answer = json.loads(service.call("ModifyForwardFourthBackendsPort", {
    "loadBalancerId": "lb-app1",
    "listenerId": "lbl-tcp1",
    "backends.0.instanceId": "ins-a",
    "backends.0.port": 8080,
    "backends.0.newPort": 8090,
}))
if answer["code"] == 0:
    print("moved")
elif answer["code"] == 5100:
    print("busy")
else:
    print("not moved")
