import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Cloud:
    config = {"Region": "gz", "secretId": "", "secretKey": ""}

    def request(self, name, **fields):
        return json.loads(QcloudApi("lb", self.config).call(name, fields))  # expect: CLB203; CLB204  # here: mixin-call


class Forum:
    def request(self, name, **fields):
        return requests.post("https://forum.example.org/" + name, json=fields).json()
