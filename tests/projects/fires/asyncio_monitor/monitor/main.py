from __future__ import annotations

import asyncio

import aiohttp

from .api import Api
from .tell import tell


async def watch(balancers: list[str]) -> None:
    async with aiohttp.ClientSession() as session:
        api = Api(session)
        results = await asyncio.gather(*(api.health(one) for one in balancers))
        for balancer, answer in results:
            if answer["code"] == 5000:  # expect: CLB101 5000 via host request health
                await tell(f"{balancer} is gone")
        async for listing in api.each(balancers):
            if listing["code"] != 0:  # expect: CLB102 via host request each
                await tell(listing["message"])  # expect: CLB104 via host request each


if __name__ == "__main__":
    asyncio.run(watch(["lb-1", "lb-2"]))
