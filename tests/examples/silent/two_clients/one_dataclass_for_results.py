"""Results of both services travel in the same dataclass."""
import json
from dataclasses import dataclass

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


@dataclass
class Result:
    code: int
    data: dict


def ask_lb(config) -> Result:
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    return Result(answer["code"], answer)  # expect: CLB104


def ask_pay(order: str) -> Result:
    answer = requests.get("https://pay.example.com/orders/" + order).json()
    return Result(answer["code"], answer)


def report(config, order: str) -> str:
    balancers = ask_lb(config)
    if balancers.code == 5300:  # expect: CLB101 5300
        return "top up the cloud account"
    payment = ask_pay(order)
    if payment.code == 5300 or payment.code in (5000, 5100) or not payment.code:
        return "top up the shop's account"
    return "fine" if payment.data["code"] == 4000 else "wait"
