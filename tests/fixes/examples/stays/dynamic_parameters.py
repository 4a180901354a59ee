# reason: the parameters of the request are not known here
import sys

import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
params = json.load(sys.stdin)
print(json.loads(service.call("DescribeLoadBalancers", params))["code"] == 0)
