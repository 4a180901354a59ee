# reason: the code is compared with a value that is not known here
import sys

import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
print(answer["code"] == int(sys.argv[1]))
