"""A retry decorator wraps a legacy function and another one."""
import functools
import json
import time

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def retry(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for delay in (1, 5, 25):
            try:
                return function(*args, **kwargs)
            except OSError:
                time.sleep(delay)
        return function(*args, **kwargs)
    return wrapper


@retry
def balancers(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    return json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204


@retry
def people(team):
    return requests.get("https://people.example.com/" + team).json()


def report(config):
    if balancers(config)["code"] == 4400:  # expect: CLB101 4400
        return "quota"
    reply = people("ops")
    if reply["code"] == 4400 or reply["code"] == 0:
        return reply["message"]
    return len(reply["people"])
