# reason: whether the region is set, and which of its names it has, is not known here
import os

import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": os.environ["CITY"], "secretId": "id", "secretKey": "key"})
print(json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))["code"] == 0)
