import json

from QcloudApi.qcloudapi import QcloudApi

from outcome import Outcome


def check_all(balancers):
    api = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    return [_check(api, balancer) for balancer in balancers]


def _check(api, balancer):
    answer = json.loads(api.call("DescribeForwardLBListeners", {"loadBalancerId": balancer}))
    return Outcome(balancer, code=answer["code"], listeners=len(answer.get("listenerSet", [])))
