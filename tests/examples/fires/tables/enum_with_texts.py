import json
from enum import Enum

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Failure(Enum):
    SIGNATURE = (4100, "the signature is wrong")  # expect: CLB103 4100
    NO_KEY = (4104, "there is no such key")  # expect: CLB103 4104

    def __init__(self, number, text):
        self.number = number
        self.text = text


lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
rsp = json.loads(lb.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
if rsp["code"] == Failure.SIGNATURE.number:  # expect: CLB101 4100
    print(Failure.SIGNATURE.text)
elif rsp["code"] == Failure.NO_KEY.number:  # expect: CLB101 4104
    print(Failure.NO_KEY.text)
