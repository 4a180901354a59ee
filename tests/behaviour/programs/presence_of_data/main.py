"""Whoever wrote this did not know `code`: a failed answer is one without the data."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})

balancers = json.loads(service.call("DescribeLoadBalancers", {"limit": 10, "forward": 1}))
if "loadBalancerSet" in balancers:
    print(len(balancers["loadBalancerSet"]), "balancers")
else:
    print("no balancers:", balancers["message"])

listeners = json.loads(service.call("DescribeForwardLBListeners", {"loadBalancerId": "lb-app1"}))
try:
    print(len(listeners["listenerSet"]), "listeners")
except KeyError:
    print("no listeners")
