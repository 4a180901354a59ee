import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
rsp = json.loads(lb.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers

if rsp["code"] in (4100, 4104):  # expect: CLB101 4100 4104
    print("keys")
if rsp["code"] in [4101, 4102, 4103]:  # expect: CLB101 4101 4102 4103
    print("rights")
if rsp["code"] in {"4105", "4106"}:  # expect: CLB101 4105 4106
    print("session")
if rsp["code"] in frozenset((6000, 6200)):  # expect: CLB101 6000 6200
    print("later")
if rsp["code"] not in set([0, 5400]):  # expect: CLB101 5400
    print("failed")
if rsp["code"] in sorted([5200, 5300]):  # expect: CLB101 5200 5300
    print("purchase")
if rsp["code"] in (0, "0"):  # expect: CLB102
    print("fine")
