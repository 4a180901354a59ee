# reason: API 3.0 deletes every listener
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
params = {"loadBalancerId": "lb-1"}
print(json.loads(service.call("DeleteLoadBalancerListeners", params))["code"] == 0)
