import json

from QcloudApi.common.api_exception import ApiClientNetworkException
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})

try:
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
    print(answer["code"] == 0)
except ApiClientNetworkException:
    print("no network")
