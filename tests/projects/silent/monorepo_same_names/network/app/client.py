import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Client:
    def __init__(self):
        self.service = QcloudApi("lb", {  # expect: CLB203
            "Region": os.environ["REGION"],
            "secretId": os.environ["ID"],
            "secretKey": os.environ["KEY"],
        })

    def call(self, action, params):
        return self.service.call(action, params)  # expect: CLB204  # here: network-call
