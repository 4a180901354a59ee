import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

BASE = {"secretId": "i", "secretKey": "k", "method": "POST"}

CLIENTS = {
    "gz": QcloudApi("lb", dict(BASE, Region="gz")),  # expect: CLB203
    "sh": QcloudApi("lb", dict(BASE, Region="sh")),  # expect: CLB203
}


def count(region):
    answer = json.loads(CLIENTS[region].call("DescribeLoadBalancers", {"limit": 1}))  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] != 0:  # expect: CLB102
        raise ValueError(answer["message"])  # expect: CLB104
    return answer["totalCount"]
