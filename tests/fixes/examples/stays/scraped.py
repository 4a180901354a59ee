# reason: compared as a whole
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
body = service.call("DescribeLoadBalancers", {"forward": 1})
if "Success" in str(body):
    print("fine")
