"""Limits and amounts that look like codes, in a file that has real ones."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

MAX_BALANCERS = 5000
PRICE_LIMIT = 4100
INSUFFICIENT = 5300  # expect: CLB103 5300


def price(service, count):
    answer = json.loads(service.call("InquiryLBPrice", {"goodsNum": count}))  # expect: CLB204
    if answer["price"] == PRICE_LIMIT or answer["price"] in (4000, 6000):
        print("exactly at a limit")
    return answer["price"]


def buy(config, count):
    service = QcloudApi("lb", config)  # expect: CLB203
    if count == MAX_BALANCERS or price(service, count) >= PRICE_LIMIT:
        raise ValueError(count)
    answer = json.loads(service.call("CreateLoadBalancer", {"number": count}))  # expect: CLB204
    if answer["code"] == INSUFFICIENT:  # expect: CLB101 5300
        raise RuntimeError("top up the account")
    if len(answer["unLoadBalancerIds"]) == 4100:
        print("that is a lot")
    return answer["dealIds"]
