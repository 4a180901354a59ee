import json
from typing import Final

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

NO_RIGHT, NO_KEY = 4101, 4104  # expect: CLB103 4101; CLB103 4104
QUOTA: Final[int] = 4400  # expect: CLB103 4400
NUMBERS = {"parameter": 4000, "missing": 5000}  # expect: CLB103


def ask(api) -> str:
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    code: int = answer["code"]  # expect: CLB104
    if code == NUMBERS["parameter"]:  # expect: CLB101 4000
        return "parameter"
    if code == QUOTA:  # expect: CLB101 4400
        return "quota"
    if code in {NO_RIGHT, NO_KEY}:  # expect: CLB101 4101 4104
        return "keys"
    return ""


print(ask(QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})))  # expect: CLB203
