# reason: the answer is read by eval()
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = eval(service.call("DescribeLoadBalancers", {"forward": 1}))
print(answer["code"] == 4100)
