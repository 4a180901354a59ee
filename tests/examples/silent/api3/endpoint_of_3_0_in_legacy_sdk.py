"""An unknown module name with a 3.0 endpoint: the legacy SDK as a transport of API 3.0."""
import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def client(region):
    return QcloudApi("clb", {  # expect: CLB203
        "Region": region,
        "secretId": os.environ["ID"],
        "secretKey": os.environ["KEY"],
        "Version": "2018-03-17",
        "endpoint": "clb.tencentcloudapi.com",
    })


def names(region):
    body = client(region).call("DescribeLoadBalancers", {"Limit": 100})
    data = json.loads(body)
    error = data["Response"].get("Error", {})
    if error.get("Code") == "AuthFailure.TokenFailure":
        raise SystemExit("token expired")
    if error.get("Code", "").startswith("InvalidParameter"):
        raise ValueError(error["Message"])
    return [one["LoadBalancerName"] for one in data["Response"]["LoadBalancerSet"]]
