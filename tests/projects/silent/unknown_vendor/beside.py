# min-confidence: possible
"""The origin of `answer` is a package that is not here, so nobody can tell: `likely`, because this
module imports one that makes a legacy call. A number API 2.0 does not have says nothing.
"""
from ksc.client import Client

from cloud import names


def compare(config):
    answer = Client().call("DescribeLoadBalancers")
    if answer["code"] == 4400:  # expect: CLB101 4400 likely
        return None
    if answer["code"] == 7001 or answer["status"] == 4400 or answer["code"] == "Throttling":
        return None
    return len(answer["items"]) - len(names(config))
