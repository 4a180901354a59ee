import json

from QcloudApi.qcloudapi import QcloudApi


def describe(limit):
    api = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    return json.loads(api.call("DescribeLoadBalancers", {"limit": limit}))
