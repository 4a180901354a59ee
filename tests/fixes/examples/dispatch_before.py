import json

from QcloudApi.qcloudapi import QcloudApi

HINTS = {
    4104: "the key was deleted",  # seen in production
    4500: "is the clock right?",
}

service = QcloudApi("lb", {"Region": "ap-beijing", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1, "limit": 1}))
print(HINTS.get(answer["code"], "no idea"))
