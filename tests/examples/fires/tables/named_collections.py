import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

AUTH_CODES = (4100, 4104, 4105)  # expect: CLB103 4100 4104 4105
RETRYABLE = frozenset({4400, 6000, 6200})  # expect: CLB103 4400 6000 6200
FINE = [0]  # expect: CLB103
CAM_CODES = {"4101", "4102", "4103"}  # expect: CLB103 4101 4102 4103
AUTH_RANGE = range(4100, 4200)  # expect: CLB103


def verdict(api):
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    code = answer["code"]  # expect: CLB104
    if code in FINE:  # expect: CLB102
        return "fine"
    if code in AUTH_CODES:  # expect: CLB101 4100 4104 4105
        return "keys"
    if code in RETRYABLE:  # expect: CLB101 4400 6000 6200
        return "later"
    if str(code) in CAM_CODES:  # expect: CLB101 4101 4102 4103
        return "rights"
    return "identity" if code in AUTH_RANGE else "?"  # expect: CLB101


print(verdict(QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})))  # expect: CLB203
