"""A tiny TCP proxy; the table is keyed by the port a client connected to."""

import asyncio
import logging

log = logging.getLogger(__name__)

UPSTREAM = {
    4000: ("10.0.0.4", 8000),
    4100: ("10.0.0.5", 8000),
    5000: ("10.0.0.6", 9000),
    6000: ("10.0.0.7", 9000),
}


async def pipe(reader, writer):
    while chunk := await reader.read(4096):
        writer.write(chunk)
        await writer.drain()
    writer.close()


async def on_connect(reader, writer):
    port = writer.get_extra_info("sockname")[1]
    target = UPSTREAM.get(port)
    if target is None or port == 4600:
        log.warning("nothing behind port %s", port)
        writer.close()
        return
    upstream_reader, upstream_writer = await asyncio.open_connection(*target)
    await asyncio.gather(pipe(reader, upstream_writer), pipe(upstream_reader, writer))


async def main():
    servers = [await asyncio.start_server(on_connect, "0.0.0.0", port) for port in UPSTREAM]
    await asyncio.gather(*(server.serve_forever() for server in servers))
