import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

client = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203


def failed_with(answer, *, expected):
    return answer["code"] == expected  # expect: CLB101


def has_listener(lb, listener):
    params = {"loadBalancerId": lb, "listenerIds.0": listener}
    answer = json.loads(client.call("DescribeLoadBalancerListeners", params))  # expect: CLB204 DescribeLoadBalancerListeners
    if failed_with(answer, expected=5000):
        return False
    return bool(answer["listenerSet"])
