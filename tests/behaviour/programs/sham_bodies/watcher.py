import json

from QcloudApi.qcloudapi import QcloudApi


def look():
    api = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    answer = json.loads(api.call("DescribeLoadBalancers", {"limit": 5}))
    if answer["code"] in (4101, 4102, 4103):
        return "denied"
    return "ok" if answer["code"] == 0 else "failed"
