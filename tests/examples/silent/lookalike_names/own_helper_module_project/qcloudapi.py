"""The project's own helper for API 3.0; only its name is that of a legacy package."""

import requests

from tc3 import authorization

HOST = "clb.tencentcloudapi.com"


def send(action, payload):
    headers = authorization(HOST, action, payload)
    answer = requests.post("https://" + HOST, json=payload, headers=headers, timeout=10)
    return answer.json()["Response"]


def code_of(response):
    return response.get("Error", {}).get("Code", "")
