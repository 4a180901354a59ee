# Everything public of this module is meant to be imported with a star.
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

__all__ = ['balancers', 'ok']

_api = QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'})  # expect: CLB203


def ask(action, params):
    return json.loads(_api.call(action, params))  # expect: CLB204  # here: ask-old


def balancers():
    return ask('DescribeLoadBalancers', {})  # expect: CLB204 DescribeLoadBalancers


def ok(reply):
    return reply['code'] == 0  # expect: CLB102 via ask-old
