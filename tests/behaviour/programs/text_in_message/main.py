import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DeleteForwardLBListener", {"loadBalancerId": "lb-app1", "listenerId": "lbl-tcp1"}))
if answer["code"] == 0:
    print("deleted")
elif answer["message"].startswith("(100004)"):
    print("was deleted before")
else:
    print("failed")
