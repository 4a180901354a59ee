# reason: no table of the actions of module clb
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("clb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
print(json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))["code"] == 0)
