import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def classify(answer):
    code = answer["code"]  # expect: CLB104
    if code // 100 == 41:  # expect: CLB101
        return "auth"
    if int(code / 1000) == 5:  # expect: CLB101
        return "resource"
    group, detail = divmod(code, 1000)
    if group == 6:  # expect: CLB101
        return "server"
    if code % 100 == 0:  # expect: CLB101
        return "a group of its own"
    return "detail %d" % detail


lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
print(classify(json.loads(lb.call("DescribeLoadBalancers", {}))))  # expect: CLB204 DescribeLoadBalancers
