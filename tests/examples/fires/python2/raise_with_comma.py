import json, sys
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class ApiError(StandardError):
    def __init__(self, code):
        self.code = code


def describe():
    resp = json.loads(QcloudApi('lb', {}).call('DescribeLoadBalancers', {}))  # expect: CLB203; CLB204
    if resp['code']:  # expect: CLB102
        raise ApiError, resp['code'], sys.exc_info()[2]  # expect: CLB104
    return resp


try:
    describe()
except ApiError, err:
    print 'code', `err.code`
    if err.code in (4101, 4102):  # expect: CLB101 4101 4102
        raise SystemExit, 3
