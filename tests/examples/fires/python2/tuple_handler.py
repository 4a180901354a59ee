import json
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Failure(Exception):
    pass


def ask(action):
    resp = json.loads(QcloudApi('lb', {}).call(action, {}))  # expect: CLB203; CLB204
    if resp['code'] != 0:  # expect: CLB102
        raise Failure(resp['code'], resp['message'])  # expect: CLB104; CLB104
    return resp


def main():
    try:
        ask('DescribeLoadBalancers')  # expect: CLB204
    except Failure, (code, text):
        print code, text
        if code == 4500:  # expect: CLB101 4500
            return 'wait'
    except (IOError, OSError), (errno, text):
        if errno == 4500:
            return 'no'
