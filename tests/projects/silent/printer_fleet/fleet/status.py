import socket
import urllib.error
import urllib.request

from fleet import ports


def ask(host, port=ports.STATUS_PORT):
    with socket.create_connection((host, port)) as connection:
        code = int.from_bytes(connection.recv(2), "big")
    if code == 4100 or code in (4000, 4400):
        return "no paper"
    return "ready" if code == 0 else f"error {code}"


def page(host):
    try:
        with urllib.request.urlopen(f"http://{host}:{ports.JOB_PORT}/") as reply:
            return reply.status == 4000 or reply.code == 5000
    except urllib.error.HTTPError as error:
        if error.code == 404 or error.code == 6000:
            return False
        raise
