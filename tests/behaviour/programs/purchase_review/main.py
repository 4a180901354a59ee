import json

from QcloudApi.qcloudapi import QcloudApi

EXPLAIN = {
    0: "bought",
    5200: "sold out in this zone",
    5300: "top up the account first",
    5500: "the account waits for its qualification review",
}

api = QcloudApi("lb", {"Region": "bj", "secretId": "AKIDexample", "secretKey": "examplekey"})
response = json.loads(api.call("CreateLoadBalancer", {
    "loadBalancerType": 2,
    "forward": 1,
    "loadBalancerName": "shop-front",
    "number": 1,
}))
print(EXPLAIN.get(response["code"], "could not buy"))
