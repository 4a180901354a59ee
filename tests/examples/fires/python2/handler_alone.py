"""Nothing but the handler tells that this is Python 2."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class CloudError(Exception):
    def __init__(self, code, message):
        Exception.__init__(self, message)
        self.code = code


def call(action, params):
    answer = json.loads(QcloudApi('lb', {'Region': 'gz'}).call(action, params))  # expect: CLB203; CLB204
    if answer['code'] != 0:  # expect: CLB102
        raise CloudError(answer['code'], answer['message'])  # expect: CLB104; CLB104
    return answer


def names():
    try:
        return call('DescribeLoadBalancers', {})  # expect: CLB204 DescribeLoadBalancers
    except CloudError, e:
        if e.code == 4400:  # expect: CLB101 4400
            return []
        raise
