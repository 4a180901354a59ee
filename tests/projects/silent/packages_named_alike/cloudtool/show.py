import os

from cloudtool import qcloudapi, qcloudsdk
from cloudtool.qcloudsdk import Plugin as Demo

clients = [
    qcloudapi.Plugin(os.environ["ID"], os.environ["KEY"]),
    qcloudsdk.Plugin({"DescribeLoadBalancers": {"code": 0, "TotalCount": 2}}),
    Demo({"DescribeQuota": {"code": 4400}}),
]
for client in clients:
    answer = client.call("DescribeLoadBalancers", {})
    if answer.get("code") == 4100 or answer.get("code", 0) in (5000, 6000):
        print(answer["message"])
if clients[2].call("DescribeQuota", {})["code"] == 4400:
    print("quota")
