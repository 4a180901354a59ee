"""Comprehension variables have a scope of their own."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

EXIT_CODES = [0, 4000, 4100, 5000]


def summary(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    code = answer["code"]  # expect: CLB104
    loud = [code for code in EXIT_CODES if code == 4100 or code >= 5000]
    quiet = {code: code == 4000 for code in EXIT_CODES if code}
    pairs = [(answer, code) for answer, code in enumerate(EXIT_CODES) if code != 5000]
    if any(code == 4100 for code in loud):
        print(quiet, pairs)
    return code == 4100  # expect: CLB101 4100
