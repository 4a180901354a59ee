import json
from enum import IntEnum

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Code(IntEnum):
    SUCCESS = 0  # expect: CLB103
    PARAMETER = 4000  # expect: CLB103 4000
    QUOTA = 4400  # expect: CLB103 4400
    MISSING = 5000  # expect: CLB103 5000


def main():
    api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    raw = answer["code"]  # expect: CLB104
    code = Code(raw)
    if code is Code.SUCCESS:  # expect: CLB102
        return
    match code:
        case Code.PARAMETER:  # expect: CLB101 4000
            print("parameter")
        case Code.QUOTA | Code.MISSING:  # expect: CLB101 4400 5000
            print("quota or missing")


main()
