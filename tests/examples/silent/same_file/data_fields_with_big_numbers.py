"""Fields of a legacy answer that are data: counts, bandwidths, ports, states."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

config = {"Region": "ap-beijing", "secretId": "id", "secretKey": "key"}
service = QcloudApi("lb", config)  # expect: CLB203
resp = json.loads(service.call("DescribeLoadBalancers", {"limit": 5000}))  # expect: CLB204

if resp["code"] == 0:  # expect: CLB102
    if resp["totalCount"] == 5000:
        print("there may be more")
    for balancer in resp["loadBalancerSet"]:
        if balancer["status"] == 4100 or balancer["projectId"] in (4000, 6000):
            continue
        if not balancer["loadBalancerVips"] or balancer["isolation"] != 0:
            continue
        if 4000 <= balancer["internetMaxBandwidthOut"] < 5000:
            print(balancer["loadBalancerName"])
    if resp["loadBalancerSet"][0]["status"] == 6100:
        print("odd")
    if not resp["loadBalancerSet"] or len(resp["loadBalancerSet"]) == 5100:
        print("empty or full")
