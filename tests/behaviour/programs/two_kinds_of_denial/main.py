import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DeleteForwardLBListener", {
    "loadBalancerId": "lb-app1",
    "listenerId": "lbl-tcp1",
}))
code = answer["code"]
if code == 0:
    print("deleted")
elif code == 4101:
    print("ask the root account for the right to call DeleteForwardLBListener")
elif code == 4102:
    print("ask the root account for the right to this balancer")
else:
    print("failed")
