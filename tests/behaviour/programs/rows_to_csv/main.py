import csv
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

COLUMNS = ["loadBalancerId", "loadBalancerName", "status"]

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1, "limit": 100}))
writer = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore", lineterminator="\n")
writer.writeheader()
writer.writerows(answer.get("loadBalancerSet", []))
