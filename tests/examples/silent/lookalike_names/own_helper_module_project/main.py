"""Lists balancers and the ports they listen on."""

import qcloudapi
from qcloudapi import code_of


def names():
    response = qcloudapi.send("DescribeLoadBalancers", {"Limit": 100})
    code = code_of(response)
    if code == "AuthFailure" or code.startswith("AuthFailure."):
        raise SystemExit("keys?")
    if response["TotalCount"] == 5000:
        print("cut off")
    return [one["LoadBalancerName"] for one in response["LoadBalancerSet"]]


def ports(balancer):
    response = qcloudapi.send("DescribeListeners", {"LoadBalancerId": balancer})
    return [one["Port"] for one in response["Listeners"] if one["Port"] not in (4100, 6000)]
