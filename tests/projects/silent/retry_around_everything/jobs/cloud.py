import json

from QcloudApi.common.api_exception import ApiClientNetworkException  # expect: CLB202
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: import

from .retrying import retried, until
from .settings import QCLOUD


@retried(times=5, errors=(ApiClientNetworkException,))
def task_status(number):
    service = QcloudApi("lb", QCLOUD)  # expect: CLB203
    body = service.call("DescribeLoadBalancersTaskResult", {"requestId": number})  # expect: CLB204  # here: call
    return json.loads(body)


def settled(answer):
    return answer["code"] != 4400  # expect: CLB101 4400 via import call


def wait_for(number):
    answer = until(settled, task_status, number)
    if answer["code"] == 5000:  # expect: CLB101 5000 via import call
        raise KeyError(number)
    return answer["data"]["status"]
