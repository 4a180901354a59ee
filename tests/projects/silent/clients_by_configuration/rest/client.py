from __future__ import annotations

from typing import Any

import httpx

from rest.config import Service


class Client:
    def __init__(self, service: Service) -> None:
        self.service = service
        self.http = httpx.Client(timeout=service.timeout)

    def get(self, **query: str) -> dict[str, Any]:
        for _ in range(3):
            answer = self.http.get(self.service.base, params=query).json()  # expect: CLB204  # here: rest-get
            if answer["code"] not in self.service.retry_codes:  # expect: CLB101 4400 6000 via rest-get
                break
        return answer
