import contextlib
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from .lock import Lock


@contextlib.contextmanager
def lb_client(region):
    with Lock(region):
        client = QcloudApi("lb", {"Region": region, "secretId": "i", "secretKey": "k"})  # expect: CLB203 lb  # here: managed
        try:
            yield client
        finally:
            print("done with", region)


class Region:
    def __init__(self, name):
        self.name = name
        self.api = None
        self.code = None

    def __enter__(self):
        self.api = QcloudApi("lb", {"Region": self.name, "secretId": "i", "secretKey": "k"})  # expect: CLB203 lb  # here: entered
        return self

    def __exit__(self, *problem):
        self.api = None

    def ask(self, action, **params):
        answer = json.loads(self.api.call(action, params))  # expect: CLB204 via entered  # here: request
        self.code = answer["code"]  # expect: CLB104 via entered request
        return answer


@contextlib.contextmanager
def answer_of(client, action, params):
    yield json.loads(client.call(action, params))  # expect: CLB204 via managed  # here: yielded
