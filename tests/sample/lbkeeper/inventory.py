"""Names the load balancers of the shop, or says why it cannot."""

import json
import os

from QcloudApi.qcloudapi import QcloudApi

DENIED = (4101, 4102, 4103)


def public_names():
    config = {
        "Region": "gz",
        "secretId": os.environ["QCLOUD_SECRET_ID"],
        "secretKey": os.environ["QCLOUD_SECRET_KEY"],
    }
    service = QcloudApi("lb", config)
    # Classic and application instances alike.
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": -1, "limit": "100"}))
    code = answer["code"]
    if code in DENIED:
        raise PermissionError(answer["message"])
    if code == 4104:
        raise LookupError("no such key; was it deleted?")
    if code != 0:
        raise RuntimeError("not listed: " + answer["message"])
    return [
        each["loadBalancerName"]
        for each in answer["loadBalancerSet"]
        if each["loadBalancerType"] == 2
    ]
