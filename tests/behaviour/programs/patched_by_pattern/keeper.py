import json

from QcloudApi.qcloudapi import QcloudApi


def client(region):
    return QcloudApi("lb", {"Region": region, "secretId": "AKIDexample", "secretKey": "examplekey"})


def alive():
    answer = json.loads(client("gz").call("DescribeLoadBalancers", {"limit": 1}))
    return answer["code"] == 0
