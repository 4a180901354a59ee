"""`answer` is narrowed step by step from the response to one field; only the first is legacy."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def first_zone(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if answer["code"] == 5100:  # expect: CLB101 5100
        return None
    answer = answer["loadBalancerSet"]
    answer = answer[0]
    if answer["code"] == 5100 or answer.get("code") in (4000, 4100):
        return None
    code = answer["zone"]
    if code == 4100:
        return "the oldest zone"
    for code, value in enumerate(answer["tags"]):
        if code == 5000 or value == 6000:
            break
    for answer in ({"code": 5100}, {"code": 4100}):
        if answer["code"] == 5100:
            print("a constant of ours")
    answer = {"code": 4100, "zone": value}
    return answer["code"] == 4100
