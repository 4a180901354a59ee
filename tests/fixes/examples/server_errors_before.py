import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})


def ask(tries=3):
    for _ in range(tries):
        code = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))["code"]
        if code < 6000:
            return True
    return False


ask()
