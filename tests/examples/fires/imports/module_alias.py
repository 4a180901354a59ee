import json

import QcloudApi.qcloudapi as q  # expect: CLB202

api = q.QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
if answer["code"] == 4300:  # expect: CLB101 4300
    print("blocked")
