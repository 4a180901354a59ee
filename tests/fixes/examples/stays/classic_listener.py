# reason: does not work on classic instances
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
params = {
    "loadBalancerId": "lb-1",
    "listeners.0.loadBalancerPort": 80,
    "listeners.0.instancePort": 80,
    "listeners.0.protocol": 2,
}
print(json.loads(service.call("CreateLoadBalancerListeners", params))["code"] == 0)
