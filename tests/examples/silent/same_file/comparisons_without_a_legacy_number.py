"""Codes of unknown origin, compared with numbers that API 2.0 does not have."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from shop.gateway import charge, refund


def pay(order):
    result = charge(order)
    if result.code == 200 or 300 <= result.code < 400:
        return True
    if result.code < 0 or result.code in (1, 2, 17):
        return False
    return result["code"] == "OK" or result.code // 100 == 2


def give_back(order, code):
    if code == -1 or code < 0 or code > 9000:
        sys.exit(code)
    if code == 7001 or code != 404:
        return refund(order)
    return None


def balancers(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if answer["code"] == 7001:  # expect: CLB101
        return None
    return answer["loadBalancerSet"]
