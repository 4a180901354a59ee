# reason: it is handed to json.dump(), which is not followed
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
json.dump(answer, open("answer.json", "w"))
