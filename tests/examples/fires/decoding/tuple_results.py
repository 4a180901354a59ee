import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Api:
    def __init__(self, config):
        self._lb = QcloudApi("lb", config)  # expect: CLB203

    def balancers(self):
        answer = json.loads(self._lb.call("DescribeLoadBalancers", {"limit": 100}))  # expect: CLB204 DescribeLoadBalancers
        return answer["code"], answer.get("loadBalancerSet", [])  # expect: CLB104


def report(config):
    code, data = Api(config).balancers()
    if code == 4100:  # expect: CLB101 4100
        return "signature failed"
    if code:  # expect: CLB102
        return "failed with %d" % code
    return "\n".join(item["loadBalancerId"] for item in data)
