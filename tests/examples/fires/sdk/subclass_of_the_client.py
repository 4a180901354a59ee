import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class JsonApi(QcloudApi):
    def __init__(self, region):
        super().__init__("lb", {"Region": region, "secretId": "x", "secretKey": "y"})  # expect: CLB203

    def ask(self, action, **params):
        return json.loads(self.call(action, params))  # expect: CLB204


answer = JsonApi("gz").ask("DescribeLoadBalancers", limit=1)  # expect: CLB204 DescribeLoadBalancers
if answer["code"] == 4105:  # expect: CLB101 4105
    print("token")
