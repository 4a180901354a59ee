import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def handle(answer):
    match answer:
        case {"code": 0}:  # expect: CLB102
            return answer["loadBalancerSet"]
        case {"code": 4100}:  # expect: CLB101 4100
            raise PermissionError("signature")
        case {"code": 5000 | 5100}:  # expect: CLB101 5000 5100
            return []
        case {"code": "4104" | "4105"}:  # expect: CLB101 4104 4105
            raise PermissionError("key or token")
        case {"codeDesc": "LimitExceeded"}:  # expect: CLB101
            return None
    raise RuntimeError("no idea")


api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
handle(json.loads(api.call("DescribeLoadBalancers", {})))  # expect: CLB204 DescribeLoadBalancers
