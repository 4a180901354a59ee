import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def show(answer, verbose):
    if answer["code"]:  # expect: CLB102
        print("failed")
    if not answer["code"] and verbose:  # expect: CLB102
        print("fine")
    failed = bool(answer["code"])  # expect: CLB102
    label = "bad" if answer["code"] else "good"  # expect: CLB102
    return failed, label, answer.get("code") and answer["message"]  # expect: CLB102; CLB104


api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
show(json.loads(api.call("DescribeLoadBalancers", {})), True)  # expect: CLB204 DescribeLoadBalancers
