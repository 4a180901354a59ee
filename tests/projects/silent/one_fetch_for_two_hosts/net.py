"""The one place where requests are made, and the one check that sees answers of both services.

It is reported once, because the legacy answers come by; what the partner's side does with its own
answers is no finding.
"""
import requests

from signing import signed


def fetch(url, query):
    answer = requests.get(url, params=signed(query), timeout=10).json()  # expect: CLB204  # here: fetch
    if answer["code"] == 4200:  # expect: CLB101 4200 via fetch
        answer = requests.get(url, params=signed(query), timeout=10).json()  # expect: CLB204
    return answer
