import json
from contextlib import contextmanager

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


@contextmanager
def connection(region):
    config = {"Region": region, "secretId": "i", "secretKey": "k"}
    yield QcloudApi("lb", config)  # expect: CLB203


def names(region):
    with connection(region) as client:
        answer = json.loads(client.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == 6200:  # expect: CLB101 6200
        return None
    return [b["loadBalancerName"] for b in answer["loadBalancerSet"]]
