import json
import os

from QcloudApi.qcloudapi import QcloudApi

config = {
    "Region": "ap-guangzhou",
    "secretId": os.environ["SECRET_ID"],
    "secretKey": os.environ["SECRET_KEY"],
    "method": "POST",
}
service = QcloudApi("lb", config)
print(json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))["code"] == 0)
