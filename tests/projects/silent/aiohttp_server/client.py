import asyncio
import sys

import aiohttp

from server.codes import MISSING, OK


async def show(number):
    async with aiohttp.ClientSession("http://localhost:4100") as session:
        async with session.get(f"/articles/{number}") as reply:
            answer = await reply.json()
    if answer["code"] == MISSING or answer["code"] in (4100, 4400):
        return answer["message"]
    return answer["data"] if answer["code"] == OK else reply.status


print(asyncio.run(show(sys.argv[1])))
