import json

from QcloudApi.qcloudapi import QcloudApi


def first():
    api = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    answer = json.loads(api.call("DescribeLoadBalancers", {"limit": 1, "orderBy": "loadBalancerName", "orderType": 0}))
    if answer["code"] == 0 and answer["totalCount"] > 0:
        return answer["loadBalancerSet"][0]["loadBalancerName"]
    return "-"
