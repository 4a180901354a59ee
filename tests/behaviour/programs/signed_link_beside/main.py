"""The list is fetched here; the link goes into the ticket for whoever wants to look again."""
import json
from urllib.parse import urlsplit

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 10}))
if answer["code"] == 0:
    names = [balancer["loadBalancerName"] for balancer in answer["loadBalancerSet"]]
else:
    names = []
print(names)
url = service.generateUrl("DescribeForwardLBBackends", {"loadBalancerId": "lb-app1"})
print(urlsplit(url).path)
