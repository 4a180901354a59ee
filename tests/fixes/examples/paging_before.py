import json

from QcloudApi.qcloudapi import QcloudApi

PAGE = 20
service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})


def everything():
    offset = 0
    while True:
        params = {"forward": 1, "offset": offset, "limit": PAGE}
        answer = json.loads(service.call("DescribeLoadBalancers", params))
        if answer["code"]:
            raise RuntimeError("failed: " + answer["message"])
        for balancer in answer["loadBalancerSet"]:
            yield balancer["loadBalancerId"], balancer["loadBalancerName"]
        offset += PAGE
        if offset >= answer["totalCount"]:
            return


for found in everything():
    print(*found)
