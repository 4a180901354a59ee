# reason: generateUrl() makes an address for API 2.0
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
print(service.generateUrl("DescribeLoadBalancers", {"forward": 1}))
