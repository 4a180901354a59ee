"""The legacy client already speaks 3.0 here: `Version` is sent along."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

CONFIG = {
    "Region": "ap-guangzhou",
    "secretId": "x",
    "secretKey": "y",
    "Version": "2017-03-12",
}

service = QcloudApi("cvm", CONFIG)  # expect: CLB203
answer = json.loads(service.call("DescribeInstances", {"Limit": 1}))
error = answer["Response"].get("Error")
if error and error["Code"] == "AuthFailure.SignatureFailure":
    print(error["Message"])
code = answer.get("code")
if code == 4100:
    print("never printed")
