from __future__ import annotations

import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from .versions import VERSIONS

CONFIG = {"Region": "ap-shanghai", "secretId": "i", "secretKey": "k"}


def new_style(action: str, **params: str) -> dict:
    """Answer what stands below Response."""
    service = QcloudApi("cvm", CONFIG)  # expect: CLB203
    params["Version"] = VERSIONS["cvm"]
    return json.loads(service.call(action, params))["Response"]  # here: new


def old_style(action: str, **params: str) -> dict:
    service = QcloudApi("cvm", CONFIG)  # expect: CLB203  # here: client
    return json.loads(service.call(action, params))  # expect: CLB204  # here: old
