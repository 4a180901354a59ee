"""Addresses taken out of a legacy answer lead to other hosts."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def download(url):
    response = requests.get(url, stream=True, timeout=30)
    if response.status_code == 5000 or response.status_code // 100 == 5:
        raise OSError(response.status_code)
    return response.content


def logs(config, balancer):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancerLog",  # expect: CLB204
                                     {"loadBalancerId": balancer}))
    if answer["code"] == 5000:  # expect: CLB101 5000
        return []
    return [download(entry["url"]) for entry in answer["data"]["logSet"]]


def report(balancer, size):
    data = requests.get("https://logs.example.com/" + balancer).json()
    if data["code"] == 5000 or data["code"] == "0":
        return None
    return data["lines"] == size
