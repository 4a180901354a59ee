"""Two generators with the same shape; one pages through the legacy API."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def legacy_pages(config, size=100):
    service = QcloudApi("lb", config)  # expect: CLB203
    offset = 0
    while offset < 5000:
        yield json.loads(service.call("DescribeLoadBalancers",  # expect: CLB204
                                      {"offset": offset, "limit": size}))
        offset += size


def partner_pages(size=100):
    for page in range(0, 5000, size):
        yield requests.get("https://partner.example.com/items", params={"from": page}).json()


def count(config):
    total = 0
    for page in partner_pages():
        if page["code"] == 4500 or page["code"] in (4000, 4100):
            break
        total += page["total"]
    for page in legacy_pages(config):
        if page["code"] == 4500:  # expect: CLB101 4500
            break
        total += len(page["loadBalancerSet"])
    return total
