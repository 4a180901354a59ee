import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from . import predicates as p
from .retrying import retry_if


class Lb:
    def __init__(self, conf):
        self.__api = QcloudApi("lb", conf)  # expect: CLB203  # here: client

    @retry_if(p.busy, on_retry=p.tell)
    def __ask(self, action, params):
        return json.loads(self.__api.call(action, params))  # expect: CLB204  # here: request

    @retry_if(p.pending, attempts=60)
    def wait(self, task):
        return self.__ask("DescribeLoadBalancersTaskResult", {"requestId": task})  # expect: CLB204 DescribeLoadBalancersTaskResult via client request

    def create(self, kind):
        return self.__ask("CreateLoadBalancer", {"loadBalancerType": kind})  # expect: CLB204 CreateLoadBalancer  # here: create
