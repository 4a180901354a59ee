# reason: treated differently
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
code = answer["code"]
if code == 4101:
    print("the interface")
elif code == 4102:
    print("the resource")
