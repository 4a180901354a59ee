from __future__ import annotations

from typing import Any

import aiohttp


class Http:
    def __init__(self, base: str) -> None:
        self.base = base
        self.session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Http:
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.session.close()

    async def get(self, path: str, **query: Any) -> dict[str, Any]:
        async with self.session.get(self.base + path, params=query) as reply:  # expect: CLB204  # here: board-get
            return await reply.json()
