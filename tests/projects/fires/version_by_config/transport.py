import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk


class Transport:
    def __init__(self, module, config):
        self.api = QcloudApi(module, config)  # expect: CLB203  # here: client

    def send(self, action, params):
        return json.loads(self.api.call(action, params))  # expect: CLB204  # here: request
