"""Counts load balancers, region by region."""

import json

from QcloudApi.qcloudapi import QcloudApi

REGIONS = ["gz", "sh", "bj", "hk"]
KEYS = {"secretId": "AKIDregions", "secretKey": "regions-key"}

total = 0
unknown = []
for region in REGIONS:
    service = QcloudApi("lb", {"Region": region, "secretId": KEYS["secretId"], "secretKey": KEYS["secretKey"]})
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": -1, "limit": "1"}))
    if answer["code"] != 0:
        # 6100: the service does not exist there
        unknown.append((region, "not offered" if answer["code"] == 6100 else "error"))
        continue
    print("%-4s %4d" % (region, answer["totalCount"]))
    total += answer["totalCount"]
print("sum  %4d" % total)
for region, why in unknown:
    print("%-4s %s" % (region, why))
if unknown:
    raise SystemExit(1)
