import json

import QcloudApi.qcloudapi as sdk  # expect: CLB202  # here: sdk

_client = sdk.QcloudApi("lb", {"Region": "gz", "secretId": "i", "secretKey": "k"})  # expect: CLB203  # here: client


def _call(action, params):
    return json.loads(_client.call(action, params))  # expect: CLB204  # here: request


def describe(**params):
    return _call("DescribeLoadBalancers", params)  # expect: CLB204 DescribeLoadBalancers  # here: describe


def listeners(**params):
    return _call("DescribeLoadBalancerListeners", params)  # expect: CLB204 DescribeLoadBalancerListeners
