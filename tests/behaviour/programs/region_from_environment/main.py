import json
import os

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {
    "Region": os.environ["LB_REGION"],
    "secretId": os.environ["LB_SECRET_ID"],
    "secretKey": os.environ["LB_SECRET_KEY"],
    "method": "POST",
})
answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 20, "forward": 1}))
if answer["code"] in (4100, 4104):
    print("fix the key in the environment")
elif answer["code"] != 0:
    print("failed")
else:
    for balancer in answer["loadBalancerSet"]:
        print(balancer["loadBalancerId"], balancer["loadBalancerName"])
