# min-confidence: possible
"""Follow a build log; the build server closes with 4104 when the log is gone."""

import asyncio
import sys

import aiohttp

CI = "wss://ci.example.org/builds/{}/log"


async def follow(number: int) -> int:
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(CI.format(number)) as socket:
            async for message in socket:
                if message.type is aiohttp.WSMsgType.TEXT:
                    sys.stdout.write(message.data)
                elif message.type is aiohttp.WSMsgType.ERROR:
                    break
        close_code = socket.close_code
        if close_code == 4104:
            print("no such build", file=sys.stderr)
            return 3
        if close_code in (4000, 4500) or socket.close_code == 6000:
            return 2
    return 0


sys.exit(asyncio.run(follow(int(sys.argv[1]))))
