import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

MESSAGES = {"4000": "parameter", "4100": "signature", "5000": "missing"}  # expect: CLB103 4000 4100 5000


def explain(answer):
    code = str(answer["code"])  # expect: CLB104
    try:
        return MESSAGES[code]
    except KeyError:
        return "code " + code


api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
print(explain(json.loads(api.call("DescribeLoadBalancers", {}))))  # expect: CLB204 DescribeLoadBalancers
