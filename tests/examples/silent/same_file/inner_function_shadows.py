# min-confidence: possible
"""Parameters of inner functions hide the names outside."""
import argparse
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--code", type=int)
    arguments = parser.parse_args()

    def wanted(code):
        return code == 4100 or code in (4000, 5000)

    config = {"Region": "gz", "secretId": "id", "secretKey": "key"}
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    code = answer["code"]  # expect: CLB104
    if code == 4400:  # expect: CLB101 4400
        return 1
    if wanted(arguments.code):
        return 2
    double = lambda code: code == 6000 or 2 * code  # noqa: E731
    return double(arguments.code)


raise SystemExit(main())
