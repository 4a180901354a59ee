"""Tests of the answer as a whole and of its data; only the last one asks for the code."""
import json
import pprint

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def load(config, name):
    service = QcloudApi("lb", config)  # expect: CLB203
    body = service.call("DescribeLoadBalancers", {"loadBalancerName": name})  # expect: CLB204
    if not body or len(body) > 5000:
        return None
    answer = json.loads(body)
    if not isinstance(answer, dict) or not answer:
        raise TypeError(type(answer))
    if "loadBalancerSet" not in answer or answer.get("totalCount", 0) == 0:
        pprint.pprint(answer)
        return None
    if not answer["loadBalancerSet"] or answer["loadBalancerSet"] == []:
        return None
    first = answer["loadBalancerSet"][0]
    if first["loadBalancerType"] == 0 or not first["openBgp"]:
        json.dump(first, open("first.json", "w"))
    if answer["totalCount"] in (4000, 4100) or sorted(first) == ["code"]:
        return None
    return first if answer["code"] == 0 else None  # expect: CLB102
