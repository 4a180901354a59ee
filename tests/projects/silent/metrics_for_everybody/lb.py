import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from obs.metrics import alarm, count
from settings import CONFIG


def names():
    answer = json.loads(QcloudApi("lb", CONFIG).call("DescribeLoadBalancers", {}))  # expect: CLB203; CLB204  # here: metrics-call
    count("lb", answer["code"])  # expect: CLB104
    if "loadBalancerSet" not in answer:
        alarm(6000, "no balancers")
        return []
    return [one["loadBalancerName"] for one in answer["loadBalancerSet"]]
