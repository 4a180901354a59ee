"""Reads `listener=name` lines and gives layer four listeners these names."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

api = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDnames", "secretKey": "names-key"})
balancer = sys.argv[1]
failed = []

for line in sys.stdin:
    listener, _, name = line.strip().partition("=")
    if not name:
        continue
    p = {"loadBalancerId": balancer, "listenerId": listener}
    p["listenerName"] = name
    a = json.loads(api.call("ModifyForwardLBFourthListener", p))
    c = a["code"]
    word = "ok" if c == 0 else "missing" if c == 5000 else "limited" if c == 4400 else "error"
    print("%-10s %-8s %s" % (listener, name, word))
    if c != 0:
        failed.append(listener)
        if c in (4100, 4104, 4105):
            print("giving up, the key is no good")
            break

print("failed:", failed or "none")
sys.exit(len(failed) > 0)
