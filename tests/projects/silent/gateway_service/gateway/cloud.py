import json

from flask import current_app
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from gateway.codes import Api

TRANSLATION = {  # expect: CLB103 4400 5000 6000
    4400: Api.LATER,
    5000: Api.GONE,
    6000: Api.LATER,
}


class CloudFailure(Exception):
    def __init__(self, api_code):
        super().__init__(api_code.name)
        self.code = api_code


def balancers(region):
    config = dict(current_app.config["QCLOUD"], Region=region)
    answer = json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", {}))  # expect: CLB203; CLB204  # here: gateway-call
    if answer["code"]:  # expect: CLB102 via gateway-call
        raise CloudFailure(TRANSLATION.get(answer["code"], Api.BAD_REQUEST))
    return answer["loadBalancerSet"]
