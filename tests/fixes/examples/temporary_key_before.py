import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi(
    module="lb",
    config={"Region": "hk", "secretId": "id", "secretKey": "key", "Token": "token"},
)
response = service.call("DescribeLoadBalancers", {"forward": 1, "withRs": 2})
print(json.loads(response)["code"] == 0)
