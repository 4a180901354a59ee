import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
answer = json.loads(service.call("ManualRewrite", {
    "loadBalancerId": "lb-app1",
    "sourceuListenerId": "lbl-http1",
    "targetuListenerId": "lbl-https1",
    "rewriteInfo.0.sourceLocation": "loc-2",
    "rewriteInfo.0.targetLocation": "loc-4",
}))
if answer["code"] == 0:
    print("rewritten")
elif answer["code"] == 4000:
    print("exists already, or bad ids")
else:
    print("not rewritten")
