import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def gone(config, lb_id):
    not_found = 5000  # expect: CLB103 5000
    api = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {"loadBalancerIds.0": lb_id}))  # expect: CLB204 DescribeLoadBalancers
    return answer["code"] == not_found  # expect: CLB101 5000
