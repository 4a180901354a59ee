import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
if answer.get("code", -1) != 0:
    print("failed:", answer.get("message", ""))
for balancer in answer.get("loadBalancerSet", []):
    print(balancer.get("loadBalancerName", "?"), balancer["loadBalancerVips"])
