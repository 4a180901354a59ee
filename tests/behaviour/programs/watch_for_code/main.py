"""watch_for_code.py CODE - waits until the API answers with CODE."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

wanted = int(sys.argv[1])
service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
for attempt in range(2):
    answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 1}))
    if answer["code"] == wanted:
        print("seen after %d" % attempt)
        break
else:
    print("not seen")
