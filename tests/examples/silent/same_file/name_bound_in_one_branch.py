"""`code` is bound by a legacy call in one function and by a parser in the other."""
import json
import os

import yaml
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def online(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if "code" in answer:  # expect: CLB104
        code = answer["code"]  # expect: CLB104
        if code == 5200:  # expect: CLB101 5200
            return False
    return True


def offline(path):
    code = None
    if os.path.exists(path):
        with open(path) as stream:
            code = yaml.safe_load(stream)["code"]
    if code == 5200 or code == 4000:
        return False
    return bool(code)
