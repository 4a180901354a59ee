import enum
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Err(enum.IntEnum):
    UNAUTHORIZED = 4101  # expect: CLB103 4101
    TOKEN = 4105  # expect: CLB103 4105
    INTERNAL = 6000  # expect: CLB103 6000


def advise(answer):
    code = answer["code"]  # expect: CLB104
    if code == Err.UNAUTHORIZED:  # expect: CLB101 4101
        return "ask for the right"
    if code in (Err.TOKEN, Err.INTERNAL):  # expect: CLB101 4105 6000
        return "again"
    return ""


lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
print(advise(json.loads(lb.call("DescribeLoadBalancers", {}))))  # expect: CLB204 DescribeLoadBalancers
