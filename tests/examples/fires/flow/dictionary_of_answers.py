import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Survey:
    def __init__(self, regions):
        self.answers = {}
        for region in regions:
            api = QcloudApi("lb", {"Region": region, "secretId": "x", "secretKey": "y"})  # expect: CLB203
            self.answers[region] = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers

    def failed(self):
        for region, answer in self.answers.items():
            if answer["code"] != 0:  # expect: CLB102
                yield region

    def locked(self, region):
        return self.answers[region]["code"] == 4300  # expect: CLB101 4300
