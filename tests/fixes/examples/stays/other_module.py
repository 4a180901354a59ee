# reason: no table of the actions of module cvm
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("cvm", {"Region": "gz", "secretId": "id", "secretKey": "key"})
print(json.loads(service.call("DescribeInstances", {}))["code"] == 0)
