"""Calls between our own services; every one of them answers {"code": ..., "message": ...}."""
import os

import httpx

_http = httpx.Client(timeout=2.0)


class Refused(Exception):
    def __init__(self, code, message):
        self.code = code
        super().__init__(message)


def post(service, path, **body):
    base = os.environ["MESH_%s_URL" % service.upper()]
    envelope = _http.post(base + path, json=body).json()
    return unwrap(envelope)


def unwrap(envelope):
    if envelope["code"] != 0:
        raise Refused(envelope["code"], envelope["message"])
    return envelope["data"]
