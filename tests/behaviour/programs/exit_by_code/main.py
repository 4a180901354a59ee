"""Nagios-like probe; exit status: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN."""
import json, sys
from QcloudApi.qcloudapi import QcloudApi

OK, WARNING, CRITICAL, UNKNOWN = range(4)
STATES = ["OK", "WARNING", "CRITICAL", "UNKNOWN"]

# How bad is it? What is not named here is UNKNOWN.
SEVERITY = {5000: CRITICAL, 5100: CRITICAL, 6000: WARNING, 6100: CRITICAL, 6200: WARNING, 4400: WARNING}

c = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDprobe", "secretKey": "probe-key"})
r = json.loads(c.call("describeLoadBalancers", {"loadBalancerIds": [sys.argv[1]], "forward": 1}))

if (code := r["code"]) != 0:
    state = SEVERITY[code] if code in SEVERITY else UNKNOWN
    print(STATES[state], "-", r["message"])
    sys.exit(state)

found = r["loadBalancerSet"]
state = CRITICAL if not found else OK if found[0]["status"] == 1 else WARNING
print(STATES[state], "-", found[0]["loadBalancerName"] if found else "no such balancer")
sys.exit(state)
