import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

cvm = QcloudApi("cvm", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
old = json.loads(cvm.call("DescribeInstances", {"limit": 1}))  # expect: CLB204 DescribeInstances
if old["code"] == 4101:  # expect: CLB101 4101
    print("no right")
new = json.loads(cvm.call("DescribeInstances", {"Limit": 1, "Version": "2017-03-12"}))
if "Error" in new["Response"]:
    print(new["Response"]["Error"]["Message"])
