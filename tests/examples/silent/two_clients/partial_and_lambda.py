# min-confidence: possible
"""Partials of one function, bound to different addresses."""

from functools import partial

import requests

from inventory.signing import query


def fetch(url, params):
    return requests.get(url, params=params, timeout=3).json()  # expect: CLB204


fetch_lb = partial(fetch, "https://lb.api.qcloud.com/v2/index.php")  # expect: CLB201
fetch_erp = partial(fetch, "https://erp.example.com/api/v2/index.php")
is_missing = lambda reply: reply["code"] == 5000  # noqa: E731


def stock(item):
    reply = fetch_erp({"item": item})
    if is_missing(reply) or reply["code"] == 4104:
        return 0
    return reply["stock"]


def balancers(region):
    reply = fetch_lb(query(region))
    if reply["code"] == 5000:  # expect: CLB101 5000
        return []
    return reply["loadBalancerSet"]
