import collections
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

HINTS = collections.defaultdict(lambda: "see the manual", {4100: "signature", 4500: "clock"})  # expect: CLB103 4100 4500

lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
code = json.loads(lb.call("DescribeLoadBalancers", {}))["code"]  # expect: CLB204 DescribeLoadBalancers; CLB104
print(HINTS[code])
