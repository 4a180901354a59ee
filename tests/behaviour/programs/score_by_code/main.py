"""A health score the dashboard shows: 100 minus a penalty that grows with the error class."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


def penalty(code):
    return code / 100.0 + code % 7


score = 100.0
for balancer in ("lb-app1", "lb-app2"):
    answer = json.loads(service.call("DescribeForwardLBBackends", {"loadBalancerId": balancer}))
    score -= penalty(answer["code"])
print("score %.1f" % max(score, 0.0))
