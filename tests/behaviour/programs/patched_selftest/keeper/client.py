import json

from QcloudApi.qcloudapi import QcloudApi


def connect():
    return QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


def alive(service):
    answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 1}))
    return answer["code"] == 0
