import json
import os

from QcloudApi.qcloudapi import QcloudApi


class RemoteError(Exception):

    HINTS = {
        4100: "check your key",
        4104: "check your key",
        4400: "slow down",
        5000: "there is no such thing",
        6200: "closed for maintenance",
    }

    def __init__(self, code, text):
        self.hint = self.HINTS.get(code)
        self.text = text


_client = None


def client():
    """Connect once, when first needed."""
    global _client
    if _client is None:
        _client = QcloudApi("lb", {
            "Region": "ap-guangzhou",
            "secretId": os.environ["LB_ID"],
            "secretKey": os.environ["LB_KEY"],
        })
    return _client


def call(action, params=None):
    result = json.loads(client().call(action, params or {}))
    if result["code"] != 0:
        raise RemoteError(result["code"], result["message"])
    return result
