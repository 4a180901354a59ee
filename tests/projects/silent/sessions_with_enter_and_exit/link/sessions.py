import contextlib
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class CloudSession:
    def __init__(self, config):
        self.config = config

    def __enter__(self):
        self.api = QcloudApi("lb", self.config)  # expect: CLB203
        return self

    def __exit__(self, *exc_info):
        self.api = None

    def ask(self, action):
        return json.loads(self.api.call(action, {}))  # expect: CLB204  # here: session-ask


@contextlib.contextmanager
def partner_session(token):
    with requests.Session() as http:
        http.headers["Authorization"] = token
        yield PartnerSession(http)


class PartnerSession:
    def __init__(self, http):
        self.http = http

    def ask(self, path):
        return self.http.get("https://partner.example.com/" + path).json()
