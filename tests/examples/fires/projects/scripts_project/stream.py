#!/usr/bin/env python3
"""The websocket side of the same program: close codes of another protocol."""
import asyncio

import websockets


async def listen(uri):
    async with websockets.connect(uri) as stream:
        try:
            async for line in stream:
                print(line)
        except websockets.ConnectionClosed as closed:
            if closed.code == 4100:
                print("logged in elsewhere")


asyncio.run(listen("wss://stream.example.org"))
