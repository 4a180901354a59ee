import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

KEYS = {4100, 4104, 4105}  # expect: CLB103 4100 4104 4105
RIGHTS = {4101, 4102, 4103}  # expect: CLB103 4101 4102 4103


class Watch:
    def __init__(self, config):
        self.api = QcloudApi("lb", config)  # expect: CLB203

    def locked_out(self):
        rsp = json.loads(self.api.call("DescribeLoadBalancers", {"limit": 1}))  # expect: CLB204 DescribeLoadBalancers
        return rsp["code"] in KEYS | RIGHTS  # expect: CLB101 4100 4101 4105
