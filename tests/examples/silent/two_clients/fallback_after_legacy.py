"""Ask the old service; when it does not answer, ask the mirror, whose codes are other ones."""
import json
import logging

import requests
from QcloudApi.common.api_exception import ApiExceptionBase  # expect: CLB202
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def from_legacy(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if answer["code"] != 0:  # expect: CLB102
        return None
    return answer["loadBalancerSet"]


def from_mirror():
    answer = requests.get("https://mirror.example.com/balancers.json").json()
    if answer["code"] == 5000 or answer["code"] > 6000:
        return []
    return answer["items"]


def load(config):
    try:
        found = from_legacy(config)
    except ApiExceptionBase as error:
        logging.warning("legacy service: %s", error.message)
        found = None
    return from_mirror() if found is None else found
