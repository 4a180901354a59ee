import json

from QcloudApi import qcloudapi  # expect: CLB202  # here: sdk

CONFIG = {"Region": "gz", "secretId": "i", "secretKey": "k"}


def request(params, action):
    return json.loads(qcloudapi.QcloudApi("lb", CONFIG).call(action, params))  # expect: CLB203; CLB204  # here: request


def call(action, params, on_done=None, on_error=None):
    answer = request(params, action)
    if answer["code"] == 0:  # expect: CLB102 via sdk request
        return on_done(answer) if on_done else answer
    if on_error is not None:
        return on_error(answer["code"], answer["message"])  # expect: CLB104; CLB104  # here: failed
    return answer  # here: call-returns
