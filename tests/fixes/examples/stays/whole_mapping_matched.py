# reason: this way of reading a code is not rewritten
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
match answer:
    case {"code": 0, "totalCount": count}:
        print(count)
