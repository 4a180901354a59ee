import json

from .transport import SERVICE


def _call(action, params, field):
    data = json.loads(SERVICE.call(action, params))
    return data["code"], data.get(field)


def listeners(balancer):
    return _call("DescribeForwardLBListeners", {"loadBalancerId": balancer}, "listenerSet")


def balancers(limit):
    data = json.loads(SERVICE.call("DescribeLoadBalancers", {"limit": limit}))
    return data["code"], data.get("loadBalancerSet", [])
