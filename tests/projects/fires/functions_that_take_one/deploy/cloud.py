import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from .vault import read


def request(action, params):
    client = QcloudApi("lb", read("qcloud"))  # expect: CLB203  # here: client
    return json.loads(client.call(action, params))  # expect: CLB204  # here: request
