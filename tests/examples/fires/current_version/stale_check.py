import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

config = {"Region": "ap-guangzhou", "secretId": "x", "secretKey": "y", "Version": "2017-03-12"}
api = QcloudApi("cvm", config)  # expect: CLB203
answer = json.loads(api.call("RunInstances", {"ImageId": "img-1"}))
error = answer["Response"].get("Error", {})
if error.get("Code") == 5300:  # expect: CLB105 5300
    print("no money")
