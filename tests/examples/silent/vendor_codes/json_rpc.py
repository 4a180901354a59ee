# min-confidence: possible
"""JSON-RPC 2.0 over HTTP: error.code is the node's."""

import itertools
import json
import urllib.request

NODE = "https://rpc.node.example.net"
counter = itertools.count(4000)


class RpcError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def call(method: str, *params: object) -> object:
    payload = {"jsonrpc": "2.0", "id": next(counter), "method": method, "params": params}
    request = urllib.request.Request(
        NODE, data=json.dumps(payload).encode(), headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        reply = json.load(answer)
    if "error" in reply:
        code = reply["error"]["code"]
        if code == -32601 or code == 4100 or 5000 <= code < 5100:
            raise NotImplementedError(method)
        raise RpcError(code, reply["error"]["message"])
    if reply["code"] == 4200:
        raise RpcError(4200, reply["message"])
    return reply["result"]
