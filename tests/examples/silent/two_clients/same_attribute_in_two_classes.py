"""Both classes keep their client in `self.client` and their last answer in `self.last`."""
import json

import lark_oapi
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Balancers:
    def __init__(self, config):
        self.client = QcloudApi("lb", config)  # expect: CLB203
        self.last = None

    def refresh(self):
        self.last = json.loads(self.client.call("DescribeLoadBalancers", {}))  # expect: CLB204

    def refused(self):
        return self.last["code"] in (4101, 4102, 4103)  # expect: CLB101 4101 4102 4103


class Chats:
    def __init__(self, app_id, secret):
        self.client = lark_oapi.Client.builder().app_id(app_id).app_secret(secret).build()
        self.last = None

    def refresh(self):
        self.last = self.client.im.v1.chat.list(None)

    def refused(self):
        return self.last.code in (4101, 4102, 4103) or self.last.code == 4100

    def fine(self):
        return self.last.code == 0
