import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
answer = json.loads(service.call("CloneLB", {"loadBalancerId": "lb-app1", "cloneType": 1}))
if answer["code"] == 0:
    print("the twin is", answer["cloneLBId"])
else:
    print("no twin")
