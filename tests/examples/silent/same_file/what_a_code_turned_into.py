"""What is made of a legacy code is none: delays, exit statuses, texts, booleans."""
import json
import sys
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

DELAYS = {4400: 4000, 6200: 6000}  # expect: CLB103 4400 6200
EXITS = {4100: 41, 5000: 50}  # expect: CLB103 4100 5000
TEXTS = {41: "keys", 50: "gone", 4100: "4100 seconds"}


def fetch(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    return json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204


def main(config):
    answer = fetch(config)
    fine = answer["code"] == 0  # expect: CLB102
    if fine and answer["totalCount"] != 5000:
        return
    code = answer["code"]  # expect: CLB104
    delay = DELAYS.get(code, 5000)
    if delay == 5000 or delay in (4000, 6000) or not delay:
        time.sleep(delay)
    code = EXITS.get(code, 1)
    if code == 4100 or code == 0 or code in TEXTS:
        print(TEXTS[code])
    if not fine:
        sys.exit(code)
