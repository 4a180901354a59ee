import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

RETRY_AFTER = {4400: 5, 6000: 1, 6200: 60}  # expect: CLB103 4400 6000 6200
PORTS = {4100: "agent", 4400: "metrics"}


def pause(rsp):
    code = rsp["code"]  # expect: CLB104
    if code in RETRY_AFTER:  # expect: CLB101 4400 6000 6200
        return RETRY_AFTER[code]
    return 0


svc = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
print(pause(json.loads(svc.call("DescribeLoadBalancers", {}))), PORTS[4100])  # expect: CLB204 DescribeLoadBalancers
