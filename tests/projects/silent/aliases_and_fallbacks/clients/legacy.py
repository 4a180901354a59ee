import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def call(path):
    api = QcloudApi('lb', {'Region': 'gz', 'secretId': '', 'secretKey': ''})  # expect: CLB203
    return json.loads(api.call(path, {}))  # expect: CLB204  # here: alias-call
