"""Renames the balancer (has a successor) and switches its COS log on (has none), with one client."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {
    "Region": "ap-guangzhou",
    "secretId": "AKIDexample",
    "secretKey": "examplekey",
    "method": "POST",
})

renamed = json.loads(service.call("ModifyForwardLBName", {
    "loadBalancerId": "lb-app1",
    "loadBalancerName": "logged",
}))
print("renamed" if renamed["code"] == 0 else "not renamed")

logged = json.loads(service.call("SetLoadBalancerLog", {
    "loadBalancerId": "lb-app1",
    "switch": 1,
    "bucketName": "lb-logs-1250000000",
}))
print("logged" if logged["code"] == 0 else "not logged")
