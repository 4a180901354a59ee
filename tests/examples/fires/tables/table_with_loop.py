import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

ERRORS = [(4000, "parameter"), (4100, "signature"), (5000, "missing")]  # expect: CLB103 4000 4100 5000


def explain(answer):
    for number, text in ERRORS:
        if answer["code"] == number:  # expect: CLB101
            return text
    return None


lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
print(explain(json.loads(lb.call("DescribeLoadBalancers", {}))))  # expect: CLB204 DescribeLoadBalancers
