import functools
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDexample", "secretKey": "examplekey"})
describe_listeners = functools.partial(service.call, "DescribeForwardLBListeners")
describe_balancers = functools.partial(service.call, "DescribeLoadBalancers")

balancers = json.loads(describe_balancers({"forward": 1, "limit": 100}))
if balancers["code"] != 0:
    print("no balancers")
for balancer in balancers.get("loadBalancerSet", []):
    listeners = json.loads(describe_listeners({"loadBalancerId": balancer["loadBalancerId"]}))
    if listeners["code"] == 0:
        print(balancer["loadBalancerName"], len(listeners["listenerSet"]))
