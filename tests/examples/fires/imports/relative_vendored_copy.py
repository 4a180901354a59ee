import json

from .third_party.QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
from ..lib.QcloudApi.common.api_exception import ApiExceptionBase  # expect: CLB202


def task(config, number):
    try:
        body = QcloudApi("lb", config).call("DescribeLoadBalancersTaskResult", {"requestId": number})  # expect: CLB203; CLB204 DescribeLoadBalancersTaskResult
    except ApiExceptionBase as error:
        return str(error)
    answer = json.loads(body)
    return "unknown task" if answer["code"] == 5000 else answer["data"]  # expect: CLB101 5000
