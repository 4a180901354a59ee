import asyncio
import logging

import websockets
from websockets.exceptions import ConnectionClosed

from feed import policy

log = logging.getLogger(__name__)


class Feed:
    def __init__(self, url, symbols):
        self.url = url
        self.symbols = symbols
        self.last_code = None

    async def run(self, on_quote):
        while True:
            try:
                async with websockets.connect(self.url) as socket:
                    await socket.send(",".join(self.symbols))
                    async for text in socket:
                        on_quote(text)
            except ConnectionClosed as closed:
                self.last_code = closed.code
                log.warning("closed: %s %s", closed.code, closed.reason)
                if closed.code == 4100:
                    raise PermissionError(closed.reason) from closed
                pause = policy.pause_after(closed.rcvd.code)
                if pause is None:
                    return
                await asyncio.sleep(pause)

    def refused(self):
        return self.last_code is not None and policy.is_application_code(self.last_code)
