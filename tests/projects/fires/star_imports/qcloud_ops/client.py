import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

__all__ = ['lb_api', 'REGIONS']

REGIONS = ('gz', 'sh', 'bj')


def _client(region):
    from .conf import secret_id, secret_key
    return QcloudApi('lb', {'Region': region, 'secretId': secret_id, 'secretKey': secret_key})  # expect: CLB203  # here: client


def lb_api(region, action, params):
    return json.loads(_client(region).call(action, params))  # expect: CLB204  # here: request
