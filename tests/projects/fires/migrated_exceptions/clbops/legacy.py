import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from .guard import LegacyError


class Old:
    def __init__(self, config):
        self.api = QcloudApi("lb", config)  # expect: CLB203

    def call(self, action, **params):
        answer = json.loads(self.api.call(action, params))  # expect: CLB204  # here: request
        if answer["code"] != 0:  # expect: CLB102
            raise LegacyError(answer["code"], answer["message"])  # expect: CLB104; CLB104  # here: legacy
        return answer
