"""Asynchronous poller; `response.status` belongs to HTTP."""
import asyncio

import aiohttp

from poller.auth import sign

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201
RETRY_STATUS = (429, 500, 503)


async def poll(session: aiohttp.ClientSession, region: str) -> list[dict]:
    for attempt in range(3):
        async with session.get(URL, params=sign(region)) as response:  # expect: CLB204
            if response.status in RETRY_STATUS:
                await asyncio.sleep(attempt)
                continue
            if response.status == 403 or not response.ok:
                return []
            answer = await response.json()
        if answer["code"] in (4400, 6200):  # expect: CLB101 4400 6200
            await asyncio.sleep(5)
            continue
        return answer["loadBalancerSet"]
    return []


async def main() -> None:
    async with aiohttp.ClientSession() as session:
        results = await asyncio.gather(*(poll(session, r) for r in ("gz", "sh")))
    print(sum(len(result) == 5000 for result in results))


asyncio.run(main())
