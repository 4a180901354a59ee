import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from ._answer import Answer


class LoadBalancers:
    def __init__(self, secretId, secretKey, region="gz"):
        config = {"secretId": secretId, "secretKey": secretKey, "Region": region}
        self._client = QcloudApi("lb", config)  # expect: CLB203

    def request(self, action, **params):
        return Answer(json.loads(self._client.call(action, params)))  # expect: CLB204  # here: wiring-call
