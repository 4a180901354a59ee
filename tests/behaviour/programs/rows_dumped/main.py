"""One JSON document a line, for the log shipper."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1, "limit": 100}))
if answer["code"] == 0:
    for row in answer["loadBalancerSet"]:
        print(json.dumps(row, sort_keys=True))
