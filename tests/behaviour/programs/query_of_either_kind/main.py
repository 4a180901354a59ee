"""query_of_either_kind.py ID [--classic]: the listeners of either kind of balancer."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

classic = "--classic" in sys.argv
service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call(
    "DescribeLoadBalancerListeners" if classic else "DescribeForwardLBListeners",
    {"loadBalancerId": sys.argv[1]},
))
if answer["code"] != 0:
    sys.exit("no such balancer")
for listener in answer["listenerSet"]:
    print(listener["listenerId"], listener["loadBalancerPort"])
