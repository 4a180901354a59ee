"""The order of the branches must not decide: 4000 first, 5000 after it."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


def explain(balancer):
    answer = json.loads(service.call("DescribeForwardLBListeners", {"loadBalancerId": balancer}))
    code = answer["code"]
    if code == 4000:
        return "malformed"
    elif code == 5000:
        return "missing"
    elif code == 5100:
        return "failed"
    elif code == 5300:
        return "no money"
    elif code == 4110 or code == 4100:
        return "who are you"
    elif code == 4104:
        return "key deleted"
    elif code == 4105:
        return "token"
    elif code != 0:
        return "other"
    return "found %d" % len(answer["listenerSet"])


print(explain("lb-app1"))
