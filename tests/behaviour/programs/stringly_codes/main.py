"""The manual's samples print the code as a string, so nobody trusts its type."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("ModifyForwardLBRulesDomain", {
    "loadBalancerId": "lb-app1",
    "listenerId": "lbl-http1",
    "domain": "www.example.com",
    "newDomain": "www.example.org",
}))
if str(answer["code"]) == "0":
    print("moved")
elif int(answer["code"]) == 4100:
    print("key")
elif str(answer.get("code")) in ("5000", "4000"):
    print("domain or listener")
else:
    print("failed")
