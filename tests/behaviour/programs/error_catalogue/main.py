import json
import sys

from QcloudApi.qcloudapi import QcloudApi
from catalogue import ACTIONS, GIVE_UP

CONFIG = {"Region": "ap-guangzhou", "secretId": "AKIDcatalogue", "secretKey": "catalogue-key"}


def probe():
    service = QcloudApi("lb", CONFIG)
    return json.loads(service.call("DescribeLoadBalancers", {"forward": 1, "limit": 1}))


def main():
    answer = probe()
    code = answer["code"]
    if code == 0:
        print("fine, %d balancers" % answer["totalCount"])
        return 0
    action = ACTIONS.get(code, GIVE_UP)
    return action(answer["message"])


if __name__ == "__main__":
    sys.exit(main())
