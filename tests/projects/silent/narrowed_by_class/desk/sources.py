import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from desk.replies import BalancerReply, ParcelReply


def balancers(config):
    body = QcloudApi("lb", config).call("DescribeLoadBalancers", {})  # expect: CLB203; CLB204  # here: desk-call
    return BalancerReply(json.loads(body))


def parcels(street):
    return ParcelReply(requests.get("https://parcels.example.com/" + street).json())
