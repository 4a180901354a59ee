import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def names(config):
    answer = json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", {}))  # expect: CLB203; CLB204
    return [one["loadBalancerName"] for one in answer["loadBalancerSet"]]
