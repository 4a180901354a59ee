from .request import lb_request
from .table import MISSING


def explain(code):
    if code == 4100:  # expect: CLB101 4100 likely
        return "signature"
    return "code %s" % code


def is_missing(response):
    return response["code"] == MISSING  # expect: CLB101 5000 likely


def ping(config):
    return lb_request(config, "DescribeLoadBalancers", {"limit": 1})["totalCount"]  # expect: CLB204 DescribeLoadBalancers via sdk client request
