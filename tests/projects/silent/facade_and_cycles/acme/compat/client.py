import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

import acme.shared


class Client:
    def __init__(self):
        self.session = QcloudApi("lb", acme.shared.CONFIG)  # expect: CLB203

    def get(self, thing):
        return json.loads(self.session.call(thing, {}))  # expect: CLB204  # here: compat-get

    def summary(self):
        return acme.shared.describe_old(self)
