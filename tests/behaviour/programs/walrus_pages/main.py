import json

from QcloudApi.qcloudapi import QcloudApi

PAGE = 1
service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


def page(offset):
    return json.loads(service.call("DescribeLoadBalancers", {"offset": offset, "limit": PAGE}))


offset = 0
names = []
while (answer := page(offset))["code"] == 0 and (found := answer["loadBalancerSet"]):
    names.extend(item["loadBalancerName"] for item in found)
    offset += PAGE
if answer["code"] != 0:
    print("broke off after %d" % len(names))
print(sorted(names))
