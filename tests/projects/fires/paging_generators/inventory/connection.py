import json

import QcloudApi.qcloudapi  # expect: CLB202  # here: sdk

from . import account


def ask(action, params):
    api = QcloudApi.qcloudapi.QcloudApi("lb", account.config())  # expect: CLB203  # here: client
    return json.loads(api.call(action, params))  # expect: CLB204  # here: request
