import socket

import websockets

import core
from core import const


def ping(host):
    with socket.create_connection((host, const.AGENT_PORT)) as connection:
        code = int(connection.recv(8))
    if code == core.AUTH_FAILED or code in core.RETRY_CODES:
        return None
    return code == core.NOT_FOUND


async def listen(url):
    try:
        async with websockets.connect(url) as stream:
            return await stream.recv()
    except websockets.ConnectionClosed as closed:
        return "again" if closed.code in (core.CLOSED_BY_PEER, core.QUOTA) else "done"
