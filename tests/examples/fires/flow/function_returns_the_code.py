import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def error_code(response):
    return int(response.get("code", 0))  # expect: CLB104


def is_auth_problem(code):
    return code in [4100, 4104, 4105, 4106]  # expect: CLB101 4100 4104 4105 4106


def main(config):
    api = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    code = error_code(answer)
    if is_auth_problem(code):
        print("check the keys")
    elif code == 6000:  # expect: CLB101 6000
        print("their fault")
