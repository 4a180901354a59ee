from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from .base import Sync


class Balancers(Sync):
    def __init__(self, config):
        self.api = QcloudApi("lb", config)  # expect: CLB203

    def fetch(self):
        return self.api.call("DescribeLoadBalancers", {"limit": 100})  # expect: CLB204  # here: sync-fetch

    def on_code(self, code):
        if code in (4101, 4102, 4103):  # expect: CLB101 4101 4102 4103 via sync-fetch
            raise PermissionError(code)
