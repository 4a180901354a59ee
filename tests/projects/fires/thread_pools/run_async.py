import asyncio

from scan.accounts import accounts
from scan.worker import scan_later


async def main():
    loop = asyncio.get_event_loop()
    tasks = [asyncio.ensure_future(scan_later(loop, one)) for one in accounts()]
    found = await asyncio.gather(*tasks, return_exceptions=True)
    for one in found:
        if isinstance(one, Exception):
            continue
        if one.code in (4101, 4102):  # expect: CLB101 4101 4102 via sdk client request made
            print("no right:", one.account)
    first = await asyncio.wait_for(scan_later(loop, next(accounts())), timeout=5)
    return first.code == 4110  # expect: CLB101 4110 via sdk client request made


asyncio.get_event_loop().run_until_complete(main())
