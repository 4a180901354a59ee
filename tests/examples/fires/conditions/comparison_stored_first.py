import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def inspect(config):
    api = QcloudApi("lb", config)  # expect: CLB203
    reply = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    expired = reply["code"] == 4105  # expect: CLB101 4105
    verdict = {
        "missing": reply["code"] == 5000,  # expect: CLB101 5000
        "blocked": reply["code"] == 4300,  # expect: CLB101 4300
    }
    print("expired" if expired else "valid")
    return bool(reply["code"]), verdict  # expect: CLB102
