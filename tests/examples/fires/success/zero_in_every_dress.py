import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers

if answer["code"] == "0":  # expect: CLB102
    print("text")
if str(answer["code"]) != "0":  # expect: CLB102
    print("text again")
if answer["code"] > 0:  # expect: CLB102
    print("positive")
if answer["code"] is 0:  # expect: CLB102
    print("identity, alas")
if answer["code"] in (0,):  # expect: CLB102
    print("member")
if 0 < answer["code"]:  # expect: CLB102
    print("reversed")
