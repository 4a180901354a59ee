from __future__ import annotations

import httpx

from monitor.result import Result


def probe_shop(url: str = "https://shop.example.com/health") -> Result:
    reply = httpx.get(url)
    if reply.status_code == 4000:
        return Result("shop", 4000)
    body = reply.json()
    return Result("shop", body["code"], body)
