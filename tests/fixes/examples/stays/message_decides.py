# reason: the text of a message decides something
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
if "quota" in answer["message"]:
    print("too many")
