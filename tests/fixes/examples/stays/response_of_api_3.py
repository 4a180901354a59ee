# reason: the answer has the 3.0 form already
import json

from QcloudApi.qcloudapi import QcloudApi

config = {
    "Region": "ap-guangzhou",
    "secretId": "id",
    "secretKey": "key",
    "endpoint": "clb.tencentcloudapi.com",
    "Version": "2018-03-17",
}
service = QcloudApi("clb", config)
print(json.loads(service.call("DescribeLoadBalancers", {"Forward": 1}))["Response"])
