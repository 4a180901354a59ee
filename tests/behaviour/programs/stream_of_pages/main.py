import json

from QcloudApi.qcloudapi import QcloudApi


def balancers(service, size=1):
    """All balancers, a page at a time."""
    offset = 0
    while True:
        answer = json.loads(service.call("DescribeLoadBalancers", {
            "offset": offset,
            "limit": size,
            "forward": 1,
        }))
        if answer["code"] != 0:
            raise RuntimeError("page at %d" % offset)
        for balancer in answer["loadBalancerSet"]:
            yield balancer
        offset += size
        if offset >= answer["totalCount"]:
            return


service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
try:
    for balancer in balancers(service):
        print(balancer["loadBalancerName"], ",".join(balancer["loadBalancerVips"]))
except RuntimeError as error:
    print("incomplete,", error)
