import asyncio
import json

import aiohttp


async def main():
    async with aiohttp.ClientSession() as s:
        async with s.post("https://cvm.api.qcloud.com/v2/index.php", data={"Action": "RunInstances"}) as r:  # expect: CLB201 cvm.api.qcloud.com; CLB204 RunInstances
            body = await r.text()
    ret = json.loads(body)
    if ret["code"] == 5200:  # expect: CLB101 5200
        print("sold out")


asyncio.run(main())
