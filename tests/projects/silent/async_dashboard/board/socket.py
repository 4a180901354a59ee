from __future__ import annotations

import aiohttp


async def push(url: str, text: str) -> bool:
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as ws:
        await ws.send_str(text)
        await ws.close(code=4000)
        code = ws.close_code
    return code == 4000 or code in range(4100, 4200)
