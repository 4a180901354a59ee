# min-confidence: possible
"""A bridge between a websocket and the legacy API; only one of the two `code` is legacy."""
import asyncio
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed

CONFIG = {"Region": "ap-guangzhou", "secretId": "id", "secretKey": "key"}
QUOTA = 4400  # expect: CLB103 4400
BUSY = 4400


async def bridge(connection):
    service = QcloudApi("lb", CONFIG)  # expect: CLB203
    try:
        async for text in connection:
            body = service.call("DescribeLoadBalancers", {"limit": 1})  # expect: CLB204
            answer = json.loads(body)
            if answer["code"] == QUOTA:  # expect: CLB101 4400
                await connection.close(code=BUSY, reason="try later")
                return
            await connection.send(json.dumps(answer["loadBalancerSet"]))
    except ConnectionClosed as closed:
        code = closed.code
        if code == BUSY or code == 4100 or closed.code in (4000, 4300):
            print("closed by the browser", closed.reason)


async def main():
    async with serve(bridge, "localhost", 6000) as server:
        await server.serve_forever()


asyncio.run(main())
