# reason: no parameter of DescribeLoadBalancers that the table knows
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
params = {"forward": 1, "colour": "red"}
print(json.loads(service.call("DescribeLoadBalancers", params))["code"] == 0)
