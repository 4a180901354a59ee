"""The storage's protocol, not the cloud's."""
import json
import socket


def send(fields):
    with socket.create_connection(("storage.internal", 7100)) as connection:
        connection.sendall(json.dumps(fields).encode())
        return json.loads(connection.recv(65536))
