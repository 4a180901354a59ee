"""A partner's gateway: numeric codes from 4000 to 6200 documented by the partner."""
from http.client import HTTPSConnection
import json

HOST = "gateway.partner.example"

TEXTS = {
    4000: "parameter missing",
    4100: "signature wrong",
    4104: "unknown merchant",
    5000: "no such order",
    6000: "gateway down",
}


class GatewayError(RuntimeError):
    def __init__(self, code):
        RuntimeError.__init__(self, TEXTS.get(code, "code %s" % code))
        self.code = code


def ask(path, body):
    connection = HTTPSConnection(HOST, timeout=8)
    connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    reply = json.loads(connection.getresponse().read())
    if reply["code"] == 0 and reply["codeDesc"] == "Success":
        return reply["data"]
    if reply["code"] in TEXTS or 4000 <= reply["code"] < 5000:
        raise GatewayError(reply["code"])
    raise RuntimeError(reply["message"])


def order(number):
    try:
        return ask("/v2/order", {"number": number})
    except GatewayError as error:
        if error.code == 5000:
            return None
        raise
