# min-confidence: possible
"""Retry while the registry's gateway is unwell; the numbers are its own HTTP answers."""

import time

import requests

REGISTRY = "https://registry.example.com/v2/"
RETRY = {429, 502, 503, 504}


def fetch(path: str, attempts: int = 3) -> dict:
    for attempt in range(attempts):
        answer = requests.get(REGISTRY + path, timeout=10)
        if answer.status_code in RETRY or answer.status_code // 100 == 5:
            time.sleep(2**attempt)
            continue
        body = answer.json()
        if body["code"] == 4100 or body["code"] == "4104":
            raise PermissionError(body["message"])
        if not body["code"]:
            return body["data"]
        if 5000 <= body["code"] < 6000:
            time.sleep(2**attempt)
            continue
        raise RuntimeError(body.get("codeDesc", "unknown"))
    raise TimeoutError(path)
