import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from .base import Cloud


class Tencent(Cloud):
    def __init__(self, config):
        self.client = QcloudApi("lb", config)  # expect: CLB203 lb  # here: client

    def call(self, action, params):
        return json.loads(self.client.call(action, params))  # expect: CLB204 via sdk client  # here: request

    def succeeded(self, answer):
        return answer["code"] == 0  # expect: CLB102 via sdk client request listed


def tencent_balancers(config):
    cloud = Tencent(config)
    answer = cloud.call("DescribeLoadBalancers", {})  # expect: CLB204 DescribeLoadBalancers  # here: listed
    return answer["loadBalancerSet"] if cloud.succeeded(answer) else []
