"""The old backend. Nobody makes one any more: see `simulated`."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Backend:
    def __init__(self, config):
        self.config = config

    def answer(self, action, params):
        api = QcloudApi("lb", self.config)  # expect: CLB203
        return json.loads(api.call(action, params))  # expect: CLB204

    def words(self, number):
        return "code %s" % number
