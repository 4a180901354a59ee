"""Which cloud is asked is a line in a file.

What `connect` gives may be the legacy client, so every check of what its client answers is one of
legacy codes for sure, whatever else may come by: the line must change. Checks of what the other
client answers by itself are none.
"""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Qcloud:
    def __init__(self, options):
        self.api = QcloudApi("lb", options)  # expect: CLB203

    def balancers(self):
        return json.loads(self.api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers  # here: chosen-call


class Hetzner:
    url = "https://api.hetzner.cloud/v1/load_balancers"

    def __init__(self, options):
        self.headers = {"Authorization": "Bearer " + options["token"]}

    def balancers(self):
        return requests.get(self.url, headers=self.headers, timeout=5).json()


def connect(kind, options):
    if kind == "qcloud":
        return Qcloud(options)
    if kind == "hetzner":
        return Hetzner(options)
    raise ValueError(kind)
