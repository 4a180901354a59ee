# reason: forward: 0 has no counterpart
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
params = {"loadBalancerType": 2, "forward": 0, "vpcId": "vpc-1"}
print(json.loads(service.call("CreateLoadBalancer", params))["code"] == 0)
