"""Tables looked up by codes of unknown origin; none of their keys is a legacy error."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from shop.till import read_till

EXIT_TEXTS = {0: "fine", 1: "usage", 2: "failed", 17: "locked"}
COLOURS = {"0": "black", "1": "red", "7": "white"}
COUNTRIES = {"49": "Germany", "86": "China"}
BY_STATUS = [(200, "fine"), (404, "missing"), (500, "broken")]


def text(code):
    return EXIT_TEXTS.get(code, "unknown")


def colour(code):
    return COLOURS[code] if code in COLOURS else None


def till():
    result = read_till()
    if result.code in EXIT_TEXTS:
        return EXIT_TEXTS[result.code], COUNTRIES.get(result["code"])
    return dict(BY_STATUS).get(result.code)


def balancers(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    return answer["loadBalancerSet"] if answer["code"] == 0 else []  # expect: CLB102
