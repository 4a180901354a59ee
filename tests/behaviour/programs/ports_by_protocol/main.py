"""Listeners of one application balancer, grouped; the API counts protocols 1 HTTP 2 TCP 3 UDP 4 HTTPS."""
import collections
import json

from QcloudApi.qcloudapi import QcloudApi

PROTOCOL = {1: "http", 2: "tcp", 3: "udp", 4: "https"}

service = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDexample", "secretKey": "examplekey"})
reply = json.loads(service.call("DescribeForwardLBListeners", {"loadBalancerId": "lb-app1"}))
groups = collections.defaultdict(list)
if reply["code"] == 0:
    for listener in reply["listenerSet"]:
        groups[PROTOCOL.get(listener["protocol"], "?")].append(listener["loadBalancerPort"])
        if listener["protocol"] == 4:
            print("certificate:", listener["certId"])
for protocol in sorted(groups):
    print(protocol, sorted(groups[protocol]))
