"""Old tickets use the one id, new ones the other."""
import json

from QcloudApi.qcloudapi import QcloudApi

api = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
data = json.loads(api.call("DescribeLoadBalancers", {"limit": 50, "forward": 1}))
by_id = {}
if data["code"] == 0:
    for item in data["loadBalancerSet"]:
        for key in (item["loadBalancerId"], item["unLoadBalancerId"]):
            by_id[key] = item["loadBalancerName"]
print(sorted(set(by_id.values())))
print("lb-app1" in by_id)
