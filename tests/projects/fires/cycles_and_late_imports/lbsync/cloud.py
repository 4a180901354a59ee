import json

from lbsync import models


def ask(action, **params):
    from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

    from lbsync.secrets import account

    service = QcloudApi("lb", account())  # expect: CLB203 via sdk  # here: client
    return json.loads(service.call(action, params))  # expect: CLB204 via client  # here: request


def load(lb_id):
    answer = ask("DescribeLoadBalancers", **{"loadBalancerIds.0": lb_id})  # expect: CLB204 DescribeLoadBalancers  # here: load
    if answer["code"] == models.Balancer.MISSING:  # expect: CLB101 5000 via sdk client request load
        return None
    return models.Balancer(answer["loadBalancerSet"][0])
