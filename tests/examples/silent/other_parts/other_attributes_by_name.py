import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Wrapped:
    """Stands before anything; one of them before a client."""

    status = "fine"

    def __init__(self, target):
        self._target = target
        self.code = 4100

    def __getattr__(self, name):
        return getattr(self._target, name)


class Reply:
    def __init__(self, fields):
        self._fields = fields

    def __getattr__(self, name):
        return self._fields[name]


legacy = Wrapped(QcloudApi("lb", {}))  # expect: CLB203
answer = Reply(json.loads(legacy.call("DescribeQuota", {})))  # expect: CLB204 DescribeQuota
print(answer.data.code == 4100, answer.loadBalancerSet[0].code == 4400)
shop = Wrapped(requests.Session())
order = Reply(shop.get("https://shop.example.com/orders/1").json())
print(order.code == 4100, order.message, legacy.code == 4100, legacy.status == 4100)
