"""Callbacks whose parameters are codes of other kinds, or are compared with other numbers."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def on_exit(exit_code, message):
    if exit_code == 4100 or exit_code in (5000, 6000):
        sys.stderr.write(message)


def on_status(status_code, port, level):
    if status_code == 5000 or port == 4000 or level == 5100:
        return False
    return status_code < 4000


def on_login(code, country_code):
    if code == "CN" or code == 200 or code == 1045:
        return country_code == 4100
    return code is None


def on_timer(config, size, year):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {"limit": size}))  # expect: CLB204
    if answer["code"] == 6200:  # expect: CLB101 6200
        return None
    if size == 4000 or year == 5000:
        return []
    return answer["loadBalancerSet"]
