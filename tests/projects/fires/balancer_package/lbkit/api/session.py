from __future__ import annotations

import json
from typing import Any

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from ..settings import load


class Session:
    """One account in one region."""

    def __init__(self, config: dict[str, str]) -> None:
        self._client = QcloudApi("lb", config)  # expect: CLB203 via sdk  # here: client

    def send(self, action: str, **params: Any) -> dict[str, Any]:
        body = self._client.call(action, params)  # expect: CLB204 via sdk client  # here: request
        return json.loads(body)  # here: decoded


def connect(profile: str = "default") -> Session:
    return Session(load(profile))
