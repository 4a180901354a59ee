"""`check` is overridden: the one of the base class never meets a legacy answer."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Source:
    url = "https://cmdb.example.com/items"

    def fetch(self):
        return requests.get(self.url, timeout=5).json()

    def check(self, answer):
        return answer["code"] != 4100 and answer["code"] not in (4000, 5000)

    def items(self):
        answer = self.fetch()
        return answer["items"] if self.check(answer) else []


class BalancerSource(Source):
    def __init__(self, config):
        self.service = QcloudApi("lb", config)  # expect: CLB203

    def fetch(self):
        return json.loads(self.service.call("DescribeLoadBalancers", {}))  # expect: CLB204

    def check(self, answer):
        return answer["code"] != 4100  # expect: CLB101 4100


def everything(config):
    return Source().items() + BalancerSource(config).items()
