import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk


def request(action, **params):
    api = QcloudApi("lb", {"Region": "sh", "secretId": os.environ["ID"], "secretKey": os.environ["KEY"]})  # expect: CLB203 via sdk  # here: client
    return json.loads(api.call(action, params))  # expect: CLB204 via sdk client  # here: request
