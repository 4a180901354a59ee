from lbtool import api


def listing():
    answer = api.call("DescribeLoadBalancers", {})  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == 4100:  # expect: CLB101 4100 via tool-call
        return Outcome(2, [])
    return Outcome(0, answer["loadBalancerSet"])


class Outcome:
    def __init__(self, code, items):
        self.code = code
        self.items = items
