import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def call(action, params):
    config = {"Region": "gz", "secretId": "x", "secretKey": "y"}
    return json.loads(QcloudApi("lb", config).call(action, params))  # expect: CLB203; CLB204  # here: tool-call
