import asyncio

from board import balancers, socket, trains


async def main():
    total, late = await asyncio.gather(balancers.total(), trains.late())
    await socket.push("wss://board.example.org", f"{total} {late}")


asyncio.run(main())
