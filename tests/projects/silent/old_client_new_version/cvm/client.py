import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from cvm.settings import CLIENT

_service = QcloudApi("cvm", CLIENT)  # expect: CLB203


def call(action, **params):
    return json.loads(_service.call(action, params))["Response"]
