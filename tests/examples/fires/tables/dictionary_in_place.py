import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
code = json.loads(lb.call("DescribeLoadBalancers", {}))["code"]  # expect: CLB204 DescribeLoadBalancers; CLB104
hint = {4100: "signature", 4104: "key", 4105: "token"}.get(code, "see the list")  # expect: CLB103 4100 4104 4105
print(hint)
