import json
import string

from QcloudApi.qcloudapi import QcloudApi

TEMPLATE = "{totalCount} balancers in this region"

service = QcloudApi("lb", {"Region": "ap-chengdu", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 1}))
if answer["code"] == 0:
    print(string.Formatter().vformat(TEMPLATE, (), answer))
else:
    print("unavailable")
