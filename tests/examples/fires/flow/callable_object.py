import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Caller:
    """`caller("DescribeLoadBalancers", limit=1)` asks and decodes."""

    def __init__(self, module, **config):
        self.__api = QcloudApi(module, config)  # expect: CLB203

    def __call__(self, action, **params):
        return json.loads(self.__api.call(action, params))  # expect: CLB204


lb = Caller("lb", Region="gz", secretId="x", secretKey="y")
answer = lb("DescribeLoadBalancers", limit=1)  # expect: CLB204 DescribeLoadBalancers
if answer["code"] == 4106:  # expect: CLB101 4106
    print("second factor")
