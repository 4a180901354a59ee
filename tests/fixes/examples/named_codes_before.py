import json

from QcloudApi.qcloudapi import QcloudApi

SUCCESS = 0
TOKEN_EXPIRED = 4105

service = QcloudApi("lb", {"Region": "ap-beijing", "secretId": "id", "secretKey": "key"})


def ask(params):
    answer = json.loads(service.call("DescribeLoadBalancers", params))
    if answer["code"] == TOKEN_EXPIRED:
        raise PermissionError("token")
    return answer["code"] == SUCCESS


print(ask({"forward": 1}))
