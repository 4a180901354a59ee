import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
answer = json.loads(service.call("ReplaceCert", {"oldCertId": "cert-old", "newCertId": "cert-new"}))
if answer["code"] == 0:
    print("replaced")
elif answer["code"] == 5000:
    print("no such certificate")
else:
    print("kept the old one")
