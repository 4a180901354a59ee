"""The list is served by Python 3; the clean-up script beside it never left Python 2."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 20, "searchKey": "old"}))
if answer["code"] == 0:
    print("to clean: %d" % len(answer["loadBalancerSet"]))
else:
    print("nothing to do tonight")
