"""Order two balancers and write which deal brought which instance."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "ap-shanghai", "secretId": "AKIDexample", "secretKey": "examplekey"})

answer = json.loads(service.call("CreateLoadBalancer", {
    "loadBalancerType": 3,
    "forward": 1,
    "number": 2,
    "vpcId": "vpc-1",
    "subnetId": "subnet-1",
}))
if answer["code"] != 0:
    print("order refused")
else:
    ordered = answer["unLoadBalancerIds"]
    for deal in sorted(ordered):
        print("one deal with %d balancers" % len(ordered[deal]))
