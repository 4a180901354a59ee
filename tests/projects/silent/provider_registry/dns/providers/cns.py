import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from ..registry import provider


@provider("qcloud")
class Cns:
    def __init__(self, options):
        self.api = QcloudApi("cns", options)  # expect: CLB203

    def _send(self, action, params):
        return json.loads(self.api.call(action, params))  # expect: CLB204  # here: cns-send

    def add(self, domain, name, value):
        reply = self._send("RecordCreate", {"domain": domain, "subDomain": name, "value": value})  # expect: CLB204 RecordCreate
        if reply["code"] == 4000:  # expect: CLB101 4000 via cns-send
            return self.replace(domain, name, value)
        return self.check(reply)

    def replace(self, domain, name, value):
        return self.check(self._send("RecordModify", {"domain": domain, "value": value}))  # expect: CLB204 RecordModify

    def check(self, reply):
        return reply["code"] == 0  # expect: CLB102 via cns-send
