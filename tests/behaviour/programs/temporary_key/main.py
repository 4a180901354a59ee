"""Key and token come from the metadata file of the machine."""
import json
import os

from QcloudApi.qcloudapi import QcloudApi

config = {
    "Region": "ap-guangzhou",
    "secretId": os.environ["TMP_SECRET_ID"],
    "secretKey": os.environ["TMP_SECRET_KEY"],
    "Token": os.environ["TMP_TOKEN"],
    "SignatureMethod": "HmacSHA256",
    "method": "POST",
}
service = QcloudApi("lb", config)
answer = json.loads(service.call("DeregisterInstancesFromForwardLBFourthListener", {
    "loadBalancerId": "lb-app1",
    "listenerId": "lbl-tcp1",
    "backends.0.instanceId": "ins-a",
    "backends.0.port": 8080,
}))
if answer["code"] == 4105:
    print("token expired")
elif answer["code"] == 0:
    print("removed")
else:
    print("still there")
