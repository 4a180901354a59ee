from __future__ import annotations

import json
from typing import Any, Mapping

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk


class Transport:
    module: str

    def __init__(self, config: Mapping[str, str]) -> None:
        self._config = dict(config)
        self.__client: QcloudApi | None = None

    @property
    def client(self) -> QcloudApi:
        if self.__client is None:
            self.__client = QcloudApi(self.module, self._config)  # expect: CLB203 lb via sdk  # here: client
        return self.__client

    def perform(self, action: str, **kwargs: Any) -> dict[str, Any]:
        return json.loads(self.client.call(action, kwargs))  # expect: CLB204 via sdk client  # here: request
