import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "bj", "secretId": "id", "secretKey": "key"})


def verdict():
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": -1}))
    match answer["code"]:
        case 0:
            return "fine"
        case 4105 | 4106:
            return "log in again"
        case 6000:
            return "try later"
        case _:
            return "give up"
