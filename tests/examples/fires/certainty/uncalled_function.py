"""A library: its functions are called from other modules, nobody knows with what."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def describe(config):
    return json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", {}))  # expect: CLB203; CLB204 DescribeLoadBalancers


def explain(code):
    if code == 4100:  # expect: CLB101 4100 likely
        return "signature"
    if code in (4104, "4105"):  # expect: CLB101 4104 4105 likely
        return "keys"
    return "unknown"


def is_missing(response):
    return response["code"] == 5000  # expect: CLB101 5000 likely


def listen(port, size):
    return "agent" if port == 4100 and size > 4000 else "other"
