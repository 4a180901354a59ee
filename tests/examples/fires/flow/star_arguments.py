import functools
import json
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

service = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        started = time.time()
        result = function(*args, **kwargs)
        print(function.__name__, time.time() - started)
        return result

    return inner


@logged
def call(action, params):
    return json.loads(service.call(action, params))  # expect: CLB204


def forward(*args):
    return call(*args)


if call("DescribeLoadBalancers", {})["code"] == 4101:  # expect: CLB204 DescribeLoadBalancers; CLB101 4101
    print("not authorised")
if forward("DescribeRewrite", {})["code"] == 4102:  # expect: CLB204 DescribeRewrite; CLB101 4102
    print("not authorised")
