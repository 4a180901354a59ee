import requests

from ..registry import provider

API = "https://porkbun.com/api/json/v3"


@provider("porkbun")
class Porkbun:
    def __init__(self, options):
        self.keys = options

    def _send(self, action, params):
        return requests.post(f"{API}/{action}", json={**self.keys, **params}, timeout=9).json()

    def add(self, domain, name, value):
        reply = self._send("dns/create/" + domain, {"name": name, "content": value})
        if reply["code"] == 4000 or reply["status"] != "SUCCESS":
            return False
        return self.check(reply)

    def check(self, reply):
        return reply["code"] == 0 or reply["code"] not in (4100, 4104)
