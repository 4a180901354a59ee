import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})


def pause():
    code = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))["code"]
    return 0 if code == 0 else 60 if code == 4400 else 5


print(pause())
