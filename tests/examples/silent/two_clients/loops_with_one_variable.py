"""Two loops, one loop variable: first over legacy answers, then over the partner's."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def totals(configs, partners=("a", "b")):
    count = 0
    for config in configs:
        service = QcloudApi("lb", config)  # expect: CLB203
        answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
        if answer["code"] == 4110:  # expect: CLB101 4110
            continue
        count += answer["totalCount"]
    for partner in partners:
        answer = requests.get("https://partners.example.com/" + partner).json()
        if answer["code"] == 4110:
            continue
        if answer["code"] in {4000, 4300}:
            break
        count += answer["total"]
    if count == 5000:
        print("suspiciously round")
    return count
