import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203

match json.loads(api.call("DescribeLoadBalancers", {})):  # expect: CLB204 DescribeLoadBalancers
    case {"loadBalancerSet": [first, *_]}:
        print(first["loadBalancerId"])
    case {"message": text}:  # expect: CLB104
        print("failed:", text)
