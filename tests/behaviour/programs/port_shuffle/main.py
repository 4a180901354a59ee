"""Swap the ports of two backends: every backend gets a port of its own."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
MOVES = [
    ("ins-a", 8080, 9001),
    ("ins-b", 8080, 9002),
]
params = {"loadBalancerId": "lb-app1", "listenerId": "lbl-tcp1"}
for position, (instance, old, new) in enumerate(MOVES):
    params["backends.%d.instanceId" % position] = instance
    params["backends.%d.port" % position] = old
    params["backends.%d.newPort" % position] = new

outcome = json.loads(service.call("ModifyForwardFourthBackendsPort", params))
print("moved" if outcome["code"] == 0 else "not moved")
