"""The agent of the same package: its codes are its own."""
import socket

from .settings import AGENT_PORT


def ask(host):
    with socket.create_connection((host, AGENT_PORT)) as connection:
        code = int(connection.recv(16))
    return "refused" if code == 4100 else "accepted"
