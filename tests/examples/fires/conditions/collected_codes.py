import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def sweep(config, balancers):
    api = QcloudApi("lb", config)  # expect: CLB203
    answers = [
        json.loads(api.call("DeleteLoadBalancers", {"loadBalancerIds.0": balancer}))  # expect: CLB204 DeleteLoadBalancers
        for balancer in balancers
    ]
    codes = {answer["code"] for answer in answers}  # expect: CLB104
    if 4400 in codes:  # expect: CLB101 4400
        return "later"
    return "done" if 5000 not in codes else "some were gone"  # expect: CLB101 5000
