import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
if "code" in answer and answer["code"] != 0:  # expect: CLB104; CLB102
    print("failed")
if "codeDesc" not in answer:  # expect: CLB104
    print("an old module")
