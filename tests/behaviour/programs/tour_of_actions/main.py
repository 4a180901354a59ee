"""One harmless question of each kind, to see which rights the sub-account has."""
import json

from QcloudApi.qcloudapi import QcloudApi

QUESTIONS = [
    ("list balancers", "DescribeLoadBalancers", {"limit": 1, "forward": 1}),
    ("list listeners", "DescribeForwardLBListeners", {"loadBalancerId": "lb-app1"}),
    ("list backends", "DescribeForwardLBBackends", {"loadBalancerId": "lb-app1"}),
]

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
for right, action, params in QUESTIONS:
    answer = json.loads(service.call(action, params))
    if answer["code"] in (4101, 4102, 4103):
        print("%s: denied" % right)
    else:
        print("%s: %s" % (right, "ok" if answer["code"] == 0 else "failed"))
