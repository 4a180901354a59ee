import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Report:
    def __init__(self, api):
        self.reply = json.loads(api.call("DescribeLoadBalancers", {"limit": 1}))  # expect: CLB204 DescribeLoadBalancers

    @property
    def family(self):
        return self.reply["code"] // 100  # expect: CLB104

    def advice(self):
        if self.family == 41:  # expect: CLB101
            return "check keys and rights"
        if self.family in (60, 61, 62):  # expect: CLB101
            return "wait"
        return ""


print(Report(QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})).advice())  # expect: CLB203
