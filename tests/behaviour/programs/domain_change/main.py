"""Rename the domain of forwarding rules."""

import json
import sys

from QcloudApi.qcloudapi import QcloudApi


def verdict(code: int, message: str) -> tuple[int, str]:
    match code:
        case 0:
            return 0, "changed"
        case 4000:
            return 64, f"bad domain: {message}"
        case 4100 | 4104 | 4105 | 4106 | 4110:
            return 77, "log in again"
        case 4101 | 4102 | 4103:
            return 77, "ask for the right to do so"
        case 5000:
            return 66, "no such listener or domain"
        case 6000 | 6200:
            return 75, "later"
        case _:
            return 70, f"no luck: {message}"


def main() -> int:
    balancer, listener, old, new = sys.argv[1:]
    service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDdomain", "secretKey": "domain-key"})
    answer = json.loads(
        service.call(
            "ModifyForwardLBRulesDomain",
            {"loadBalancerId": balancer, "listenerId": listener, "domain": old, "newDomain": new},
        )
    )
    status, text = verdict(answer["code"], answer["message"])
    print(f"{old} -> {new}: {text}")
    return status


raise SystemExit(main())
