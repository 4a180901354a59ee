import json

from QcloudApi.qcloudapi import QcloudApi

from retry import retried

api = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


@retried
def names():
    return json.loads(api.call("DescribeLoadBalancers", {"limit": 100, "forward": 1}))


@retried
def listeners(balancer):
    return json.loads(api.call("DescribeForwardLBListeners", {"loadBalancerId": balancer}))
