# min-confidence: possible
"""Frames of a till: a code of two bytes and a length of two bytes."""

import socket
import struct

PAPER = 4100
HEADER = struct.Struct("!HH")


def exactly(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        chunk = connection.recv(size - len(data))
        if not chunk:
            raise EOFError
        data += chunk
    return data


def listen(host: str) -> None:
    with socket.create_connection((host, 4000)) as connection:
        while True:
            code, length = HEADER.unpack(exactly(connection, HEADER.size))
            message = exactly(connection, length).decode()
            if code == PAPER:
                print("out of paper")
            elif code in (5000, 5100) or 6000 <= code < 6300:
                print("network", message)
            elif not code:
                return
