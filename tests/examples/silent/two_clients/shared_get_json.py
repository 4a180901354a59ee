# min-confidence: possible
"""One helper fetches from both services; only one of the answers is a legacy response."""

import requests

from sync.signing import signed

LB = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com
PAY = "https://pay.example.com/v1/orders"


def get_json(url, params):
    answer = requests.get(url, params=params, timeout=10)  # expect: CLB204
    return answer.json()


def balancers(region):
    reply = get_json(LB, signed({"Region": region}))
    if reply["code"] == 4104:  # expect: CLB101 4104
        raise KeyError("unknown SecretId")
    return reply["loadBalancerSet"]


def orders(day):
    reply = get_json(PAY, {"day": day})
    if reply["code"] == 4104:
        raise KeyError("unknown merchant")
    if reply["code"] != 0:
        print(reply["message"])
    return reply["orders"]
