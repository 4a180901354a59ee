"""Two caches with the same keys; one holds legacy answers, the other the partner's."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Cache:
    def __init__(self, config):
        self.service = QcloudApi("lb", config)  # expect: CLB203
        self.legacy = {}
        self.partner = {}

    def load(self, key):
        self.legacy[key] = json.loads(
            self.service.call("DescribeLoadBalancers", {"searchKey": key})  # expect: CLB204
        )
        self.partner[key] = requests.get("https://partner.example.com/" + key).json()

    def quota_left(self, key):
        return self.legacy[key]["code"] != 4400  # expect: CLB101 4400

    def partner_quota_left(self, key):
        return self.partner[key]["code"] != 4400 and self.partner[key]["code"] not in (4000, 0)
