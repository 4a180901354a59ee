"""Moves all servers of a listener from one port to another.

The servers are looked up first, so that nobody has to name them.
"""
import json
import logging
import sys

from QcloudApi.qcloudapi import QcloudApi

logging.basicConfig(format="%(name)s:%(levelname)s:%(message)s", level=logging.DEBUG)
log = logging.getLogger("ports")


class Mover:
    client = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDports", "secretKey": "ports-key"})

    def __init__(self, balancer, listener):
        self.base = {"loadBalancerId": balancer, "listenerId": listener}

    def members(self, port):
        raw = self.client.call("DescribeForwardLBBackends", {
            "loadBalancerId": self.base["loadBalancerId"],
            "listenerIds.0": self.base["listenerId"],
        })
        data = json.loads(raw)
        if data["code"] != 0:
            log.error("no members: %s", data["message"])
            return []
        log.debug("%d listener(s)", len(data["data"]))
        return [b["unInstanceId"] for entry in data["data"] for b in entry["backends"] if b["port"] == port]

    def move(self, old, new):
        moved = 0
        for instance in self.members(old):
            data = json.loads(self.client.call("ModifyForwardFourthBackendsPort", {
                "loadBalancerId": self.base["loadBalancerId"],
                "listenerId": self.base["listenerId"],
                "backends": [{"instanceId": instance, "port": old, "newPort": new}],
            }))
            if data["code"] == 0:
                log.info("%s: %d -> %d", instance, old, new)
                moved += 1
            elif data["code"] == 5100:
                log.warning("%s stays, the operation failed", instance)
            else:
                log.error("%s: %s", instance, data["message"])
                break
        return moved


if __name__ == "__main__":
    balancer, listener, old, new = sys.argv[1:]
    count = Mover(balancer, listener).move(int(old), int(new))
    print("moved", count)
    if not count:
        sys.exit(1)
