import asyncio
import sys

from feed.client import Feed

feed = Feed("wss://quotes.example.com/v2", ["0700.HK", "9988.HK"])
asyncio.run(feed.run(print))
if feed.refused() or feed.last_code in (4101, 4102):
    sys.exit(feed.last_code - 4000)
