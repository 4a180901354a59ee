"""Which server serves what?  A report in the other direction than the console shows it."""
import json
import sys
from itertools import groupby
from operator import itemgetter

from QcloudApi.qcloudapi import QcloudApi


def fetch(balancer: str) -> dict:
    service = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDmembers", "secretKey": "members-key"})
    return json.loads(service.call("DescribeForwardLBBackends", {"loadBalancerId": balancer, "protocol": 1}))


def pairs(answer: dict) -> list:
    return sorted(
        (backend["unInstanceId"], rule["domain"] + rule["url"], backend["port"])
        for listener in answer["data"]
        for rule in listener["rules"]
        for backend in rule["backends"]
    )


def main() -> int:
    answer = fetch(sys.argv[1])
    if answer["code"] != 0:
        kind = "network" if answer["code"] in (6000, 6200) else "rights" if 4100 <= answer["code"] < 4200 else "request"
        print(f"no report, {kind} trouble: {answer['message']}")
        return 1
    members = pairs(answer)
    for instance, group in groupby(members, key=itemgetter(0)):
        print(instance)
        for _, place, port in group:
            print(f"    {place:30}{port:6d}")
    print({instance for instance, *_ in members} and f"{len(members)} bindings" or "nobody is bound")
    return 0


if __name__ == "__main__":
    sys.exit(main())
