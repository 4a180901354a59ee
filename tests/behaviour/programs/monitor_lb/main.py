#!/usr/bin/env python
"""Look at the health of a classic load balancer a few times and sum up."""
import json
import sys
import time

from QcloudApi.common.api_exception import ApiClientNetworkException, ApiServerNetworkException
from QcloudApi.qcloudapi import QcloudApi

from monitor_codes import FATAL, TEMPORARY

balancer = sys.argv[1]
rounds = int(sys.argv[2])

service = QcloudApi("lb", {
    "Region": "ap-guangzhou", "secretId": "AKIDmonitor", "secretKey": "monitor-key",
})


def healthy_share():
    """Between 0 and 1; None when the cloud does not tell."""
    try:
        reply = json.loads(service.call("DescribeLBHealthStatus", {"loadBalancerId": balancer}))
    except ApiClientNetworkException:
        print("  (no connection)")
        return None
    except ApiServerNetworkException:
        print("  (gateway error)")
        return None
    if reply["code"] in FATAL:
        print("  fatal:", reply["message"])
        sys.exit(2)
    if reply["code"] in TEMPORARY:
        print("  (busy)")
        return None
    if reply["code"] != 0:
        print("  (strange answer)")
        return None
    rows = reply["data"]
    return sum(1 for row in rows if row["healthStatus"] == 1) / len(rows)


seen = []
for number in range(1, rounds + 1):
    print("round", number)
    share = healthy_share()
    if share is not None:
        seen.append(share)
        print("  %d%%" % (share * 100))
    time.sleep(30)

if not seen:
    print("no data")
    sys.exit(1)
print("worst %d%%, best %d%%" % (min(seen) * 100, max(seen) * 100))
