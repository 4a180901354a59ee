import json
import os

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

SECRETS = {"secretId": os.environ["QCLOUD_ID"], "secretKey": os.environ["QCLOUD_KEY"]}


def balancer(name):
    service = QcloudApi("lb", dict(SECRETS, Region="gz"))  # expect: CLB203
    body = service.call("DescribeLoadBalancers", {"loadBalancerName": name})  # expect: CLB204  # here: portal-call
    return json.loads(body)


def person(name):
    return requests.get("https://people.example.com/api/" + name, timeout=2).json()
