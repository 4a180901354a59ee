# min-confidence: possible
"""Subscribe to the price feed; the server closes with its own 4xxx codes."""

import asyncio
import json

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, ConnectionClosedError

FEED = "wss://feed.example.com/v2/prices"


async def subscribe(symbols: list[str]) -> None:
    async for connection in connect(FEED):
        try:
            await connection.send(json.dumps({"op": "subscribe", "symbols": symbols}))
            async for text in connection:
                frame = json.loads(text)
                if frame["code"] == 4100 or frame.get("code") in (4101, 4102):
                    raise PermissionError(frame["message"])
                print(frame["price"])
        except ConnectionClosedError as closed:
            if closed.code == 4100:
                raise SystemExit("token expired") from closed
            if closed.rcvd is not None and closed.rcvd.code in (4000, 4400):
                await asyncio.sleep(30)
        except ConnectionClosed as closed:
            code, reason = closed.code, closed.reason
            if code == 4500:
                print(reason)
                return


asyncio.run(subscribe(["BTC", "ETH"]))
