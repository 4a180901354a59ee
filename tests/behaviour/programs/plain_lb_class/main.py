"""Skips the factory of the SDK and takes the class of the module itself."""
import json

from QcloudApi.modules.lb import Lb

lb = Lb({"Region": "sh", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "GET"})
reply = json.loads(lb.call("DescribeLoadBalancers", {"forward": 1, "limit": 10}))
if reply["code"]:
    print("no reply")
else:
    print([one["loadBalancerName"] for one in reply["loadBalancerSet"]])
