# reason: codes of two answers are compared
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
other = json.loads(service.call("DescribeLoadBalancers", {"forward": 0}))
print(answer["code"] == other["code"])
