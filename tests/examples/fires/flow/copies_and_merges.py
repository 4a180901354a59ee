import copy
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
first = json.loads(api.call("DescribeLoadBalancers", {"limit": 20}))  # expect: CLB204 DescribeLoadBalancers
answer = copy.deepcopy(first)
record = dict(answer, region="gz")
if record["code"] == 4300:  # expect: CLB101 4300
    print("blocked")
merged = {**first, "seen": True}
if merged.get("code") == 4400:  # expect: CLB101 4400
    print("quota")
