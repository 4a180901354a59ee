"""One line per rule and backend, 1 up and 0 down, for the graph."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi


def lines(answer):
    for balancer in answer["data"]:
        for listener in balancer["listener"]:
            for rule in listener["rules"]:
                for backend in rule["backends"]:
                    yield "%s:%s %d" % (backend["ip"], backend["port"], backend["healthStatus"])


def main():
    service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    answer = json.loads(service.call("DescribeForwardLBHealthStatus", {"loadBalancerIds.0": "lb-app1"}))
    if answer["code"] != 0:
        return 1
    for line in sorted(lines(answer)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
