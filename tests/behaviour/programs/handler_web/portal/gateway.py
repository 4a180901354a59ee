"""The only module of the portal that talks to the cloud."""
import json
import os

from QcloudApi.qcloudapi import QcloudApi


class GatewayError(Exception):
    def __init__(self, status, text):
        super().__init__(text)
        self.status = status
        self.text = text


# numbers of the cloud -> status of ours
def http_status(code):
    if code == 5000:
        return 404
    if 4100 <= code <= 4199 or code == 4300:
        return 403
    if code == 4400:
        return 429
    if code == 4000:
        return 400
    return 502


class Gateway:
    def __init__(self):
        self._sdk = QcloudApi("lb", {
            "Region": "ap-guangzhou",
            "secretId": os.environ["PORTAL_ID"],
            "secretKey": os.environ["PORTAL_KEY"],
        })

    def ask(self, action, params):
        reply = json.loads(self._sdk.call(action, params))
        if reply["code"] != 0:
            raise GatewayError(http_status(reply["code"]), reply["message"])
        return reply
