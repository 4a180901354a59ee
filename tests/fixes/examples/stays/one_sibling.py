# reason: API 3.0 does not tell 4102
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
if answer["code"] == 4102:
    print("the resource")
