import json

from QcloudApi.qcloudapi import QcloudApi


def on(balancer):
    api = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    answer = json.loads(api.call("SetLoadBalancerLog", {"loadBalancerId": balancer, "switch": 1}))
    return answer["code"] == 0
